#include "type_three.h"

#include "aging/constants.h"
#include "study/constants.h"
#include "study/sensitivity.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

constexpr std::size_t patients = 40;

TEST(Sensitivity, MovesOneConstantAtATimeAndPutsItBack) {
    const SetForAll set{.fitzpatrick = 3};
    const auto figures = [&] {
        return load_bearing(
            run_cohort(Judge(standard_plan(), the_library(), type_three()), set, patients, 1, {}));
    };
    const LoadBearing before = figures();
    const SensitivityTable table =
        sensitivities(standard_plan(), the_library(), type_three(), set, patients, 1, {});
    EXPECT_EQ(table.as_is.mean, before.mean);
    EXPECT_EQ(figures().mean, before.mean);
    for (std::size_t i = 1; i < table.rows.size(); ++i)
        EXPECT_GE(table.rows[i - 1].swing(), table.rows[i].swing());
    const auto row = [&](const Constant& constant) {
        const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const Sensitivity& one) {
            return one.constant == &constant;
        });
        EXPECT_NE(found, table.rows.end()) << constant.name;
        return *found;
    };
    const Sensitivity wanted = row(constant::kept_contrast);
    EXPECT_GT(wanted.at_low.mean, before.mean);
    EXPECT_LT(wanted.at_high.mean, before.mean);
    // Everyone has the same skin, so what other types let through cannot matter.
    EXPECT_EQ(row(aging::constant::melanin_dose[5]).swing(), 0.0);
    EXPECT_GT(row(aging::constant::papillary_clearance).swing(), 0.0);
    for (const Sensitivity& one : table.rows)
        EXPECT_NE(one.constant, &constant::helmet_dots);
}

} // namespace
} // namespace healed::study

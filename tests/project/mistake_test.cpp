#include "base/file.h"
#include "house/refusal.h"
#include "project/mistake.h"

#include <gtest/gtest.h>

namespace healed::project {
namespace {

TEST(Mistake, EachSaysWhatItIsAndDiffersFromTheRightWork) {
    const std::vector<std::string> names = mistake_names(assets_folder());
    EXPECT_GE(names.size(), 24u);
    for (const std::string& name : names) {
        const Mistake mistake = load_mistake(assets_folder(), name);
        for (const std::string* text : {&mistake.title, &mistake.cause, &mistake.remedy, &mistake.on_day0,
                                        &mistake.when_healed, &mistake.after_years, &mistake.camera})
            EXPECT_FALSE(text->empty()) << name;
        EXPECT_FALSE(mistake.shows.empty()) << name;
        EXPECT_NE(plan_hash(mistake.right), plan_hash(mistake.wrong)) << name;
    }
}

TEST(Mistake, UnknownNamesAreAnsweredWithTheKnownOnes) {
    expect_refusal([] { load_mistake(assets_folder(), "too-deeep"); }, {"\"too-deeep\"", "too-deep"});
}

} // namespace
} // namespace healed::project

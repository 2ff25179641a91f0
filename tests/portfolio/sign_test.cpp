#include "aging/carry_out.h"
#include "base/file.h"
#include "gpu_device.h"
#include "house/refusal.h"
#include "portfolio/sign.h"
#include "project/heads.h"
#include "project/mistake.h"
#include "project/moment.h"
#include "transport/skin_tables.h"

#include <gtest/gtest.h>

namespace healed::portfolio {
namespace {

const ink::Library& library() {
    static const ink::Library known = ink::load_library(assets_folder());
    return known;
}

/// A plan on its head in its skin, and what is known of it.
struct Judged {
    explicit Judged(const project::Project& wanted)
        : project(wanted), head(project::head_of(project)),
          treatment(aging::carry_out(head, project.plan, library(), project.client)),
          tables(transport::cached_skin_tables(
                     test::device(), skin::Skin(project.skin, skin::load_haemoglobin(assets_folder())),
                     transport::BakeQuality::Draft, [](double) {})
                     .dots),
          work(project, library(), head, treatment, tables) {}

    project::Project project;
    head::Head head;
    treatment::Treatment treatment;
    transport::DotTables tables;
    Work work;
};

class EachMistake : public testing::TestWithParam<std::string> {};

TEST_P(EachMistake, ShowsInTheSimulationByTheNumbersThatItsFileStates) {
    const project::Mistake mistake = project::load_mistake(assets_folder(), GetParam());
    const Judged right(mistake.right), wrong(mistake.wrong);
    for (const project::Proof& proof : mistake.shows) {
        const Sign& by = sign(proof.measure);
        const double years = project::parse_moment(proof.at).years;
        const double of_right = by.of(right.work, years), of_wrong = by.of(wrong.work, years);
        const double times = times_right(by, of_wrong, of_right);
        SCOPED_TRACE(proof.at + " " + proof.measure + ": right " + std::to_string(of_right) + ", wrong " +
                     std::to_string(of_wrong));
        EXPECT_GE(times, proof.at_least.value_or(times));
        EXPECT_LE(times, proof.at_most.value_or(times));
    }
}

INSTANTIATE_TEST_SUITE_P(Mistakes, EachMistake, testing::ValuesIn(project::mistake_names(assets_folder())),
                         [](const testing::TestParamInfo<std::string>& mistake) {
                             std::string name = mistake.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST(Sign, UnknownNamesAreAnsweredWithTheKnownOnes) {
    expect_refusal([] { sign("blackness"); }, {"blackness", "blueness"});
}

TEST(Sign, WhatNobodyTellsFromNothingIsNoProof) {
    const Sign& cast = sign("cast_delta_e_2000");
    EXPECT_DOUBLE_EQ(times_right(cast, 0.2 * cast.least, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(times_right(cast, 5.0 * cast.least, 0.0), 5.0);
}

} // namespace
} // namespace healed::portfolio

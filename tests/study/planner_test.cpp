#include "type_three.h"

#include "study/constants.h"
#include "study/correction.h"
#include "study/maintenance.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

Maintenance kept_up(const aging::Client& client, const ToneBand& band = {}) {
    Person person = median_person();
    person.client = client;
    return plan_maintenance(standard_plan(), the_library(), type_three(), person, band, {});
}

TEST(MaintenancePlanner, KeepsTheToneWithinTheBand) {
    const Maintenance plan = kept_up({});
    ASSERT_TRUE(plan.best);
    for (const MaintenanceCourse& course : plan.courses) {
        EXPECT_GT(course.lowest_kept, plan.band.low - 0.01) << course.gap_years;
        for (std::size_t i = 1; i < course.renewals.size(); ++i)
            EXPECT_GE(course.renewals[i].at_years - course.renewals[i - 1].at_years, course.gap_years - 1e-9);
        EXPECT_NEAR(course.at_end.dots_ever_per_cm2, 178.5 + course.added_per_cm2, 0.01);
        EXPECT_LE(course.at_end.dots_per_cm2, course.at_end.dots_ever_per_cm2);
        EXPECT_LT(course.at_end.share_between, 1.0);
    }
    const MaintenanceCourse& best = plan.courses[*plan.best];
    EXPECT_LE(best.highest_kept, plan.band.high + 0.01);
    EXPECT_FALSE(best.at_end.helmet);
    for (const MaintenanceCourse& course : plan.courses)
        EXPECT_TRUE(!course.holds() || course.added_per_cm2 >= best.added_per_cm2);
}

TEST(MaintenancePlanner, NeedsMoreDotsForRarerVisitsAndForMoreSun) {
    const Maintenance median = kept_up({});
    EXPECT_GT(median.courses.back().added_per_cm2, median.courses.front().added_per_cm2);
    EXPECT_LT(median.courses.back().renewals.size(), median.courses.front().renewals.size());
    const Maintenance sunny =
        kept_up({.ambient_sed_per_year = 9000.0, .protection = aging::Protection::None});
    EXPECT_GT(sunny.courses.front().added_per_cm2, median.courses.front().added_per_cm2);
    EXPECT_LT(sunny.courses.front().renewals.front().at_years,
              median.courses.front().renewals.front().at_years);
}

TEST(MaintenancePlanner, AddsNothingWhereNothingFades) {
    const Maintenance plan = kept_up({}, {.low = 0.5, .high = 1.1, .years = 1.0});
    ASSERT_TRUE(plan.best);
    EXPECT_TRUE(plan.courses[*plan.best].renewals.empty());
}

TEST(MaintenancePlanner, SaysSoWhereNoCourseHolds) {
    const Maintenance plan = kept_up({}, {.low = 0.95, .high = 1.0, .years = 30.0});
    EXPECT_FALSE(plan.best);
    EXPECT_TRUE(to_json(plan)["best"].is_null());
}

CorrectionTable ways_out(double depth_mm, int most_passes = 10) {
    const Person person = median_person();
    return plan_correction(resting_at(depth_mm), the_library(), type_three(), person,
                           {.most_passes = most_passes}, {});
}

const Correction& row(const CorrectionTable& table, Remedy remedy) {
    return table.rows[static_cast<std::size_t>(remedy)];
}

TEST(CorrectionPlanner, ComparesEveryRemedy) {
    const CorrectionTable table = ways_out(0.57);
    ASSERT_EQ(table.rows.size(), remedy_words.size());
    const Correction& leave = row(table, Remedy::Leave);
    EXPECT_TRUE(leave.dots_too_wide);
    EXPECT_TRUE(leave.too_blue);
    EXPECT_GT(leave.residue, 1.0);
    EXPECT_EQ(leave.months, 0.0);
    const Correction& laser = row(table, Remedy::Laser);
    EXPECT_GE(laser.passes, 1);
    EXPECT_LT(laser.residue, color::delta_e_2000(table.start.lab, table.bare));
    EXPECT_NEAR(laser.months, laser.passes * 56.0 / 365.25 * 12.0, 0.01);
    EXPECT_LT(row(table, Remedy::LaserAndReline).residue, leave.residue);
    EXPECT_LE(row(table, Remedy::LaserAndReline).residue, laser.residue + 1.0);
    EXPECT_GT(row(table, Remedy::Reline).added_density, 0.0);
    EXPECT_EQ(row(table, Remedy::Blend).passes, 0);
}

TEST(CorrectionPlanner, NeedsMorePassesForDeeperInk) {
    const CorrectionTable shallow = ways_out(0.14), deep = ways_out(0.57);
    ASSERT_TRUE(shallow.passes_to_clear());
    ASSERT_TRUE(deep.passes_to_clear());
    EXPECT_LE(*shallow.passes_to_clear(), 2);
    EXPECT_GT(*deep.passes_to_clear(), 4);
    EXPECT_LT(row(shallow, Remedy::Laser).passes, row(deep, Remedy::Laser).passes);
    for (std::size_t i = 1; i < deep.laser.size(); ++i)
        EXPECT_LT(deep.laser[i].residue, deep.laser[i - 1].residue);
}

TEST(CorrectionPlanner, StopsAtTheMostPassesAllowed) {
    const CorrectionTable table = ways_out(0.8, 2);
    EXPECT_LE(row(table, Remedy::Laser).passes, 2);
    EXPECT_GE(row(table, Remedy::Laser).residue, row(ways_out(0.8, 10), Remedy::Laser).residue);
}

} // namespace
} // namespace healed::study

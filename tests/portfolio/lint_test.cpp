#include "study/lint.h"

#include "aging/age.h"
#include "base/file.h"
#include "project/hairlines.h"
#include "project/presets.h"
#include "treatment/ellipsoid_head.h"

#include <gtest/gtest.h>

namespace healed::study {
namespace {

const head::Head& the_head() {
    static const head::Head head = ellipsoid_head();
    return head;
}

/// The built-in plan's front alone, so that a test does not set thirty thousand dots.
project::Project front_only() {
    project::Project project = project::built_in_project();
    project.plan.zones[2].density = project.plan.zones[3].density = project.plan.zones[4].density = 0.0;
    return project;
}

std::vector<Finding> findings(const project::Project& project, const std::optional<Tone>& tone = {}) {
    static const ink::Library library = ink::load_library(assets_folder());
    constexpr double healed_years = 42.0 / 365.25;
    const treatment::Treatment treated = treat(the_head(), project.plan, library);
    const aging::Course course = aging::course(project.plan, library, project.client);
    const Geometry healed = geometry(the_head(), project.plan, treated,
                                     aging::age_all(treated.dots, course, healed_years), healed_years);
    return lint(project.plan, project.client.age_years, healed, tone);
}

std::string names(const std::vector<Finding>& found) {
    std::string all;
    for (const Finding& finding : found)
        all += finding.name + " (" + std::to_string(finding.value) + ", limit " +
               std::to_string(finding.limit) + ") ";
    return all;
}

bool has(const std::vector<Finding>& found, std::string_view name) {
    return std::ranges::any_of(found, [&](const Finding& finding) { return finding.name == name; });
}

TEST(Lint, EachHairlineIsCleanForThoseWhomItSuits) {
    const std::vector<project::HairlinePreset> presets = project::load_hairlines(assets_folder());
    EXPECT_GE(presets.size(), 5u);
    for (const project::HairlinePreset& preset : presets) {
        project::Project project = front_only();
        project.plan.hairline = preset.hairline;
        project.client.age_years = 0.5 * (preset.from_years + preset.to_years);
        EXPECT_EQ(names(findings(project)), "") << preset.name;
    }
}

TEST(Lint, ABoysHairlineIsTooLowForAManOfFifty) {
    project::Project project = front_only();
    project.plan.hairline = project::load_hairline(assets_folder(), "edge-up").hairline;
    project.plan.hairline.height_over_brow_mm = 57.0;
    project.client.age_years = 22.0;
    EXPECT_FALSE(has(findings(project), "too-low"));
    project.client.age_years = 50.0;
    const std::vector<Finding> found = findings(project);
    EXPECT_TRUE(has(found, "too-low")) << names(found);
    EXPECT_TRUE(has(found, "too-straight")) << names(found);
}

TEST(Lint, ARuledLineIsTooStraightAndTooSharp) {
    project::Project project = front_only();
    project.plan.hairline.irregularity_mm = 0.0;
    project.plan.hairline.feather_mm = 0.2;
    const std::vector<Finding> found = findings(project);
    EXPECT_TRUE(has(found, "too-straight")) << names(found);
    EXPECT_TRUE(has(found, "too-sharp")) << names(found);
}

TEST(Lint, RowsAreGridLike) {
    project::Project project = front_only();
    project.plan.hand.layout = treatment::Layout::Rows;
    const std::vector<Finding> found = findings(project);
    EXPECT_TRUE(has(found, "grid-like")) << names(found);
}

TEST(Lint, FindsCrowdsLeansAndSingleSessions) {
    project::Project project = front_only();
    project.plan.sessions.back().cumulative_density = 1.6;
    EXPECT_TRUE(has(findings(project), "too-dense"));
    project = front_only();
    project.plan.needle.tilt_deg = 45.0;
    project.plan.needle.follows_growth = false;
    EXPECT_TRUE(has(findings(project), "wrong-angle"));
    project = front_only();
    project.plan.sessions = {project.plan.sessions.back()};
    EXPECT_TRUE(has(findings(project), "no-room"));
}

TEST(Lint, DarkerThanTheClientsOwnHairIsTooDark) {
    const project::Project project = front_only();
    EXPECT_FALSE(has(findings(project, Tone{.zone = 58.0, .bare = 65.0, .hair = 57.0}), "too-dark"));
    EXPECT_TRUE(has(findings(project, Tone{.zone = 50.0, .bare = 65.0, .hair = 57.0}), "too-dark"));
}

} // namespace
} // namespace healed::study

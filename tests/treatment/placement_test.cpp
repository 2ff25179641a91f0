#include "base/error.h"
#include "ellipsoid_head.h"
#include "plan_fixture.h"
#include "treatment/density.h"
#include "treatment/measure.h"
#include "treatment/point_grid.h"
#include "treatment/region.h"
#include "treatment/treat.h"

#include <algorithm>
#include <bit>
#include <gtest/gtest.h>
#include <numeric>
#include <sched.h>

namespace healed::treatment {
namespace {

/// Follicles of a full head of hair: the plan's 85 units of 2.1 hairs.
constexpr float full_per_cm2 = 85.0f * 2.1f;

/// One head, its plan and its treatment for all tests of this file.
struct Done {
    head::Head head = ellipsoid_head();
    Plan plan = steady_hand();
    Treatment treatment = treat(head, plan, two_pigment_library());
    ScalpFrame frame{head};
    Densities fields = densities(frame, plan);
};

const Done& done() {
    static const Done all;
    return all;
}

std::vector<glm::vec3> places(const std::vector<Dot>& dots, int last_session) {
    std::vector<glm::vec3> found;
    for (const Dot& dot : dots)
        if (dot.session <= last_session)
            found.push_back(dot.position_mm);
    return found;
}

bool same(const Dot& a, const Dot& b) {
    return a.position_mm == b.position_mm && a.normal == b.normal && a.chart == b.chart &&
           a.drift == b.drift && a.depth_mm == b.depth_mm && a.footprint_mm == b.footprint_mm &&
           a.mass_ng == b.mass_ng && a.session == b.session && a.zone == b.zone;
}

TEST(Placement, SessionsReachTheirSharesOfTheMissingUnits) {
    const double missing = integral(done().frame, done().fields.missing);
    EXPECT_GT(missing, 12000.0);
    for (int session = 0; session < 3; ++session) {
        const double share = done().plan.sessions[static_cast<std::size_t>(session)].cumulative_density;
        EXPECT_NEAR(static_cast<double>(places(done().treatment.dots, session).size()), share * missing, 2.0);
    }
}

TEST(Placement, DensityIsFullWithinThreePercentWhereAllHairIsGone) {
    // Whole chart cells, gathered by region of the bald zone, so that the area is known exactly.
    const ChartField& missing = done().fields.missing;
    double area_cm2 = 0.0, wanted = 0.0;
    std::size_t found = 0;
    const auto counts = [&](glm::vec2 chart) {
        const int i = static_cast<int>(chart.x * field_side), j = static_cast<int>(chart.y * field_side);
        return missing.cell(i, j) > 0.97f * full_per_cm2;
    };
    for (int j = 0; j < field_side; ++j)
        for (int i = 0; i < field_side; ++i)
            if (counts(missing.centre(i, j))) {
                const double area = 0.01 * cell_area_mm2(done().head.chart, missing.centre(i, j), field_side);
                area_cm2 += area;
                wanted += area * missing.cell(i, j);
            }
    for (const Dot& dot : done().treatment.dots)
        found += counts(dot.chart) ? 1 : 0;
    EXPECT_GT(area_cm2, 80.0);
    EXPECT_NEAR(static_cast<double>(found) / wanted, 1.0, 0.03);
}

TEST(Placement, DensityHoldsInEveryPatchOfTheBaldCrown) {
    // Patches of 2 cm radius about places in the middle of the bald crown: about 1,000 dots each.
    for (const glm::vec2 off : {glm::vec2(0, 0), glm::vec2(12, 6), glm::vec2(-14, -8)}) {
        const glm::vec2 chart =
            done().frame.chart_at_flat(glm::vec2(0.0f, done().frame.whorl_flat_mm().y) + off);
        const glm::vec3 middle = done().head.chart.position_at(chart);
        double wanted = 0.0, found = 0.0;
        for (int j = 0; j < field_side; ++j)
            for (int i = 0; i < field_side; ++i) {
                const glm::vec2 cell = done().fields.missing.centre(i, j);
                if (glm::distance(done().head.chart.position_at(cell), middle) < 20.0f)
                    wanted += 0.01 * cell_area_mm2(done().head.chart, cell, field_side) *
                              done().fields.missing.cell(i, j);
            }
        for (const Dot& dot : done().treatment.dots)
            found += glm::distance(dot.position_mm, middle) < 20.0f ? 1.0 : 0.0;
        EXPECT_NEAR(found / wanted, 1.0, 0.03);
    }
}

TEST(Placement, DotsKeepApartAsBlueNoiseDoes) {
    const Measures figures = measure(done().head, done().plan, done().treatment);
    const double mean_spacing = 10.0 / std::sqrt(full_per_cm2);
    EXPECT_GT(figures.smallest_distance_mm, 0.55 * mean_spacing);
    EXPECT_GT(figures.nearest_neighbour_mm, 0.75 * mean_spacing);
    EXPECT_LT(figures.nearest_neighbour_cv, 0.20);
    EXPECT_GT(figures.nearest_neighbour_cv, 0.05) << "a grid shows in the picture";
}

TEST(Placement, PairsAreRareWhenNearAndAsChanceHasThemWhenFar) {
    std::vector<glm::vec3> crown;
    const glm::vec3 middle =
        done().head.chart.position_at(done().frame.chart_at_flat({0.0f, done().frame.whorl_flat_mm().y}));
    const std::vector<glm::vec3> all = places(done().treatment.dots, 2);
    const PointGrid grid(all, 1.5f);
    std::array<double, 3> pairs{};
    const std::array<double, 4> edges{0.0, 0.45, 4.5, 6.0};
    double inner = 0.0;
    for (const glm::vec3& place : all) {
        if (glm::distance(place, middle) > 25.0f)
            continue;
        ++inner;
        grid.visit_near(place, 6.0f, [&](std::uint32_t other) {
            const double d = glm::distance(place, all[other]);
            for (std::size_t bin = 0; bin < 3; ++bin)
                if (d > edges[bin] && d <= edges[bin + 1])
                    ++pairs[bin];
        });
    }
    const auto by_chance = [&](std::size_t bin) {
        return inner * 0.01 * full_per_cm2 * std::numbers::pi *
               (edges[bin + 1] * edges[bin + 1] - edges[bin] * edges[bin]);
    };
    EXPECT_LT(pairs[0] / by_chance(0), 0.02);
    EXPECT_NEAR(pairs[2] / by_chance(2), 1.0, 0.05);
}

TEST(Placement, EachSessionFillsTheGapsOfThoseBefore) {
    for (int session = 0; session < 3; ++session) {
        const double share = done().plan.sessions[static_cast<std::size_t>(session)].cumulative_density;
        std::vector<glm::vec3> made;
        for (const Dot& dot : done().treatment.dots)
            if (dot.session <= session && done().fields.missing.at(dot.chart) > 0.94f * full_per_cm2)
                made.push_back(dot.position_mm);
        std::vector<float> nearest = nearest_distances_mm(made);
        const double spacing = 10.0 / std::sqrt(full_per_cm2 * share);
        const double mean =
            std::accumulate(nearest.begin(), nearest.end(), 0.0) / static_cast<double>(nearest.size());
        // Chance would give 0.5 of the spacing; a good Poisson-disc set 0.75 and more.
        EXPECT_GT(mean, 0.70 * spacing) << "session " << session;
    }
}

TEST(Placement, DotsKeepClearOfTheHairThatIsLeft) {
    std::vector<glm::vec3> hairs;
    for (const Hair& hair : done().treatment.hairs)
        hairs.push_back(hair.root_mm);
    const PointGrid grid(hairs, 1.5f);
    std::size_t on_top = 0;
    for (const Dot& dot : done().treatment.dots) {
        bool near = false;
        grid.visit_near(dot.position_mm, 0.25f, [&](std::uint32_t hair) {
            near = near || glm::distance(hairs[hair], dot.position_mm) < 0.25f;
        });
        on_top += near ? 1 : 0;
    }
    EXPECT_LT(static_cast<double>(on_top) / static_cast<double>(done().treatment.dots.size()), 0.005);
}

TEST(Placement, DotsLieOnTheSkinWithUnitFrames) {
    const Treatment shaky = treat(done().head, three_sessions(), two_pigment_library());
    const Ellipsoid shape;
    for (const Dot& dot : shaky.dots) {
        EXPECT_NEAR(shape.off_surface_mm(dot.position_mm), 0.0, 0.02);
        EXPECT_NEAR(glm::length(dot.normal), 1.0, 1e-3);
        EXPECT_NEAR(glm::length(dot.drift), 1.0, 1e-3);
        EXPECT_NEAR(glm::dot(dot.normal, dot.drift), 0.0, 1e-3);
        EXPECT_LT(dot.zone, 5);
    }
}

TEST(Placement, SameSeedGivesTheSameDotsAndAnotherSeedOthers) {
    const Treatment again = treat(done().head, done().plan, two_pigment_library());
    ASSERT_EQ(again.dots.size(), done().treatment.dots.size());
    for (std::size_t i = 0; i < again.dots.size(); ++i)
        ASSERT_TRUE(same(again.dots[i], done().treatment.dots[i])) << i;
    ASSERT_EQ(again.hairs.size(), done().treatment.hairs.size());

    Plan other = done().plan;
    other.seed = 2;
    const Treatment differs = treat(done().head, other, two_pigment_library());
    std::size_t shared = 0;
    for (std::size_t i = 0; i < std::min(differs.dots.size(), again.dots.size()); ++i)
        shared += differs.dots[i].position_mm == again.dots[i].position_mm ? 1 : 0;
    EXPECT_EQ(shared, 0u);
}

TEST(Placement, ThreadsThatTakeTurnsOnOneCoreSetTheSameDots) {
    cpu_set_t every, one;
    ASSERT_EQ(::sched_getaffinity(0, sizeof every, &every), 0);
    CPU_ZERO(&one);
    for (std::size_t core = 0; core < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++core)
        if (CPU_ISSET(core, &every))
            CPU_SET(core, &one);
    ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
    const Treatment alone = treat(done().head, done().plan, two_pigment_library());
    ASSERT_EQ(::sched_setaffinity(0, sizeof every, &every), 0);
    EXPECT_TRUE(std::ranges::equal(alone.dots, done().treatment.dots, same));
}

TEST(Placement, TouchUpsStandBesideOldDotsAndMoveNone) {
    Plan plan = done().plan;
    plan.hand = three_sessions().hand;
    const Treatment before = treat(done().head, plan, two_pigment_library());
    plan.touch_ups = {{.at_years = 3.0, .added_density = 0.25, .ink = "test-ink", .resting_depth_mm = 0.2},
                      {.at_years = 6.0, .added_density = 0.25, .ink = "test-ink"}};
    const Treatment after = treat(done().head, plan, two_pigment_library());
    ASSERT_GT(after.dots.size(), before.dots.size());
    for (std::size_t i = 0; i < before.dots.size(); ++i)
        ASSERT_TRUE(same(before.dots[i], after.dots[i])) << i;
    std::vector<glm::vec3> places;
    for (const Dot& dot : after.dots)
        places.push_back(dot.position_mm);
    const PointGrid grid(places, 1.0f);
    double depth[2] = {0.0, 0.0}, count[2] = {0.0, 0.0};
    for (std::size_t i = before.dots.size(); i < after.dots.size(); ++i) {
        const Dot& dot = after.dots[i];
        ASSERT_TRUE(dot.session == 3 || dot.session == 4);
        depth[dot.session - 3] += dot.depth_mm;
        ++count[dot.session - 3];
        grid.visit_near(places[i], 0.2f, [&](std::uint32_t other) {
            if (after.dots[other].session < dot.session) {
                EXPECT_GE(glm::distance(places[i], places[other]), 0.199f) << i;
            }
        });
    }
    EXPECT_NEAR(count[0] / static_cast<double>(before.dots.size()), 0.25, 0.02);
    EXPECT_NEAR(count[1] / static_cast<double>(before.dots.size()), 0.25, 0.02);
    EXPECT_NEAR(depth[0] / count[0], 0.2, 0.01);
    EXPECT_NEAR(depth[1] / count[1], plan.needle.resting_depth_mm, 0.01);
}

TEST(Placement, NoSessionsMakeNoDotsAndLeaveTheHair) {
    Plan plan = done().plan;
    plan.sessions.clear();
    const Treatment untreated = treat(done().head, plan, two_pigment_library());
    EXPECT_TRUE(untreated.dots.empty());
    EXPECT_EQ(untreated.hairs.size(), done().treatment.hairs.size());
}

TEST(Placement, AnUnknownInkIsRefusedByName) {
    Plan plan = done().plan;
    plan.sessions[1].ink = "no-such-ink";
    try {
        treat(done().head, plan, two_pigment_library());
        FAIL() << "an unknown ink was taken";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("no-such-ink"), std::string::npos);
    }
}

} // namespace
} // namespace healed::treatment

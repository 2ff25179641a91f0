#include "ellipsoid_head.h"
#include "plan_fixture.h"
#include "treatment/follicle.h"
#include "treatment/growth.h"
#include "treatment/hair_loss.h"
#include "treatment/hairline.h"
#include "treatment/region.h"

#include <gtest/gtest.h>
#include <set>

namespace healed::treatment {
namespace {

const head::Head& the_head() {
    static const head::Head head = ellipsoid_head();
    return head;
}
const ScalpFrame& the_frame() {
    static const ScalpFrame frame(the_head());
    return frame;
}

/// Places all over the scalp, 5 mm or so apart.
std::vector<glm::vec2> scalp_places() {
    std::vector<glm::vec2> places;
    for (int j = 0; j < 90; ++j)
        for (int i = 0; i < 90; ++i)
            if (const glm::vec2 chart = (glm::vec2(i, j) + 0.5f) / 90.0f; the_head().chart.is_scalp(chart))
                places.push_back(chart);
    return places;
}

TEST(ScalpFrame, ChartAndArcsAreInverse) {
    for (const glm::vec2 chart : scalp_places()) {
        const glm::vec2 back = the_frame().chart_at(the_frame().polar_at(chart));
        EXPECT_NEAR(back.x, chart.x, 1e-4);
        EXPECT_NEAR(back.y, chart.y, 1e-4);
    }
}

TEST(ScalpFrame, ArcsAreMillimetresOnTheSkin) {
    const glm::vec3 from = the_frame().position_at({60.0f, 0.7f}),
                    to = the_frame().position_at({61.0f, 0.7f});
    EXPECT_NEAR(glm::distance(from, to), 1.0, 0.02);
    const Ellipsoid shape;
    EXPECT_NEAR(glm::distance(the_frame().position_at({the_frame().brow_arc_mm() - 68.0f, 0.0f}),
                              glm::vec3(shape.above_brow(68.0))),
                0.0, 0.5);
}

TEST(Hairline, CrossesTheMidlineAtItsHeightOverTheBrow) {
    const Ellipsoid shape;
    for (const double height : {55.0, 68.0, 80.0}) {
        const HairlineCurve curve(the_frame(), {.height_over_brow_mm = height, .irregularity_mm = 0.0}, 1);
        const glm::vec3 wanted(shape.above_brow(height));
        float nearest = 1e9f;
        for (const glm::vec3& point : curve.points_mm())
            nearest = std::min(nearest, glm::distance(point, wanted));
        EXPECT_LT(nearest, 0.8f) << height;
        EXPECT_NEAR(curve.inside_mm(the_frame().chart_at({curve.radius_mm(0.0f) - 5.0f, 0.0f})), 5.0f, 0.4f);
        EXPECT_NEAR(curve.inside_mm(the_frame().chart_at({curve.radius_mm(0.0f) + 5.0f, 0.0f})), -5.0f, 0.4f);
    }
}

TEST(Hairline, CornersRecedeFromTheLevelLineByTheRecession) {
    const HairlineCurve level(the_frame(), {.temple_recession_mm = 0.0, .width_mm = 165.0}, 1);
    const float height = the_frame().position_at({level.radius_mm(0.0f), 0.0f}).y;
    for (const float azimuth : {0.1f, 0.3f, 0.45f})
        EXPECT_NEAR(the_frame().position_at({level.radius_mm(azimuth), azimuth}).y, height, 0.3f);
    for (const double recession : {8.0, 25.0}) {
        const HairlineCurve receding(the_frame(), {.temple_recession_mm = recession}, 1);
        float deepest = 0.0f;
        for (float azimuth = 0.0f; azimuth < 0.93f; azimuth += 0.005f)
            deepest = std::max(deepest, level.radius_mm(azimuth) - receding.radius_mm(azimuth));
        EXPECT_NEAR(deepest, recession, 0.15 * recession);
    }
}

TEST(Hairline, IrregularityStaysAboutItsAmplitudeAndKeepsTheMean) {
    const Hairline even{.irregularity_mm = 0.0}, rough{.irregularity_mm = 4.0};
    const HairlineCurve line(the_frame(), even, 7), edge(the_frame(), rough, 7);
    double sum = 0.0, squares = 0.0, count = 0.0;
    for (const glm::vec3& point : line.points_mm()) {
        const glm::vec2 chart = the_frame().chart_at(the_frame().nearest(point));
        const double stray = edge.inside_mm(chart) - line.inside_mm(chart);
        sum += stray;
        squares += stray * stray;
        ++count;
        EXPECT_LT(std::abs(stray), 8.0);
    }
    EXPECT_LT(std::abs(sum / count), 1.5);
    EXPECT_GT(std::sqrt(squares / count), 0.8);
}

TEST(HairLoss, EachStageLeavesLessThanTheOneBefore) {
    double before = 2.0;
    for (const Norwood stage : {Norwood::I, Norwood::II, Norwood::III, Norwood::IIIVertex, Norwood::IV,
                                Norwood::V, Norwood::VI, Norwood::VII}) {
        const HairLoss loss(the_frame(), stage, 1);
        double sum = 0.0, count = 0.0;
        for (const glm::vec2 chart : scalp_places()) {
            const float left = loss.remaining(chart);
            ASSERT_GE(left, 0.0f);
            ASSERT_LE(left, 1.0f);
            sum += left;
            ++count;
        }
        EXPECT_LT(sum / count, before) << static_cast<int>(stage);
        before = sum / count;
    }
}

TEST(HairLoss, StageVKeepsSidesAndBackLosesCrownAndFrontAndThinsTheBridge) {
    const HairLoss loss(the_frame(), Norwood::V, 1);
    const auto left = [&](glm::vec2 flat_mm) { return loss.remaining(the_frame().chart_at_flat(flat_mm)); };
    const float whorl = the_frame().whorl_flat_mm().y;
    EXPECT_LT(left({0.0f, whorl}), 0.1f);
    EXPECT_LT(left({0.0f, the_frame().trichion_arc_mm() - 10.0f}), 0.1f);
    EXPECT_GT(left({0.75f * the_frame().ear_arc_mm(), 0.0f}), 0.95f);
    EXPECT_GT(left({-0.75f * the_frame().ear_arc_mm(), 0.0f}), 0.95f);
    EXPECT_GT(left({0.0f, -the_frame().occiput_arc_mm()}), 0.95f);
    float most = 0.0f;
    for (float y = whorl; y < the_frame().trichion_arc_mm(); y += 1.0f)
        most = std::max(most, left({0.0f, y}));
    EXPECT_GT(most, 0.15f);
    EXPECT_LT(most, 0.6f);
}

TEST(HairLoss, AnUnmovedEdgeIsAlikeOnBothSides) {
    for (const Norwood stage : {Norwood::III, Norwood::V, Norwood::VII}) {
        const HairLoss loss(the_frame(), stage, 1, 0.0f);
        for (const glm::vec2 chart : scalp_places())
            EXPECT_NEAR(loss.remaining(chart), loss.remaining({1.0f - chart.x, chart.y}), 2e-3f);
    }
}

TEST(Hairline, AnEvenOneIsAlikeOnBothSides) {
    const HairlineCurve line(the_frame(), {.irregularity_mm = 0.0}, 1);
    for (const glm::vec2 chart : scalp_places()) {
        const float inside = line.inside_mm(chart);
        if (std::abs(inside) < 30.0f) {
            EXPECT_NEAR(inside, line.inside_mm({1.0f - chart.x, chart.y}), 0.6f);
        }
    }
}

TEST(Growth, IsAUnitTangentEverywhere) {
    for (const glm::vec2 chart : scalp_places()) {
        const glm::vec3 growth = growth_direction(the_frame(), chart);
        EXPECT_NEAR(glm::length(growth), 1.0f, 1e-4f);
        EXPECT_NEAR(glm::dot(growth, the_head().chart.normal_at(chart)), 0.0f, 1e-4f);
    }
}

TEST(Growth, RunsForwardOnTopAndDownOnSidesAndBack) {
    const float ear = the_frame().ear_arc_mm();
    const auto growth = [&](glm::vec2 flat_mm) {
        return growth_direction(the_frame(), the_frame().chart_at_flat(flat_mm));
    };
    EXPECT_GT(growth({0.0f, 30.0f}).z, 0.8f);
    EXPECT_LT(growth({0.8f * ear, 0.0f}).y, -0.8f);
    EXPECT_LT(growth({-0.8f * ear, 0.0f}).y, -0.8f);
    EXPECT_LT(growth({0.0f, -the_frame().occiput_arc_mm()}).y, -0.8f);
    const glm::vec3 temple = growth({0.55f * ear, 0.45f * ear});
    EXPECT_LT(temple.y, -0.2f);
    EXPECT_GT(temple.z, 0.2f);
}

TEST(Growth, TurnsOnceAboutTheWhorlAndNowhereElse) {
    const auto turns = [&](glm::vec2 middle, float radius) {
        constexpr int steps = 720;
        double total = 0.0;
        glm::vec2 last(0.0f);
        for (int i = 0; i <= steps; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / steps;
            const glm::vec2 place = middle + radius * glm::vec2(std::cos(angle), std::sin(angle));
            const glm::vec3 growth = growth_direction(the_frame(), the_frame().chart_at_flat(place));
            const glm::vec2 seen(growth.x, growth.z); // from above
            if (i > 0)
                total += std::atan2(last.x * seen.y - last.y * seen.x, glm::dot(last, seen));
            last = seen;
        }
        return total / (2.0 * std::numbers::pi);
    };
    EXPECT_NEAR(std::abs(turns(the_frame().whorl_flat_mm(), 15.0f)), 1.0, 1e-3);
    EXPECT_NEAR(turns({0.0f, 20.0f}, 15.0f), 0.0, 1e-3);
    EXPECT_LT(the_frame().whorl_flat_mm().x, 0.0f) << "right of the midline";
}

TEST(Growth, SpiralsAtTheWhorl) {
    const glm::vec2 whorl = the_frame().whorl_flat_mm();
    for (const glm::vec2 off : {glm::vec2(4, 0), glm::vec2(0, 4), glm::vec2(-4, 0), glm::vec2(0, -4)}) {
        const glm::vec2 chart = the_frame().chart_at_flat(whorl + off);
        const glm::vec3 outwards =
            glm::normalize(the_head().chart.position_at(chart) -
                           the_head().chart.position_at(the_frame().chart_at_flat(whorl)));
        const glm::vec3 growth = growth_direction(the_frame(), chart);
        EXPECT_GT(glm::dot(growth, outwards), 0.1f);
        EXPECT_LT(glm::dot(growth, outwards), 0.8f);
    }
}

TEST(Regions, EachIsThereAndFrontLiesAheadOfCrown) {
    std::set<Region> found;
    for (const glm::vec2 chart : scalp_places())
        found.insert(region_at(the_frame(), chart));
    EXPECT_EQ(found.size(), 5u);
    EXPECT_EQ(region_at(the_frame(), the_frame().chart_at_flat(the_frame().whorl_flat_mm())), Region::Crown);
    EXPECT_EQ(region_at(the_frame(), the_frame().chart_at_flat({0.0f, the_frame().trichion_arc_mm() - 5.0f})),
              Region::Front);
    EXPECT_EQ(region_at(the_frame(), the_frame().chart_at_flat({0.8f * the_frame().ear_arc_mm(), 0.0f})),
              Region::Sides);
    EXPECT_EQ(region_at(the_frame(), the_frame().chart_at_flat({0.0f, -the_frame().occiput_arc_mm()})),
              Region::Back);
}

TEST(Follicles, HairsLeaveTheSkinAtTheirAngleInUnitsOfOneToFour) {
    const Plan plan = three_sessions();
    const HairCourse course(the_frame(), plan);
    const LivingUnits units = living_units(the_frame(), course, plan);
    const std::vector<Hair> hairs = grow_hairs(the_frame(), course, plan, units);
    EXPECT_NEAR(static_cast<double>(hairs.size()) / static_cast<double>(units.sites.size()),
                plan.follicles.hairs_per_unit, 0.03);
    double angle = 0.0;
    for (const Hair& hair : hairs) {
        const float rise = glm::dot(hair.direction, the_head().chart.normal_at(hair.chart));
        ASSERT_NEAR(glm::length(hair.direction), 1.0f, 1e-4f);
        ASSERT_GT(rise, 0.0f);
        ASSERT_GT(hair.radius_mm, 0.0f);
        angle += std::asin(rise) * 180.0 / std::numbers::pi / static_cast<double>(hairs.size());
    }
    EXPECT_NEAR(angle, plan.follicles.hair_angle_deg, 1.0);
}

TEST(Follicles, LossAndGreyingGoEvenlyToWhereThePlanSays) {
    Plan plan = three_sessions();
    plan.norwood = Norwood::III;
    plan.hair_changes = {{.at_years = 10.0, .norwood = Norwood::V, .grey_share = 0.5}};
    const HairCourse course(the_frame(), plan);
    const LivingUnits units = living_units(the_frame(), course, plan);
    Plan later = plan;
    later.norwood = Norwood::V;
    later.hair_changes.clear();
    const LivingUnits left = living_units(the_frame(), HairCourse(the_frame(), later), later);
    std::size_t halfway = 0, stay = 0;
    for (const float gone : units.gone_years) {
        EXPECT_TRUE(gone >= 0.0f);
        halfway += gone > 5.0f ? 1 : 0;
        stay += gone > 10.0f ? 1 : 0;
    }
    EXPECT_EQ(stay, left.sites.size());
    EXPECT_LT(stay, halfway);
    EXPECT_LT(halfway, units.sites.size());
    std::size_t grey_by_five = 0, grey_at_last = 0;
    const std::vector<Hair> hairs = grow_hairs(the_frame(), course, plan, units);
    for (const Hair& hair : hairs) {
        grey_by_five += hair.grey_years <= 5.0f ? 1 : 0;
        grey_at_last += hair.grey_years <= 10.0f ? 1 : 0;
    }
    const auto all = static_cast<double>(hairs.size());
    EXPECT_NEAR(static_cast<double>(grey_by_five) / all, 0.25, 0.02);
    EXPECT_NEAR(static_cast<double>(grey_at_last) / all, 0.5, 0.02);
}

TEST(Follicles, FurtherLossTakesHairAndMovesNone) {
    Plan now = three_sessions(), later = now;
    now.norwood = Norwood::III;
    later.norwood = Norwood::V;
    const auto units = [&](const Plan& plan) {
        return living_units(the_frame(), HairCourse(the_frame(), plan), plan).sites;
    };
    std::set<std::pair<float, float>> before;
    for (const Site& site : units(now))
        before.insert({site.chart.x, site.chart.y});
    const std::vector<Site> left = units(later);
    EXPECT_LT(left.size(), before.size());
    std::size_t known = 0;
    for (const Site& site : left)
        known += before.count({site.chart.x, site.chart.y});
    EXPECT_EQ(known, left.size());
}

} // namespace
} // namespace healed::treatment

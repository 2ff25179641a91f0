#include "coarse_scalp.h"
#include "plan_fixture.h"
#include "treatment/density.h"
#include "treatment/hairline.h"
#include "treatment/loss.h"
#include "treatment/treat.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::treatment {
namespace {

glm::vec2 at_flat(float left_mm, float forward_mm) {
    return the_frame().chart_at_flat(the_frame().scale() * glm::vec2(left_mm, forward_mm));
}

/// Area of the scalp that a function of the chart weighs, cm².
template <typename Share>
double weighed_cm2(Share share) {
    return 0.01 *
           integral(the_frame(), ChartField(256, [&](glm::vec2 chart) { return 100.0f * share(chart); }));
}

constexpr float back_of_head_mm = -150.0f;

/// A harvest scar from ear to ear.
Area strip() {
    return {.along = {{-120.0, 95.0}, {-150.0, 40.0}, {-155.0, 0.0}, {-150.0, -40.0}, {-120.0, -95.0}},
            .width_mm = 6.0,
            .edge_mm = 1.0};
}

TEST(Area, DiscsHaveTheirSizeWhereverTheyLie) {
    const double scale = the_frame().scale();
    for (const Place centre : {Place{0.0, 0.0}, Place{60.0, 20.0}, Place{-140.0, 30.0}}) {
        const AreaField disc(the_frame(), {.along = {centre}, .width_mm = 40.0, .edge_mm = 2.0});
        const double expected = 3.14159265 * 2.0 * 2.0 * scale * scale;
        EXPECT_NEAR(weighed_cm2([&](glm::vec2 chart) { return disc.share(chart); }), expected,
                    0.04 * expected)
            << centre.forward_mm;
    }
}

TEST(Area, StripsHaveTheirBreadthOnTheCurvedBackOfTheHead) {
    const AreaField field(the_frame(), strip());
    double length_mm = 0.0;
    glm::vec3 last{};
    for (int i = 0; i <= 200; ++i) {
        // Along the strip as its places say it, good to a few per cent.
        const auto t = static_cast<float>(i) / 50.0f;
        const auto piece = std::min(static_cast<std::size_t>(t), std::size_t{3});
        const Place from = strip().along[piece], to = strip().along[piece + 1];
        const double s = static_cast<double>(t) - static_cast<double>(piece);
        const glm::vec3 here = the_head().chart.position_at(
            at_flat(static_cast<float>(glm::mix(from.left_mm, to.left_mm, s)),
                    static_cast<float>(glm::mix(from.forward_mm, to.forward_mm, s))));
        length_mm += i > 0 ? glm::distance(here, last) : 0.0;
        last = here;
    }
    const double scale = the_frame().scale();
    const double expected = 0.01 * (length_mm * 6.0 * scale);
    EXPECT_NEAR(weighed_cm2([&](glm::vec2 chart) { return field.share(chart); }), expected, 0.1 * expected);
}

TEST(Region, SharesAddUpAndNameTheRegion) {
    for (int j = 5; j < 60; ++j)
        for (int i = 5; i < 60; ++i) {
            const glm::vec2 chart = (glm::vec2(i, j) + 0.5f) / 64.0f;
            const auto shares = region_shares(the_frame(), chart);
            float sum = 0.0f;
            for (const float share : shares) {
                EXPECT_GE(share, -1e-5f);
                sum += share;
            }
            EXPECT_NEAR(sum, 1.0f, 1e-5f);
            EXPECT_GE(shares[static_cast<std::size_t>(region_at(the_frame(), chart))], 0.2f);
        }
    EXPECT_EQ(region_at(the_frame(), at_flat(0.0f, 80.0f)), Region::Front);
    EXPECT_EQ(region_at(the_frame(), at_flat(0.0f, back_of_head_mm)), Region::Back);
}

TEST(Loss, LudwigThinsTheTopBehindAKeptFrontMoreFromStageToStage) {
    const float trichion = the_frame().trichion_arc_mm() / the_frame().scale();
    float before = 1.01f;
    for (const Ludwig stage : {Ludwig::I, Ludwig::II, Ludwig::III}) {
        const LossField loss(the_frame(), {.stage = stage}, 1);
        const float top = loss.remaining(at_flat(0.0f, 20.0f));
        EXPECT_LT(top, before - 0.2f);
        before = top;
        EXPECT_GT(loss.remaining(at_flat(0.0f, trichion - 2.0f)), 0.9f);
        EXPECT_GT(loss.remaining(at_flat(0.0f, back_of_head_mm)), 0.99f);
    }
}

TEST(Loss, PatternsMultiplyAndAShareMixesThem) {
    Plan plan{.norwood = Norwood::I};
    plan.losses = {{.pattern = Loss::Pattern::Diffuse, .remaining = 0.5}};
    const float whole = HairLoss(the_frame(), Norwood::I, plan.seed).remaining(at_flat(0.0f, 20.0f));
    EXPECT_NEAR(RemainingHair(the_frame(), plan).at(at_flat(0.0f, 20.0f)), 0.5f * whole, 1e-5f);
    plan.losses.push_back({.pattern = Loss::Pattern::Diffuse, .remaining = 0.5, .share = 0.5});
    EXPECT_NEAR(RemainingHair(the_frame(), plan).at(at_flat(0.0f, 20.0f)), 0.5f * 0.75f * whole, 1e-5f);
    plan.losses = {{.pattern = Loss::Pattern::Total}};
    EXPECT_EQ(RemainingHair(the_frame(), plan).at(at_flat(0.0f, 20.0f)), 0.0f);
}

TEST(Loss, AreataIsBareInItsPatchesOnly) {
    const Loss areata{.pattern = Loss::Pattern::Areata, .areas = {{.along = {{-100.0, 50.0}}}}};
    const LossField loss(the_frame(), areata, 1);
    EXPECT_LT(loss.remaining(at_flat(50.0f, -100.0f)), 0.01f);
    EXPECT_EQ(loss.remaining(at_flat(-50.0f, -100.0f)), 1.0f);
}

TEST(Mark, ScarsHoldNoHairAndLessInk) {
    const std::vector<Mark> marks{{.kind = MarkKind::StripScar, .area = strip()}};
    const MarkField field(the_frame(), marks, 1);
    const MarkedSkin scar = field.at(at_flat(0.0f, -155.0f)), beside = field.at(at_flat(0.0f, -120.0f));
    EXPECT_LT(scar.hair_left, 0.1f);
    EXPECT_LT(scar.ink_taken, 0.8f);
    EXPECT_LT(scar.melanin, -0.3f);
    EXPECT_EQ(beside.hair_left, 1.0f);
    EXPECT_EQ(beside.ink_taken, 1.0f);
    EXPECT_EQ(beside.melanin, 0.0f);
}

TEST(Mark, DotScarsCoverTheShareOfTheirDiscs) {
    const std::vector<Mark> marks{{.kind = MarkKind::DotScars,
                                   .area = {.along = {{0.0, 0.0}}, .width_mm = 80.0},
                                   .dot_mm = 1.0,
                                   .spacing_mm = 2.5}};
    const MarkField field(the_frame(), marks, 1);
    double covered = 0.0;
    constexpr int side = 400;
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i)
            covered += 1.0 - static_cast<double>(field
                                                     .at(at_flat(0.1f * static_cast<float>(i) - 20.0f,
                                                                 0.1f * static_cast<float>(j) - 20.0f))
                                                     .hair_left);
    const double expected = 3.14159265 * 0.25 / (2.5 * 2.5);
    EXPECT_NEAR(covered / (side * side), expected, 0.12 * expected);
}

TEST(Work, ZonesAreasAndGraftsSteerTheDots) {
    const ink::Library library = two_pigment_library();
    Plan plan = steady_hand();
    const std::size_t all = treat(the_head(), plan, library).dots.size();
    plan.zones[static_cast<std::size_t>(Region::Crown)] = {.density = 0.0, .size = 1.0, .shade = 1.0};
    plan.zones[static_cast<std::size_t>(Region::Front)] = {.density = 1.0, .size = 1.5, .shade = 0.5};
    const Treatment zoned = treat(the_head(), plan, library);
    EXPECT_LT(zoned.dots.size(), all);
    for (const Dot& dot : zoned.dots) {
        const auto shares = region_shares(the_frame(), dot.chart);
        EXPECT_LT(shares[static_cast<std::size_t>(Region::Crown)], 0.999f);
        if (shares[static_cast<std::size_t>(Region::Front)] > 0.999f) {
            // Sessions strain the skin a little, which widens.
            EXPECT_GE(dot.footprint_mm, 1.5 * plan.needle.footprint_mm - 1e-3);
            EXPECT_LE(dot.footprint_mm, 1.05 * 1.5 * plan.needle.footprint_mm);
        }
    }

    plan = steady_hand();
    plan.areas = {{.along = {{0.0, 0.0}}, .width_mm = 40.0}};
    const AreaField area(the_frame(), plan.areas.front());
    const Treatment local = treat(the_head(), plan, library);
    EXPECT_LT(local.dots.size(), all / 4);
    EXPECT_GT(local.dots.size(), 500u);
    for (const Dot& dot : local.dots)
        EXPECT_GT(area.share(dot.chart), 0.0f);

    plan = steady_hand();
    const std::size_t hairs = treat(the_head(), plan, library).hairs.size();
    plan.transplant.units_per_cm2 = 35.0;
    const Treatment grafted = treat(the_head(), plan, library);
    EXPECT_GT(grafted.hairs.size(), hairs + 2000);
    EXPECT_LT(grafted.dots.size(), all);
}

TEST(Work, AScarWithinHairIsFilledAndNothingElse) {
    const ink::Library library = two_pigment_library();
    Plan plan = steady_hand();
    plan.norwood = Norwood::I;
    plan.hairline = natural_hairline(the_frame());
    const std::size_t without = treat(the_head(), plan, library).dots.size();
    plan.marks = {{.kind = MarkKind::StripScar, .area = strip()}};
    const Treatment treatment = treat(the_head(), plan, library);
    const MarkField marks(the_frame(), plan.marks, plan.seed);
    std::size_t in_scar = 0;
    double mass = 0.0;
    for (const Dot& dot : treatment.dots)
        if (marks.at(dot.chart).hair_left < 0.5f) {
            ++in_scar;
            mass += static_cast<double>(dot.mass_ng[0] + dot.mass_ng[1]);
        }
    EXPECT_GT(in_scar, 800u);
    EXPECT_NEAR(static_cast<double>(treatment.dots.size()), static_cast<double>(without + in_scar),
                0.35 * static_cast<double>(in_scar));
    // Of 2 ng a dot at shades of 0.7 to 1.
    EXPECT_LT(mass / static_cast<double>(in_scar), 0.8 * 2.0);
}

} // namespace
} // namespace healed::treatment

#include "baked_skin.h"
#include "study/core_zone.h"
#include "study/two_blues.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

using test::grid, test::zone_skin_three, test::the_library;

/// One session of an ink on level skin, with dots at several depths.
struct Treated {
    treatment::Plan plan;
    aging::Course course;
    InkBands inks;
    std::vector<treatment::Dot> dots;

    Treated(const std::string& ink, std::initializer_list<double> depths_mm, const aging::Client& client = {})
        : plan{.sessions = {{.ink = ink}}}, course(aging::course(plan, the_library(), client)),
          inks(plan, the_library()) {
        const ink::Ink& made = the_library().ink(ink);
        for (const double depth : depths_mm) {
            treatment::Dot& dot = dots.emplace_back();
            dot.normal = {0.0f, 1.0f, 0.0f};
            dot.depth_mm = static_cast<float>(depth);
            dot.footprint_mm = 0.24f;
            for (std::size_t i = 0; i < made.components.size(); ++i)
                dot.mass_ng[i] =
                    static_cast<float>(made.pigment_ng_per_dot * made.components[i].mass_fraction);
        }
    }
    Region region() const { return {dots, course, inks, 0.56 * static_cast<double>(dots.size())}; }
};

aging::Client sunny() {
    aging::Client client;
    client.ambient_sed_per_year = 9000.0;
    client.outdoor_fraction = 0.05;
    client.protection = aging::Protection::None;
    return client;
}

TwoBlues blues(const Treated& treated, double years) {
    return two_blues(grid(), zone_skin_three(), treated.region(), years);
}

void expect_whole(const TwoBlues& blues) {
    EXPECT_NEAR(blues.fading.l + blues.optical.l + blues.chemical.l, blues.now.l - blues.healed.l, 1e-6);
    EXPECT_NEAR(blues.fading.a + blues.optical.a + blues.chemical.a, blues.now.a - blues.healed.a, 1e-6);
    EXPECT_NEAR(blues.fading.b + blues.optical.b + blues.chemical.b, blues.now.b - blues.healed.b, 1e-6);
}

TEST(TwoBlues, TheCausesAddUpToTheShift) {
    for (const char* ink : {"smp-carbon", "process-black-three", "iron-oxide-brown"})
        for (const double years : {0.1, 1.0, 5.0, 20.0})
            expect_whole(blues(Treated(ink, {0.16, 0.22, 0.27, 0.35, 0.5}, sunny()), years));
}

TEST(TwoBlues, ThereIsNothingToDivideOnDayThirtyAndBefore) {
    const Treated treated("process-black-three", {0.2, 0.3}, sunny());
    for (const double days : {0.0, 10.0, 30.0}) {
        const TwoBlues found = blues(treated, days / 365.25);
        EXPECT_FALSE(found.optical_share.has_value()) << days;
        EXPECT_FALSE(found.chemical_share.has_value()) << days;
        EXPECT_EQ(found.now.l, found.healed.l);
    }
}

TEST(TwoBlues, CarbonOnlyMovesInDepthAndAProcessBlackTurns) {
    const TwoBlues carbon = blues(Treated("smp-carbon", {0.14, 0.2, 0.27, 0.4}, sunny()), 5.0);
    EXPECT_NEAR(carbon.chemical.hue(), 0.0, 1e-3);
    ASSERT_TRUE(carbon.optical_share.has_value());
    EXPECT_GT(*carbon.optical_share, 0.99);
    const TwoBlues black = blues(Treated("process-black-three", {0.27}, sunny()), 5.0);
    ASSERT_TRUE(black.chemical_share.has_value());
    EXPECT_GT(*black.chemical_share, 0.7);
    EXPECT_NEAR(*black.chemical_share + *black.optical_share, 1.0, 1e-12);
    EXPECT_LT(black.chemical.b, 0.0) << "the warm pigment has gone";
}

TEST(TwoBlues, WithoutLightAndClearanceNothingIsChemical) {
    aging::Client dark;
    dark.ambient_sed_per_year = 0.0;
    const Treated treated("process-black-blue-orange", {0.27}, dark);
    const Treated lit("process-black-blue-orange", {0.27}, sunny());
    EXPECT_LT(blues(treated, 5.0).chemical.hue(), 0.5 * blues(lit, 5.0).chemical.hue());
}

transport::BandValues carbon_bands() {
    return pigment_bands(the_library().pigment("carbon"));
}

StandingCast cast(const Treated& treated, double years) {
    return standing_cast(grid(), zone_skin_three(), treated.region(), carbon_bands(), years);
}

TEST(StandingCast, CarbonHasNoneAgainstItself) {
    for (const double depth : {0.2, 0.27, 0.5}) {
        const StandingCast found = cast(Treated("smp-carbon", {depth}), 3.0);
        EXPECT_NEAR(found.delta_e_2000, 0.0, 1e-3) << depth;
        EXPECT_NEAR(found.carbon_scale, 1.0, 1e-3) << depth;
    }
}

TEST(StandingCast, DepthAloneCastsBlueAtOnceWithEveryInk) {
    for (const char* ink : {"smp-carbon", "process-black-three", "smp-warm"})
        for (const double depth : {0.2, 0.5})
            EXPECT_LT(cast(Treated(ink, {depth}), 0.1).optical.b, -1.0) << ink << " at " << depth;
}

TEST(StandingCast, AProcessBlackCastsWithTheYearsInAverageSun) {
    const Treated treated("process-black-three", {0.27});
    EXPECT_GT(cast(treated, 5.0).delta_e_2000, cast(treated, 1.0).delta_e_2000);
    EXPECT_GT(cast(treated, 3.0).ink.hue(), cast(treated, 0.1).ink.hue());
}

} // namespace
} // namespace healed::study

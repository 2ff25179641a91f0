#include "baked_skin.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

using test::grid, test::tables, test::zone_skin_three;

transport::BandValues clean_skin() {
    transport::BandValues ratio;
    ratio.fill(1.0f);
    return ratio;
}

TEST(DarkGrid, IsTheTablesResampled) {
    for (const float depth : {0.02f, 0.07f, 0.13f, 0.27f, 0.41f, 0.8f, 1.7f})
        for (const float sigma : {0.02f, 0.042f, 0.1f, 0.3f, 0.5f})
            for (const float area : {1e-5f, 0.002f, 0.03f, 0.15f, 1.0f}) {
                transport::BandValues areas;
                areas.fill(area);
                const Dark dot = grid().dot(depth, sigma, areas), crust = grid().crust(sigma, areas);
                for (std::size_t band = 0; band < transport::band_count; ++band) {
                    const transport::Darkening exact = tables().dots.dot(band, depth, sigma, area);
                    const float crust_exact = tables().dots.crust(band, sigma, area).area_mm2;
                    const float nothing = 1e-4f * std::min(area, sigma * sigma);
                    EXPECT_NEAR(dot.area_mm2[band], exact.area_mm2, 0.02f * exact.area_mm2 + nothing)
                        << depth << " " << sigma << " " << area;
                    EXPECT_NEAR(dot.sheet_share[band], exact.sheet_share, 0.01f) << depth << " " << sigma;
                    EXPECT_NEAR(crust.area_mm2[band], crust_exact, 0.02f * crust_exact + nothing)
                        << sigma << " " << area;
                }
            }
}

TEST(DarkSum, IsNothingForNothingAndNeverDarkerThanASheet) {
    EXPECT_EQ(DarkSum().ratio(), clean_skin());
    Dark dark;
    dark.area_mm2.fill(0.03f);
    dark.sheet_share.fill(0.6f);
    DarkSum thin, dense;
    thin.add(dark, 0.1f);
    dense.add(dark, 1e6f);
    for (const float left : thin.ratio())
        EXPECT_NEAR(left, 1.0f - 0.003f, 1e-5f);
    for (const float left : dense.ratio())
        EXPECT_NEAR(left, 0.4f, 1e-5f);
}

struct Inked {
    treatment::Plan plan;
    std::vector<treatment::Dot> dots;
    std::vector<aging::DotState> states;
    InkBands bands;

    Inked(const std::string& ink, float depth_mm, std::size_t count)
        : plan{.sessions = {{.ink = ink}}}, dots(count), states(count),
          bands(plan, ink::load_library(assets_folder())) {
        for (std::size_t i = 0; i < count; ++i) {
            dots[i].mass_ng[0] = 45.0f;
            states[i].mass_ng[0] = 20.0f;
            states[i].depth_mm = depth_mm;
            states[i].sigma_mm = 0.042f;
            states[i].crust_sigma_mm = 0.13f;
        }
    }
    Zone zone(double area_mm2) const { return {dots, states, area_mm2}; }
};

TEST(Zone, DependsOnDensityAndNotOnSize) {
    const Inked one("smp-carbon", 0.27f, 1), many("smp-carbon", 0.27f, 500);
    const transport::BandValues small = ink_ratio(grid(), one.bands, one.zone(0.6));
    const transport::BandValues large = ink_ratio(grid(), many.bands, many.zone(300.0));
    for (std::size_t band = 0; band < small.size(); ++band) {
        EXPECT_NEAR(small[band], large[band], 1e-4f);
        EXPECT_LT(small[band], 1.0f);
        EXPECT_GT(small[band], 0.0f);
    }
}

TEST(Zone, DeeperInkOfOneLightnessIsBluer) {
    const ZoneSkin& skin = zone_skin_three();
    const Inked shallow("smp-carbon", 0.2f, 1), deep("smp-carbon", 0.6f, 1);
    const color::Lab bare = skin.colour.lab(clean_skin());
    const color::Lab above = skin.colour.lab(ink_ratio(grid(), shallow.bands, shallow.zone(0.6)));
    const color::Lab below = skin.colour.lab(ink_ratio(grid(), deep.bands, deep.zone(0.6)));
    EXPECT_GT((bare.b - below.b) / (bare.l - below.l), 1.1 * (bare.b - above.b) / (bare.l - above.l));
}

TEST(Zone, FlushReddensAndCrustDarkensTheStandingPicture) {
    const ZoneSkin& skin = zone_skin_three();
    Inked inked("smp-carbon", 0.27f, 1);
    const color::Lab calm = skin.colour.lab(zone_ratio(grid(), inked.bands, skin, inked.zone(0.6)));
    inked.states[0].redness = 4.0f;
    const color::Lab flushed = skin.colour.lab(zone_ratio(grid(), inked.bands, skin, inked.zone(0.6)));
    EXPECT_NEAR(flushed.a - calm.a, 4.0, 1.5);
    inked.states[0].redness = 0.0f;
    inked.states[0].crust = 0.12f;
    EXPECT_LT(skin.colour.lab(zone_ratio(grid(), inked.bands, skin, inked.zone(0.6))).l, calm.l - 0.5);
}

} // namespace
} // namespace healed::study

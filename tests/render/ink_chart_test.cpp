#include "physics.h"
#include "render/spectral_basis.h"
#include "window_texels.h"

namespace healed::test {
namespace {

/// A lattice of thin dots, 1 mm apart, of two inks in turn and at two depths.
struct TwoInks {
    treatment::Treatment treatment;
    render::AgedInk ink;

    explicit TwoInks(const Plane& plane)
        : ink{.treatment = &treatment,
              .states = {},
              .hairs = {},
              .bands = study::InkBands(plan(), ground().library),
              .hair_absorption_per_mm = {}} {
        const head::ScalpChart& chart = ground().head.chart;
        for (int j = -8; j < 8; ++j)
            for (int i = -8; i < 8; ++i) {
                treatment::Dot dot{};
                dot.chart = plane.chart_at({i, j});
                dot.position_mm = chart.position_at(dot.chart);
                dot.normal = chart.normal_at(dot.chart);
                dot.drift = plane.x;
                dot.session = i < 0 ? 0 : 1;
                dot.mass_ng[0] = dot.session == 0 ? 8.0f : 24.0f;
                treatment.dots.push_back(dot);
                ink.states.push_back({.depth_mm = j % 2 == 0 ? 0.2f : 0.4f,
                                      .sigma_mm = 0.06f,
                                      .sigma_z_mm = 0.08f,
                                      .mass_ng = dot.mass_ng});
            }
    }
    TwoInks(const TwoInks&) = delete;
    TwoInks& operator=(const TwoInks&) = delete;

    /// Black and red.
    static treatment::Plan plan() {
        treatment::Plan plan;
        plan.sessions = {{.day = 0, .ink = "smp-carbon"}, {.day = 21, .ink = "iron-oxide-brown"}};
        return plan;
    }
};

std::vector<std::array<std::uint16_t, 4>> ratio_of(const render::InkChart& chart) {
    return chart.window().ratio->download<std::array<std::uint16_t, 4>>();
}

TEST(InkChart, ThinDotsOfEachInkDarkenByTheirTables) {
    const TwoInks two(crown());
    render::InkChart chart(device(), ground().head, 1024);
    chart.fill(two.ink, ground().tables.dots, healing_skin());
    const Texels texels(chart.window());
    for (const float x_mm : {-4.5f, 3.5f}) {
        const Mean seen = mean_about(texels, crown(), {x_mm, -0.5f}, 4.0f);
        BandValues share{}, weighted{};
        for (std::size_t i = 0; i < two.treatment.dots.size(); ++i) {
            const treatment::Dot& dot = two.treatment.dots[i];
            if ((dot.session == 0) != (x_mm < 0.0f))
                continue;
            const auto dark = ground().tables.dots.dot(two.ink.states[i].depth_mm, two.ink.states[i].sigma_mm,
                                                       two.ink.bands.in_skin(dot, two.ink.states[i]));
            for (std::size_t band = 0; band < band_count; ++band) {
                share[band] += dark[band].area_mm2 / 128.0f;
                weighted[band] += dark[band].area_mm2 * dark[band].sheet_share / 128.0f;
            }
        }
        for (std::size_t band = 0; band < band_count; ++band) {
            const float expected = physics::left_by_many(share[band], weighted[band]);
            EXPECT_NEAR(1.0f - seen.ratio[band], 1.0f - expected, 0.004f + 0.05f * (1.0f - expected))
                << x_mm << ' ' << transport::band_nm[band] << " nm";
        }
        EXPECT_LT(seen.ratio[6], 0.98f) << "there is ink to compare";
    }
}

TEST(InkChart, HairKeptFromAnotherTimeChangesNoBit) {
    Patch patch(crown(), many_dots());
    for (int i = 0; i < 40; ++i) {
        const glm::vec2 at = crown().chart_at({0.3f * static_cast<float>(i) - 6.0f, 1.0f});
        patch.ink.hairs.push_back({.root_mm = ground().head.chart.position_at(at),
                                   .chart = at,
                                   .direction = {0, 1, 0},
                                   .radius_mm = 0.035f});
    }
    patch.ink.hair_absorption_per_mm.fill(26.0f);
    const auto& tables = ground().tables.dots;
    render::InkChart fresh(device(), ground().head, 1024), used(device(), ground().head, 1024);
    fresh.fill(patch.ink, tables, healing_skin());

    std::vector<aging::DotState> now = patch.ink.states;
    for (aging::DotState& state : patch.ink.states) {
        state.mass_ng[0] *= 0.5f;
        state.veil = 0.3f;
    }
    used.fill(patch.ink, tables, healing_skin());
    EXPECT_NE(ratio_of(used), ratio_of(fresh));
    patch.ink.states = now;
    used.fill(patch.ink, tables, healing_skin());
    EXPECT_EQ(ratio_of(used), ratio_of(fresh));

    patch.ink.hairs.pop_back();
    used.fill(patch.ink, tables, healing_skin());
    EXPECT_NE(ratio_of(used), ratio_of(fresh)) << "a hair that falls out is not kept";
}

TEST(SpectralBasis, TellsSpotsOfFewSpectraExactlyAndOthersByTwoLayers) {
    constexpr std::size_t values = std::tuple_size_v<render::DarkSpectrum>;
    const auto made_of = [](int spectra) {
        std::vector<std::array<render::DarkSpectrum, transport::spread_widths>> spots(3000);
        for (std::size_t i = 0; i < spots.size(); ++i)
            for (std::size_t k = 0; k < spots[i].size(); ++k)
                for (std::size_t v = 0; v < values; ++v) {
                    const auto which = static_cast<float>(static_cast<int>(i + k) % spectra);
                    spots[i][k][v] = (1.0f + 0.1f * static_cast<float>(i % 7)) *
                                     std::exp(-0.05f * std::pow(static_cast<float>(v) - 4.0f * which, 2.0f));
                }
        return spots;
    };
    for (const int spectra : {1, 4, 6}) {
        const auto spots = made_of(spectra);
        const render::SpectralBasis basis(spots, 2);
        EXPECT_EQ(basis.layers(), spectra <= 4 ? 1u : 2u) << spectra;
        for (std::size_t i = 0; i < 12; ++i)
            for (std::size_t v = 0; v < values; ++v) {
                float told = 0.0f;
                for (std::size_t layer = 0; layer < basis.layers(); ++layer)
                    told += glm::dot(basis.layer(layer)[v],
                                     render::SpectralBasis::weights(basis.layer(layer), spots[i][0]));
                EXPECT_NEAR(told, spots[i][0][v], 1e-3f) << spectra;
            }
    }
}

} // namespace
} // namespace healed::test

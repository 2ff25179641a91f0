#include "base/file.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "reference_table.h"
#include "transport/adding_doubling.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace healed::transport {
namespace {

using skin::OpticalLayer;
using skin::OpticalStack;

constexpr double endless = std::numeric_limits<double>::infinity();

void expect_relative(double ours, double published, double tolerance, const std::string& what) {
    EXPECT_NEAR(ours, published, tolerance * std::abs(published)) << what;
}

/// Reflectance of a half-space of this albedo, g and index in air.
PlaneReflectance half_space(double albedo, double g, double index) {
    return plane_reflectance({1.0, index, {{endless, index, g, 1.0 - albedo, albedo}}});
}

TEST(AddingDoubling, VanDeHulstSlab) {
    const PlaneReflectance r = plane_reflectance({1.0, 1.0, {{0.2, 1.0, 0.75, 1.0, 9.0}}});
    EXPECT_NEAR(r.total_normal(), 0.09739, 1e-5);
    EXPECT_NEAR(r.transmittance_normal, 0.66096, 1e-5);
}

TEST(AddingDoubling, GiovanelliHalfSpace) {
    const PlaneReflectance r = half_space(0.9, 0.0, 1.5);
    EXPECT_NEAR(r.total_normal(), 0.2600, 1e-4);
    EXPECT_NEAR(r.specular_normal, 0.0400, 1e-12);
    EXPECT_EQ(r.transmittance_normal, 0.0);
}

TEST(AddingDoubling, ThreeLayersOfGardner) {
    const PlaneReflectance r = plane_reflectance(
        {1.0, 1.0, {{1.0, 1.37, 0.9, 0.1, 10.0}, {1.0, 1.37, 0.0, 0.1, 1.0}, {2.0, 1.37, 0.7, 0.2, 1.0}}});
    expect_relative(r.reflectance_normal, 0.2378590, 1e-4, "reflectance");
    expect_relative(r.transmittance_normal, 0.0960489, 1e-4, "transmittance");
}

TEST(AddingDoubling, IsotropicHalfSpacesAgainstTheExactSolution) {
    const ReferenceTable table = read_reference("skin/semi_infinite_isotropic_exact.csv");
    ASSERT_GT(table.size(), 10u);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double albedo = table.number(row, "albedo");
        const std::string what = "albedo " + table.text(row, "albedo");
        const PlaneReflectance bare = half_space(albedo, 0.0, 1.0);
        expect_relative(bare.total_normal(), table.number(row, "R_normal_n1_exact"), 2e-6, what);
        expect_relative(bare.total_diffuse(), table.number(row, "R_diffuse_n1_exact"), 2e-6, what);
        const PlaneReflectance wet = half_space(albedo, 0.0, 1.4);
        expect_relative(wet.total_normal(), table.number(row, "AD_R_normal_n1.4"), 1e-4, what);
        // The table's diffuse columns hold 4e-4 of their own from integrating Fresnel up to the critical
        // angle.
        expect_relative(wet.total_diffuse(), table.number(row, "AD_R_diffuse_n1.4"), 5e-4, what);
    }
}

TEST(AddingDoubling, HenyeyGreensteinHalfSpaces) {
    const ReferenceTable table = read_reference("skin/semi_infinite_HG_AD.csv");
    ASSERT_GT(table.size(), 70u);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double g = table.number(row, "g");
        const double index = table.number(row, "n");
        const PlaneReflectance r = half_space(table.number(row, "albedo"), g, index);
        const std::string what = "g " + table.text(row, "g") + ", albedo " + table.text(row, "albedo");
        expect_relative(r.total_normal(), table.number(row, "UR1"), 1e-4, what);
        expect_relative(r.total_diffuse(), table.number(row, "URU"), index == 1.0 ? 1e-4 : 5e-4, what);
    }
}

/// The layers of one row of the table of bare skins, whose lengths are in cm.
OpticalStack bare_stack(const ReferenceTable& table, std::size_t row) {
    OpticalStack stack{1.0, 1.4, {}};
    for (const std::string name : {"epidermis", "papillary_dermis", "reticular_dermis", "fat"})
        stack.layers.push_back({name == "fat" ? endless : 10.0 * table.number(row, "d_" + name), 1.4,
                                table.number(row, "g_" + name), 0.1 * table.number(row, "mua_" + name),
                                0.1 * table.number(row, "mus_" + name)});
    return stack;
}

TEST(AddingDoubling, BareSkinAtAllWavelengths) {
    const ReferenceTable table = read_reference("skin/mcml_skin_bare.csv");
    ASSERT_GT(table.size(), 25u);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const PlaneReflectance r = plane_reflectance(bare_stack(table, row));
        const std::string what = table.text(row, "wavelength_nm") + " nm";
        expect_relative(r.reflectance_normal, table.number(row, "Rd_AD"), 1e-4, what);
        expect_relative(r.total_diffuse(), table.number(row, "URU_AD"), 3e-4, what);
        const PlaneReflectance draft = plane_reflectance(bare_stack(table, row), draft_streams);
        expect_relative(draft.reflectance_normal, r.reflectance_normal, 5e-4, what + ", draft");
        expect_relative(draft.reflectance_diffuse, r.reflectance_diffuse, 5e-4, what + ", draft");
    }
}

/// The stack with absorption added between two depths; layers that the sheet cuts are split.
OpticalStack with_sheet(const OpticalStack& bare, double top_mm, double bottom_mm, double extra_per_mm) {
    OpticalStack stack{bare.index_above, bare.index_below, {}};
    double depth = 0.0;
    for (const OpticalLayer& layer : bare.layers) {
        const double end = depth + layer.thickness_mm;
        double from = depth;
        for (const double cut : {top_mm, bottom_mm, end}) {
            const double to = std::clamp(cut, from, end);
            if (to - from < 1e-9)
                continue;
            OpticalLayer part = layer;
            part.thickness_mm = to - from;
            const double middle = std::isinf(to) ? endless : 0.5 * (from + to);
            part.absorption_per_mm += middle > top_mm && middle < bottom_mm ? extra_per_mm : 0.0;
            stack.layers.push_back(part);
            from = to;
        }
        depth = end;
    }
    return stack;
}

TEST(AddingDoubling, PigmentSheetsInSkin) {
    const ReferenceTable bare = read_reference("skin/mcml_skin_bare.csv");
    const ReferenceTable table = read_reference("skin/adding_doubling_skin_pigment.csv");
    int compared = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text(row, "z_top_cm").empty() || table.text(row, "skin") != "light_II")
            continue;
        for (std::size_t skin = 0; skin < bare.size(); ++skin) {
            if (bare.text(skin, "wavelength_nm") != table.text(row, "wavelength_nm"))
                continue;
            const double top = 10.0 * table.number(row, "z_top_cm");
            const OpticalStack stack =
                with_sheet(bare_stack(bare, skin), top, top + 0.2, 0.1 * table.number(row, "mua_extra_cm-1"));
            const PlaneReflectance r = plane_reflectance(stack, 32);
            const std::string what = "row " + std::to_string(row);
            expect_relative(r.total_normal(), table.number(row, "UR1"), 2e-4, what);
            expect_relative(r.total_diffuse(), table.number(row, "URU"), 5e-4, what);
            ++compared;
        }
    }
    EXPECT_GT(compared, 500);
}

TEST(AddingDoubling, StepsOfTheIndexBetweenLayers) {
    const PlaneReflectance skin = plane_reflectance({1.0,
                                                     1.46,
                                                     {{0.08, 1.45, 0.7795, 0.78694013, 26.103659},
                                                      {0.15, 1.40, 0.7795, 0.41169974, 16.594972},
                                                      {2.27, 1.40, 0.7795, 0.22881513, 16.594972},
                                                      {endless, 1.46, 0.7795, 0.11908437, 7.9685176}}});
    // Monte Carlo of a million photons: standard error at most 0.0005.
    EXPECT_NEAR(skin.specular_normal, 0.0337359, 1e-6);
    EXPECT_NEAR(skin.reflectance_normal, 0.248946, 0.00125);
    const PlaneReflectance seven = plane_reflectance({1.0,
                                                      1.44,
                                                      {{0.02, 1.53, 0.90, 0.020, 100.0},
                                                       {0.08, 1.34, 0.85, 0.015, 40.0},
                                                       {0.15, 1.40, 0.80, 0.070, 30.0},
                                                       {0.10, 1.39, 0.90, 0.100, 35.0},
                                                       {1.50, 1.40, 0.76, 0.070, 20.0},
                                                       {0.10, 1.39, 0.95, 0.100, 35.0},
                                                       {2.00, 1.44, 0.80, 0.030, 15.0}}});
    EXPECT_NEAR(seven.specular_normal, 0.0438845, 1e-6);
    EXPECT_NEAR(seven.reflectance_normal, 0.564018, 0.0015);
    EXPECT_NEAR(seven.transmittance_normal, 0.0344796, 0.0006);
}

TEST(AddingDoubling, SplittingALayerChangesNothing) {
    const OpticalLayer whole{1.0, 1.4, 0.8, 0.2, 15.0};
    OpticalLayer part = whole;
    part.thickness_mm = 0.25;
    const PlaneReflectance one = plane_reflectance({1.0, 1.33, {whole}}, 16);
    const PlaneReflectance four = plane_reflectance({1.0, 1.33, {part, part, part, part}}, 16);
    EXPECT_NEAR(one.reflectance_normal, four.reflectance_normal, 1e-11);
    EXPECT_NEAR(one.transmittance_diffuse, four.transmittance_diffuse, 1e-11);
}

TEST(AddingDoubling, LightThatNothingAbsorbsComesOutAgain) {
    const OpticalStack stack{1.0, 1.2, {{3.0, 1.4, 0.8, 0.0, 10.0}, {5.0, 1.55, 0.3, 0.0, 3.0}}};
    for (const int streams : {fewest_streams, draft_streams, exact_streams}) {
        const PlaneReflectance r = plane_reflectance(stack, streams);
        EXPECT_NEAR(r.total_normal() + r.transmittance_normal, 1.0, 1e-7);
        EXPECT_NEAR(r.total_diffuse() + r.transmittance_diffuse, 1.0, 1e-7);
    }
    const PlaneReflectance endless_white = plane_reflectance({1.0, 1.4, {{endless, 1.4, 0.7, 0.0, 10.0}}});
    EXPECT_NEAR(endless_white.total_diffuse(), 1.0, 1e-4);
}

// By reciprocity a slab transmits diffuse light alike from both sides, weighed by the étendue n² of each
// side.
TEST(AddingDoubling, TransmissionIsReciprocal) {
    const OpticalLayer first{0.3, 1.5, 0.8, 0.3, 8.0};
    const OpticalLayer second{0.5, 1.35, 0.2, 0.1, 4.0};
    const PlaneReflectance down = plane_reflectance({1.0, 1.2, {first, second}});
    const PlaneReflectance up = plane_reflectance({1.2, 1.0, {second, first}});
    EXPECT_NEAR(down.transmittance_diffuse, 1.44 * up.transmittance_diffuse, 1e-6);
}

TEST(AddingDoubling, ClearGlassIsFresnel) {
    const double once = 0.04; // ((1.5 − 1)/(1.5 + 1))²
    const PlaneReflectance r = plane_reflectance({1.0, 1.0, {{2.0, 1.5, 0.0, 0.0, 0.0}}});
    EXPECT_NEAR(r.specular_normal, once, 1e-12);
    EXPECT_NEAR(r.total_normal(), 2.0 * once / (1.0 + once), 1e-12);
    EXPECT_NEAR(r.transmittance_normal, (1.0 - once) / (1.0 + once), 1e-12);
    // Duntley, J. Opt. Soc. Am. 32, 61 (1942): diffuse light on an index of 1.5.
    EXPECT_NEAR(r.specular_diffuse, 0.091778, 1e-6);
}

TEST(AddingDoubling, AbsorbingSheetIsBeerLambert) {
    const PlaneReflectance r = plane_reflectance({1.4, 1.4, {{0.5, 1.4, 0.0, 3.0, 0.0}}});
    EXPECT_NEAR(r.total_normal(), 0.0, 1e-12);
    EXPECT_NEAR(r.transmittance_normal, std::exp(-1.5), 1e-12);
}

} // namespace
} // namespace healed::transport

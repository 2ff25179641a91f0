#include "../reference_table.h"
#include "transport/path_replay.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::transport {
namespace {

/// The reference skin "light_II" at one wavelength, from the file that lists every input (1/cm, cm).
skin::OpticalStack light_ii(double wavelength_nm) {
    const ReferenceTable table = read_reference("skin/mcml_skin_bare.csv");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.number(row, "wavelength_nm") != wavelength_nm)
            continue;
        skin::OpticalStack stack{.index_above = 1.0, .index_below = 1.4};
        for (const std::string layer : {"epidermis", "papillary_dermis", "reticular_dermis", "fat"})
            stack.layers.push_back({.thickness_mm = layer == "fat" ? std::numeric_limits<double>::infinity()
                                                                   : 10.0 * table.number(row, "d_" + layer),
                                    .refractive_index = 1.4,
                                    .anisotropy = table.number(row, "g_" + layer),
                                    .absorption_per_mm = table.number(row, "mua_" + layer) / 10.0,
                                    .scattering_per_mm = table.number(row, "mus_" + layer) / 10.0});
        return stack;
    }
    ADD_FAILURE() << "no row for " << wavelength_nm << " nm";
    return {};
}

Patch bare_patch(double wavelength_nm) {
    Patch patch{.wavelengths_nm = {wavelength_nm}, .stacks = {light_ii(wavelength_nm)}};
    patch.incidence = Incidence::Normal;
    return patch;
}

TEST(PathReplay, BareSkinAgreesWithAddingDoubling) {
    const PatchReflectance ours = replay_patch(bare_patch(550), 200'000, 1, {});
    EXPECT_NEAR(ours.bare[0], 0.254285, 0.0015); // Rd_AD of the file, within three standard errors
    EXPECT_DOUBLE_EQ(ours.ratio[0][0], 1.0);
}

TEST(PathReplay, SingleCylindersAgreeWithWhiteMonteCarlo) {
    const ReferenceTable table = read_reference("skin/dots_whiteMC.csv");
    int compared = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text(row, "kind") != "dot" || table.number(row, "dot_radius_cm") != 0.01 ||
            table.number(row, "offset_cm") > 0.021)
            continue;
        const double top_cm = table.number(row, "z_top_cm");
        if (top_cm != 0.015 && top_cm != 0.03)
            continue;
        Patch patch = bare_patch(550);
        const double offset = 10.0 * table.number(row, "offset_cm");
        patch.cylinders = {{.x_mm = 0.5 + offset,
                            .y_mm = 0.5,
                            .top_mm = 10.0 * top_cm,
                            .radius_mm = 0.1,
                            .thickness_mm = 0.2,
                            .absorption_per_mm = {20.0}}};
        const PatchReflectance ours = replay_patch(patch, 40'000, 11, {});
        const double error = std::hypot(ours.standard_error[0][0], table.number(row, "se_mu200"));
        EXPECT_NEAR(ours.ratio[0][0], table.number(row, "ratio_mu200"), 3.0 * error) << "row " << row;
        ++compared;
    }
    EXPECT_GE(compared, 4);
}

} // namespace
} // namespace healed::transport

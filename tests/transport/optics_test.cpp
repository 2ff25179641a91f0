#include "../gpu_device.h"
#include "transport/adding_doubling.h"
#include "transport/optics.h"

#include <cmath>
#include <limits>

namespace healed::transport {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

OpticsResult walk(const skin::OpticalStack& stack, Incidence incidence, std::uint64_t photons = 400'000) {
    return walk_optics(test::device(), std::span(&stack, 1), incidence, photons, 5, {});
}

TEST(Optics, VanDeHulstSlab) {
    const skin::OpticalStack slab{.layers = {{.thickness_mm = 0.2, .refractive_index = 1.0, .anisotropy = 0.75,
                                              .absorption_per_mm = 1.0, .scattering_per_mm = 9.0}}};
    const OpticsResult ours = walk(slab, Incidence::Normal, 2'000'000);
    EXPECT_NEAR(ours.diffuse_reflectance[0], 0.09739, 0.005 * 0.09739);
    EXPECT_NEAR(ours.transmittance[0], 0.66096, 0.005 * 0.66096);
}

TEST(Optics, GiovanelliHalfSpace) {
    const skin::OpticalStack half_space{.layers = {{.thickness_mm = endless, .refractive_index = 1.5, .anisotropy = 0.0,
                                                    .absorption_per_mm = 1.0, .scattering_per_mm = 9.0}}};
    const OpticsResult ours = walk(half_space, Incidence::Normal, 1'000'000);
    EXPECT_NEAR(ours.specular[0], 0.0400, 1e-4);
    EXPECT_NEAR(ours.specular[0] + ours.diffuse_reflectance[0], 0.2600, 0.005 * 0.2600);
}

TEST(Optics, LayersWithIndexStepsAgreeWithAddingDoubling) {
    const skin::OpticalStack stack{.index_above = 1.0, .index_below = 1.2,
                                   .layers = {{0.2, 1.5, 0.3, 0.2, 4.0}, {0.5, 1.35, 0.8, 0.05, 12.0}}};
    for (const Incidence incidence : {Incidence::Normal, Incidence::Diffuse}) {
        const OpticsResult ours = walk(stack, incidence);
        const PlaneReflectance exact = plane_reflectance(stack);
        const bool normal = incidence == Incidence::Normal;
        EXPECT_NEAR(ours.diffuse_reflectance[0], normal ? exact.reflectance_normal : exact.reflectance_diffuse,
                    3.0 * ours.standard_error[0] + 5e-4);
        EXPECT_NEAR(ours.transmittance[0], normal ? exact.transmittance_normal : exact.transmittance_diffuse, 4e-3);
    }
}

TEST(Optics, EnergyIsConserved) {
    const skin::OpticalStack stack{.layers = {{0.3, 1.4, 0.7, 0.4, 20.0}, {1.0, 1.4, 0.0, 0.02, 3.0}}};
    const OpticsResult ours = walk(stack, Incidence::Normal);
    EXPECT_NEAR(ours.specular[0] + ours.diffuse_reflectance[0] + ours.transmittance[0] + ours.absorbed[0], 1.0, 1e-3);
}

TEST(Optics, WhiteSlabLosesNothing) {
    const skin::OpticalStack stack{.layers = {{1.0, 1.4, 0.5, 0.0, 10.0}}};
    const OpticsResult ours = walk(stack, Incidence::Diffuse, 100'000);
    EXPECT_NEAR(ours.diffuse_reflectance[0] + ours.transmittance[0] + ours.specular[0], 1.0, 2e-3);
    EXPECT_EQ(ours.absorbed[0], 0.0);
}

TEST(Optics, ClearSlabOnlyReflectsAndTransmits) {
    const skin::OpticalStack glass{.layers = {{2.0, 1.5, 0.0, 0.0, 0.0}}};
    const OpticsResult ours = walk(glass, Incidence::Normal, 100'000);
    // Incoherent plate: T = (1 − r)/(1 + r), r the reflectance of one face.
    EXPECT_NEAR(ours.transmittance[0], (1.0 - 0.04) / (1.0 + 0.04), 2e-3);
}

TEST(Optics, SameSeedSameNumbers) {
    const skin::OpticalStack stack{.layers = {{endless, 1.4, 0.8, 0.1, 20.0}}};
    EXPECT_EQ(walk(stack, Incidence::Diffuse, 50'000).diffuse_reflectance,
              walk(stack, Incidence::Diffuse, 50'000).diffuse_reflectance);
}

} // namespace
} // namespace healed::transport

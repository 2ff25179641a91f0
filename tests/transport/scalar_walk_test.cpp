#include "../gpu_device.h"
#include "transport/adding_doubling.h"
#include "transport/optics.h"
#include "transport/scalar_walk.h"

#include <limits>

namespace healed::transport {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

void expect_same_light(const skin::OpticalStack& stack, Incidence incidence) {
    constexpr std::uint64_t photons = 40'000;
    const ScalarWalk scalar = scalar_walk(stack, incidence, photons, 2);
    const OpticsResult device = walk_optics(test::device(), std::span(&stack, 1), incidence, photons, 3, {});
    const double n = static_cast<double>(photons);
    // Two independent walks: the error of their difference is sqrt 2 times that of one.
    EXPECT_NEAR(scalar.reflected / n, device.diffuse_reflectance[0], 4.5 * device.standard_error[0]);
    EXPECT_NEAR(scalar.transmitted / n, device.transmittance[0], 0.012);
    EXPECT_NEAR(scalar.absorbed / n, device.absorbed[0], 0.012);
    EXPECT_GT(scalar.events, 2 * photons);
}

TEST(ScalarWalk, FindsWhatTheDeviceFinds) {
    expect_same_light(
        {.index_below = 1.4, .layers = {{0.08, 1.4, 0.78, 0.6, 26.0}, {endless, 1.4, 0.78, 0.25, 17.0}}},
        Incidence::Diffuse);
    expect_same_light({.index_above = 1.0,
                       .index_below = 1.2,
                       .layers = {{0.2, 1.5, 0.3, 0.2, 4.0}, {0.5, 1.35, -0.4, 0.05, 12.0}}},
                      Incidence::Normal);
}

TEST(ScalarWalk, SevenLayersGoTheWayOfFour) {
    skin::OpticalStack stack{.index_below = 1.0, .layers = {}};
    for (int i = 0; i < 7; ++i)
        stack.layers.push_back({0.1, 1.3 + 0.05 * (i % 3), 0.2 * i - 0.5, 0.02 * (i + 1), 2.0 + 3.0 * i});
    expect_same_light(stack, Incidence::Diffuse);
    const OpticsResult ours =
        walk_optics(test::device(), std::span(&stack, 1), Incidence::Normal, 400'000, 5, {});
    const PlaneReflectance exact = plane_reflectance(stack);
    EXPECT_NEAR(ours.diffuse_reflectance[0], exact.reflectance_normal, 3.0 * ours.standard_error[0] + 5e-4);
    EXPECT_NEAR(ours.transmittance[0], exact.transmittance_normal, 4e-3);
}

} // namespace
} // namespace healed::transport

#include "studio.h"

#include <algorithm>

namespace healed::render {
namespace {

/// What a black ball mirrors of one small softbox, by what lies on it: the brightest, and the mean over all
/// of it.
struct Mirrored {
    double peak, mean;
};

Mirrored mirrored(const Gloss& gloss) {
    Model model(test::device(), test::ball(90.0f), {});
    Scene scene = test::plain_scene(grey_card(0.01, test::daylight()));
    scene.look.crossed_polarisers = false;
    scene.look.gloss = gloss;
    Lamp lamp{
        .centre_mm = {800, 600, 1200}, .half_u_mm = {120, 0, -80}, .half_v_mm = {0, 140, 0}, .radiance = 30};
    scene.rig.sky = {};
    scene.rig.lamps = {lamp};
    scene.camera = test::camera_from({0, 0, 1}, 190.0f);
    const FloatImage linear = take_picture(test::stage(), model, scene, test::measured(190, 190)).linear;
    Mirrored result{0, test::mean_green(linear, 0, 0, 190, 190)};
    for (int y = 0; y < 190; ++y)
        for (int x = 0; x < 190; ++x)
            result.peak = std::max(result.peak, static_cast<double>(linear.at(x, y)[1]));
    return result;
}

TEST(Gloss, WaterMirrorsSharperAndNotMore) {
    const Mirrored dry = mirrored({}), damp = mirrored({.wet = 0.5f}), wet = mirrored({.wet = 1.0f});
    EXPECT_GT(damp.peak, 1.5 * dry.peak);
    EXPECT_GT(wet.peak, 1.5 * damp.peak);
    // Water's index is below that of horn: straight on it mirrors 2.0 % for 2.8 %.
    EXPECT_LT(wet.mean, 1.05 * dry.mean);
    EXPECT_GT(wet.mean, 0.5 * dry.mean);
}

TEST(Gloss, OilAndSunscreenShineAndRoughnessDulls) {
    const Mirrored matt = mirrored({.oil = 0.0f}), healthy = mirrored({}), greasy = mirrored({.oil = 2.0f});
    EXPECT_GT(healthy.peak, 1.1 * matt.peak);
    EXPECT_GT(greasy.peak, 1.1 * healthy.peak);
    EXPECT_GT(mirrored({.sunscreen = 1.0f}).peak, 1.2 * healthy.peak);
    EXPECT_LT(mirrored({.roughness = 2.0f}).peak, 0.7 * healthy.peak);
    EXPECT_GT(mirrored({.roughness = 0.5f}).peak, 1.4 * healthy.peak);
}

} // namespace
} // namespace healed::render

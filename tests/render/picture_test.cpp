#include "base/error.h"
#include "studio.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

Scene portrait(const CameraPreset& preset, const head::Head& head) {
    const skin::SkinSettings settings = skin::load_preset(assets_folder(), "III").settings;
    const LightRig rig = load_light_rig(assets_folder(), "studio");
    const color::Viewing viewing(color::load_observer(assets_folder()),
                                 color::load_light(assets_folder(), rig.light));
    return {.skin = skin_optics(settings, skin::load_haemoglobin(assets_folder()), viewing),
            .rig = turned(rig, preset.azimuth_deg),
            .viewing = viewing,
            .camera = frame_head(preset, head)};
}

TEST(Picture, IsFiniteFromEveryCamera) {
    const head::Head head = test::ball(100.0f);
    Model model(test::device(), head, {});
    for (const auto& [name, preset] : load_camera_presets(assets_folder())) {
        if (preset.aim == Aim::Place)
            continue; // a ball has no scalp chart
        const Picture picture = take_picture(test::stage(), model, portrait(preset, head),
                                             {.width = 161, .height = 97, .points_per_lamp = 3});
        EXPECT_TRUE(std::all_of(picture.linear.values.begin(), picture.linear.values.end(), [](float value) {
            return std::isfinite(value);
        })) << name;
        // The head stands in the middle and leaves the corners free.
        EXPECT_EQ(picture.linear.at(80, 48)[3], 1.0f) << name;
        EXPECT_EQ(picture.linear.at(0, 0)[3], 0.0f) << name;
    }
}

TEST(Picture, SupersamplingKeepsTheMean) {
    const head::Head head = test::ball(100.0f);
    Model model(test::device(), head, {});
    const Scene scene = portrait(load_camera_preset(assets_folder(), "three-quarter"), head);
    std::array<double, 3> means;
    for (int supersamples = 1; supersamples <= 3; ++supersamples) {
        PictureSettings settings = test::measured(240, 200, supersamples);
        const Picture picture = take_picture(test::stage(), model, scene, settings);
        means[static_cast<std::size_t>(supersamples - 1)] =
            test::mean_green(picture.linear, 40, 40, 200, 160);
    }
    EXPECT_NEAR(means[1] / means[0], 1.0, 0.01);
    EXPECT_NEAR(means[2] / means[0], 1.0, 0.01);
}

TEST(Picture, ColourOfAPlaceDoesNotDependOnHowFarItIsSeenFrom) {
    // Relief, gloss and uneven skin: what is too fine to be seen still has its share.
    const head::Head head = test::card(400.0f, 100);
    Model model(test::device(), head, {});
    Scene scene = portrait(load_camera_preset(assets_folder(), "front"), head);
    const auto middle = [&](float frame_height_mm, int supersamples) {
        scene.camera = test::camera_from({0.1f, 0.05f, 1}, frame_height_mm);
        const Picture picture =
            take_picture(test::stage(), model, scene, test::measured(240, 240, supersamples));
        const int half = static_cast<int>(std::lround(12.0f / frame_height_mm * 240));
        return mean_lab(picture.linear, 120 - half, 120 - half, 120 + half, 120 + half);
    };
    const color::Lab near = middle(26.0f, 2);
    for (const float frame_height_mm : {60.0f, 150.0f, 390.0f})
        for (const int supersamples : {1, 2})
            EXPECT_LT(color::delta_e_2000(middle(frame_height_mm, supersamples), near), 1.0)
                << frame_height_mm;
}

TEST(Picture, InkDarkensWhereItsWindowLies) {
    const head::Head head = test::card(400.0f);
    Model model(test::device(), head, {});
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, 200.0f);
    // The card's chart spans 400 mm, v downwards; ink lies on the right half, half as bright in all bands.
    gpu::Image ratio(test::device(), "ratio", gpu::Format::rgba16f, {8, 8, passes::fours_of_bands});
    const std::uint64_t half = 0x3800380038003800u;
    const std::vector<std::uint64_t> texels(64 * passes::fours_of_bands, half);
    ratio.upload(std::span<const std::uint64_t>(texels));
    scene.ink = {.ratio = &ratio, .chart_origin = {0.5f, 0.0f}, .from_chart = {2.0f, 0.0f, 0.0f, 1.0f}};
    const Picture picture = take_picture(test::stage(), model, scene, test::measured(100, 100));
    const double bare = test::mean_green(picture.linear, 10, 40, 30, 60);
    const double inked = test::mean_green(picture.linear, 70, 40, 90, 60);
    EXPECT_NEAR(inked / bare, 0.5, 0.005);
}

TEST(Picture, BloodReddensAndMelaninBrowns) {
    const SkinOptics skin = skin_optics({}, skin::load_haemoglobin(assets_folder()), test::daylight());
    const auto lab = [&](double blood, double melanin) {
        transport::BandValues ratio;
        for (std::size_t i = 0; i < ratio.size(); ++i)
            ratio[i] = static_cast<float>(std::exp(
                blood * skin.bands[i].per_blood +
                melanin * (skin.bands[i].melanin[0] +
                           melanin * (skin.bands[i].melanin[1] + melanin * skin.bands[i].melanin[2]))));
        return skin.colour.lab(ratio);
    };
    const color::Lab bare = lab(0, 0), red = lab(0.5, 0), brown = lab(0, 0.5);
    EXPECT_GT(red.a, bare.a + 1.0);
    EXPECT_LT(brown.l, bare.l - 1.0);
    EXPECT_LT(color::individual_typology_angle_deg(brown), color::individual_typology_angle_deg(bare));
}

TEST(Picture, RefusesSizesThatAreNone) {
    const head::Head head = test::card(100.0f);
    Model model(test::device(), head, {});
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, 200.0f);
    EXPECT_THROW(take_picture(test::stage(), model, scene, {.width = 0}), Error);
    EXPECT_THROW(take_picture(test::stage(), model, scene, {.height = 100000}), Error);
    EXPECT_THROW(take_picture(test::stage(), model, scene, {.supersamples = 5}), Error);
    EXPECT_THROW(load_camera_preset(assets_folder(), "drone"), Error);
}

} // namespace
} // namespace healed::render

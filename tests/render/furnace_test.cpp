#include "skin/settings.h"
#include "studio.h"
#include "transport/adding_doubling.h"

namespace healed::render {
namespace {

constexpr int side = 48;

double luminance_at(const Scene& scene, double slant_deg) {
    static const head::Head head = test::card(400.0f);
    static std::unique_ptr<Model> model;
    if (!model)
        model = std::make_unique<Model>(test::device(), head, Strands{});
    Scene seen = scene;
    const double slant = glm::radians(slant_deg);
    seen.camera = test::camera_from({std::sin(slant), 0, std::cos(slant)}, 60.0f);
    const Picture picture = take_picture(test::stage(), *model, seen, test::measured(side, side));
    const double luminance = test::mean_green(picture.linear, 16, 16, 32, 32);
    model.reset();
    return luminance;
}

// All that an even sky puts on a card and that it sends back, summed over the cosine of where it goes.
TEST(Furnace, CardReturnsItsReflectance) {
    const Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    double sum = 0, weights = 0;
    for (double slant_deg = 2.5; slant_deg < 80; slant_deg += 5) {
        const double weight = std::sin(2 * glm::radians(slant_deg));
        sum += weight * luminance_at(scene, slant_deg);
        weights += weight;
    }
    // Beyond 80° lie 3 % of the light, of which Fresnel's law keeps half inside.
    EXPECT_NEAR(sum / weights, 0.5 * 1.013, 0.008);
}

TEST(Furnace, NothingIsMadeOrLostAtTheSurface) {
    // A card that sends back everything that enters, under its own gloss.
    Scene scene = test::plain_scene(grey_card(1.0 - 0.0737, test::daylight()));
    scene.look.crossed_polarisers = false;
    for (const float oil : {0.0f, 1.0f, 2.0f}) {
        scene.look.gloss.oil = oil;
        for (const double slant_deg : {0.0, 30.0, 60.0})
            EXPECT_NEAR(luminance_at(scene, slant_deg), 1.0, 0.02) << oil << " at " << slant_deg;
        const double grazing = luminance_at(scene, 78.0);
        EXPECT_LT(grazing, 1.01);
        EXPECT_GT(grazing, 0.75);
    }
}

TEST(Furnace, LampsLightACardAsTheySayTheyDo) {
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.rig.sky = {};
    const double whole = luminance_at(test::plain_scene(grey_card(0.5, test::daylight())), 0.0);
    for (const float half_side : {10.0f, 200.0f, 600.0f}) {
        Lamp lamp{.centre_mm = {0, 0, 900}, .half_u_mm = {half_side, 0, 0}, .half_v_mm = {0, half_side, 0}};
        lamp.radiance = 0.7f / form_factor(lamp);
        scene.rig.lamps = {lamp};
        // Light along the normal enters more easily than that of an even sky.
        EXPECT_NEAR(luminance_at(scene, 0.0) / whole, 0.7 * 1.05, 0.02) << half_side;
    }
}

TEST(Furnace, BareSkinHasTheColourOfItsLayers) {
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    const auto presets = skin::load_presets(assets_folder());
    ASSERT_GE(presets.size(), 6u);
    const head::Head head = test::card(400.0f);
    Model model(test::device(), head, {});
    for (const auto& [name, preset] : presets) {
        Scene scene = test::plain_scene(skin_optics(preset.settings, haemoglobin, test::daylight()));
        scene.camera = test::camera_from({0, 0, 1}, 60.0f);
        const Picture picture = take_picture(test::stage(), model, scene, test::measured(side, side));
        const color::Lab seen = mean_lab(picture.linear, 8, 8, side - 8, side - 8);
        // What a camera along the normal sees of skin under an even sky, by reciprocity.
        const color::Spectrum bare =
            transport::bare_reflectance({preset.settings, haemoglobin}, transport::Incidence::Normal);
        const color::Lab expected = color::lab_from_xyz(test::daylight().xyz(bare), test::daylight().white());
        EXPECT_LT(color::delta_e_2000(seen, expected), 1.0)
            << name << ": L* " << seen.l << " for " << expected.l << ", a* " << seen.a << " for "
            << expected.a << ", b* " << seen.b << " for " << expected.b;
    }
}

TEST(Furnace, WhiteBalanceTakesTheLampsColourAway) {
    const std::filesystem::path assets = assets_folder();
    const head::Head head = test::card(400.0f);
    Model model(test::device(), head, {});
    for (const char* name : {"daylight", "incandescent", "led-neutral"}) {
        const color::Viewing viewing(color::load_observer(assets), color::load_light(assets, name));
        Scene scene = test::plain_scene(grey_card(0.4, viewing));
        scene.viewing = viewing;
        scene.camera = test::camera_from({0, 0, 1}, 60.0f);
        const Picture picture = take_picture(test::stage(), model, scene, test::measured(side, side));
        const color::Lab seen = mean_lab(picture.linear, 8, 8, side - 8, side - 8);
        EXPECT_NEAR(std::hypot(seen.a, seen.b), 0.0, 0.3) << name;
    }
}

} // namespace
} // namespace healed::render

#include "render/environment.h"

#include "base/light_picture.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"
#include "render/bright_regions.h"
#include "studio.h"

#include <functional>
#include <numbers>

namespace healed::render {
namespace {

using Radiance = std::function<glm::vec3(glm::vec3 towards)>;

FloatImage picture_of(const Radiance& radiance, int rows = 128) {
    FloatImage picture(2 * rows, rows, 3);
    const std::vector<Ray> rays = rays_of(picture);
    for (std::size_t i = 0; i < rays.size(); ++i) {
        const glm::vec3 rgb = radiance(rays[i].towards);
        for (int channel = 0; channel < 3; ++channel)
            picture.values[3 * i + static_cast<std::size_t>(channel)] = rgb[channel];
    }
    return picture;
}

LightRig rig_in(const Radiance& radiance) {
    return render::rig_in(picture_of(radiance), color::load_lights(assets_folder()),
                          color::load_observer(assets_folder()));
}

/// A white card's luminance by adding up the picture.
double card_by_pixels(const std::vector<Ray>& rays, glm::vec3 normal) {
    double sum = 0;
    for (const Ray& ray : rays)
        sum += static_cast<double>(ray.luminance * ray.steradian *
                                   std::max(0.0f, glm::dot(normal, ray.towards))) /
               std::numbers::pi;
    return sum;
}

/// The same under the rig, its lamps cut into small ones so that the card's horizon cuts them where it must.
double card_under(const LightRig& rig, glm::vec3 normal) {
    double sum = static_cast<double>(rig.sky.on_card(normal));
    constexpr int parts = 24;
    for (const Lamp& lamp : rig.lamps)
        for (int i = 0; i < parts * parts; ++i) {
            const float u = (2.0f * static_cast<float>(i % parts) + 1.0f) / parts - 1.0f;
            const float v = (2.0f * static_cast<float>(i / parts) + 1.0f) / parts - 1.0f;
            const glm::vec3 at = lamp.centre_mm + u * lamp.half_u_mm + v * lamp.half_v_mm;
            const glm::vec3 towards = glm::normalize(at), face = glm::normalize(lamp.centre_mm);
            const float area =
                4.0f * glm::length(lamp.half_u_mm) * glm::length(lamp.half_v_mm) / (parts * parts);
            sum += static_cast<double>(lamp.radiance * std::max(0.0f, glm::dot(normal, towards)) * area *
                                       glm::dot(face, towards) / glm::dot(at, at)) /
                   std::numbers::pi;
        }
    return sum;
}

/// Greatest error of a card's luminance in any direction, of the most that a card gets.
double worst_error(const Radiance& radiance) {
    const LightRig rig = rig_in(radiance);
    const std::vector<Ray> rays = rays_of(picture_of(radiance));
    double most = 0, worst = 0;
    std::vector<std::pair<double, double>> pairs;
    for (int i = 0; i < 200; ++i) {
        const double up = 1.0 - (2.0 * i + 1.0) / 200, turn = 2.399963229728653 * i;
        const double level = std::sqrt(1.0 - up * up);
        const glm::vec3 normal(level * std::cos(turn), up, level * std::sin(turn));
        pairs.emplace_back(card_by_pixels(rays, normal), card_under(rig, normal));
        most = std::max(most, pairs.back().first);
    }
    // The rig is scaled so that the most is 1, at a direction among others.
    for (const auto& [pixels, lamps] : pairs)
        worst = std::max(worst, std::abs(pixels / most - lamps));
    return worst;
}

glm::vec3 window_room(glm::vec3 towards) {
    const bool window =
        std::abs(towards.x - 0.8f) < 0.2f && std::abs(towards.y - 0.1f) < 0.3f && towards.z > 0.0f;
    const bool lamp = towards.y > 0.95f;
    const float wall = 0.15f + 0.1f * towards.y;
    return window ? glm::vec3(9.0f, 9.5f, 10.0f) : lamp ? glm::vec3(6.0f, 5.5f, 4.5f) : glm::vec3(wall);
}

TEST(Environment, LightsACardAsItsPixelsDo) {
    EXPECT_LT(worst_error([](glm::vec3) { return glm::vec3(0.4f); }), 0.005) << "even";
    EXPECT_LT(worst_error([](glm::vec3 towards) { return glm::vec3(towards.y > 0 ? 1.0f : 0.2f); }), 0.03)
        << "sky and ground";
    EXPECT_LT(worst_error(window_room), 0.04) << "window and lamp";
    const glm::vec3 sun = glm::normalize(glm::vec3(0.3f, 0.6f, 0.7f));
    EXPECT_LT(worst_error([&](glm::vec3 towards) {
                  return glm::dot(towards, sun) > std::cos(0.03f) ? glm::vec3(900.0f) : glm::vec3(0.3f);
              }),
              0.03)
        << "sun";
    EXPECT_LT(
        worst_error([](glm::vec3 towards) { return glm::vec3(std::abs(towards.y) < 0.06f ? 20.0f : 0.1f); }),
        0.15)
        << "a ring of light, which four flat lamps can only follow roughly";
}

TEST(Environment, FindsBrightThingsWhereTheyAre) {
    const LightRig rig = rig_in(window_room);
    ASSERT_EQ(rig.lamps.size(), 2u);
    const glm::vec3 window = glm::normalize(rig.lamps[0].centre_mm);
    EXPECT_GT(glm::dot(window, glm::normalize(glm::vec3(0.8f, 0.1f, 0.55f))), 0.98f);
    EXPECT_GT(glm::normalize(rig.lamps[1].centre_mm).y, 0.99f);
    // The lamp overhead is a cap of 18 degrees: its light is that of an even square as wide as this.
    const float half = std::sqrt(3.0f) * std::tan(std::acos(0.95f)) / 2.0f;
    EXPECT_NEAR(glm::length(rig.lamps[1].half_u_mm) / glm::length(rig.lamps[1].centre_mm), half, 0.03f);
    // What lies at the picture's seam, behind the head, is one thing.
    const LightRig behind =
        rig_in([](glm::vec3 towards) { return glm::vec3(towards.z < -0.97f ? 5.0f : 0.05f); });
    ASSERT_EQ(behind.lamps.size(), 1u);
    EXPECT_LT(glm::normalize(behind.lamps[0].centre_mm).z, -0.999f);
}

TEST(Environment, TakesTheSpectrumWhoseWhiteIsNearest) {
    EXPECT_EQ(rig_in([](glm::vec3) { return glm::vec3(1.0f); }).light, "daylight");
    EXPECT_EQ(rig_in([](glm::vec3) { return glm::vec3(1.0f, 0.49f, 0.12f); }).light, "incandescent");
}

TEST(Environment, TurnsAsAWhole) {
    const Radiance room = [](glm::vec3 towards) {
        return glm::vec3(0.5f + 0.3f * towards.x + 0.2f * towards.y * towards.z);
    };
    const LightRig rig = rig_in(room), turned = render::turned(rig, 90.0f);
    for (const glm::vec3 normal : {glm::vec3(1, 0, 0), glm::vec3(0, 0.6f, 0.8f), glm::vec3(0, -0.6f, 0.8f)})
        // A quarter turn towards the head's left carries what was in front to the left.
        EXPECT_NEAR(turned.sky.on_card({normal.z, normal.y, -normal.x}), rig.sky.on_card(normal), 1e-5f);
}

TEST(Environment, HeadUnderAnEvenPictureIsLitAsUnderAnEvenSky) {
    const head::Head head = test::ball(90.0f);
    Model model(test::device(), head, {});
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.look.crossed_polarisers = false;
    scene.look.gloss.oil = 1.0f;
    scene.camera = test::camera_from({0, 0, 1}, 200.0f);
    const auto middle = [&] {
        return test::mean_green(take_picture(test::stage(), model, scene, test::measured(120, 120)).linear,
                                40, 40, 80, 80);
    };
    const double even = middle();
    const LightRig found = rig_in([](glm::vec3) { return glm::vec3(3.0f); });
    scene.rig.sky = found.sky;
    scene.rig.lamps = found.lamps;
    EXPECT_NEAR(middle() / even, 1.0, 1e-3);
}

TEST(Environment, ReadsBothKindsOfFilesAndRefusesWhatIsNoLight) {
    const TemporaryFolder folder;
    const FloatImage picture = picture_of([](glm::vec3 towards) { return glm::vec3(1.0f + towards.y); }, 8);
    write_exr(folder / "room.exr", picture, {});
    // Radiance's plain form: a mantissa for each colour and one exponent; 128 · 2^-8 · 2^(129 - 128) = 1.
    std::string hdr = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2 +X 4\n";
    for (int i = 0; i < 8; ++i)
        hdr += std::string("\x80\x40\x20\x81", 4);
    const FloatImage read = read_light_picture(folder.file("room.hdr", hdr));
    EXPECT_EQ(read.width, 4);
    EXPECT_EQ(std::vector<float>(read.values.begin(), read.values.begin() + 3),
              (std::vector{1.0f, 0.5f, 0.25f}));
    EXPECT_EQ(load_light_rig(assets_folder(), (folder / "room.exr").string()).title, "room");
    EXPECT_EQ(load_light_rig(assets_folder(), (folder / "room.hdr").string()).lamps.size(), 0u);

    const auto refused = [&](const char* name, std::initializer_list<std::string> words) {
        expect_refusal([&] { load_light_rig(assets_folder(), (folder / name).string()); }, words);
    };
    write_exr(folder / "square.exr", FloatImage(8, 8, 3), {});
    refused("square.exr", {"square.exr", "8x8", "twice"});
    write_exr(folder / "dark.exr", FloatImage(8, 4, 3), {});
    refused("dark.exr", {"dark.exr", "dark"});
    FloatImage negative(8, 4, 3);
    negative.values[3 * 11] = -2.0f;
    write_exr(folder / "negative.exr", negative, {});
    refused("negative.exr", {"negative.exr", "-2", "column 3, row 1"});
    folder.file("cut.hdr", hdr.substr(0, hdr.size() - 9));
    refused("cut.hdr", {"cut.hdr", "cut off"});
    folder.file("words.hdr", "hello");
    refused("words.hdr", {"words.hdr", "Radiance"});
    refused("none.hdr", {"none.hdr", "No such file"});
}

} // namespace
} // namespace healed::render

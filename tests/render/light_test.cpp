#include "base/error.h"
#include "studio.h"

#include <fstream>

namespace healed::render {
namespace {

Lamp square_lamp(glm::vec3 direction, float distance_mm, float side_mm) {
    const glm::vec3 out = glm::normalize(direction);
    const glm::vec3 u = glm::normalize(glm::cross(glm::vec3(0.1f, 1, 0.2f), out));
    Lamp lamp{distance_mm * out, 0.5f * side_mm * u, 0.5f * side_mm * glm::cross(out, u), 0};
    lamp.radiance = 1.0f / form_factor(lamp);
    return lamp;
}

Scene lit_by(const Lamp& lamp) {
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.rig.sky = {};
    scene.rig.lamps = {lamp};
    return scene;
}

TEST(Light, FormFactorHasItsLimits) {
    Lamp lamp{.centre_mm = {0, 0, 100}, .half_u_mm = {1e5f, 0, 0}, .half_v_mm = {0, 1e5f, 0}};
    EXPECT_NEAR(form_factor(lamp), 1.0, 1e-3);
    lamp.half_u_mm.x = lamp.half_v_mm.y = 0.5f;
    EXPECT_NEAR(form_factor(lamp), 1.0 / (std::numbers::pi * 100 * 100), 1e-8);
}

TEST(Light, FarSideOfABallIsDark) {
    Model model(test::device(), test::ball(90.0f), {});
    Scene scene = lit_by(square_lamp({1, 0, 0}, 3000.0f, 300.0f));
    scene.camera = test::camera_from({0, 0, 1}, 200.0f);
    const Picture picture = take_picture(test::stage(), model, scene, test::measured(200, 200));
    const double lit = test::mean_green(picture.linear, 150, 95, 160, 105);
    const double dark = test::mean_green(picture.linear, 40, 95, 50, 105);
    EXPECT_GT(lit, 0.2);
    EXPECT_LT(dark, 0.001);
}

TEST(Light, BallCastsAShadowWhoseRimIsAsSoftAsTheLampIsWide) {
    head::Head head = test::card(300.0f, 200);
    test::add_ball(head, {0, 0, 60}, 20.0f);
    // Places from the middle of the shadow outwards, seen past the ball at a slant.
    const auto profile = [&](float lamp_side_mm) {
        Model model(test::device(), head, {});
        Scene scene = lit_by(square_lamp({0, 0, 1}, 1000.0f, lamp_side_mm));
        scene.camera = test::camera_from({0, -1, 0.6f}, 140.0f);
        PictureSettings settings = test::measured(280, 280);
        settings.points_per_lamp = 96;
        const Picture picture = take_picture(test::stage(), model, scene, settings);
        std::vector<double> row;
        for (int x = 140; x < 278; x += 2)
            row.push_back(test::mean_green(picture.linear, x, 139, x + 2, 141));
        return row;
    };
    const auto rim_steps = [](const std::vector<double>& row) {
        int steps = 0;
        for (const double value : row)
            steps += value > 0.15 * row.back() && value < 0.85 * row.back();
        return steps;
    };
    const auto sharp = profile(10.0f), soft = profile(500.0f);
    EXPECT_LT(sharp.front(), 0.05 * sharp.back());
    EXPECT_NEAR(sharp.back(), 0.5, 0.05);
    EXPECT_GT(rim_steps(soft), 3 * rim_steps(sharp));
    EXPECT_LT(rim_steps(sharp), 6);
}

TEST(Light, ThinPartsGlowRedFromBehindAndThickOnesDoNot) {
    const skin::SkinSettings settings = skin::load_preset(assets_folder(), "II").settings;
    Scene scene = lit_by(square_lamp({0.3f, 0.2f, -1}, 1000.0f, 300.0f));
    scene.skin = skin_optics(settings, skin::load_haemoglobin(assets_folder()), test::daylight());
    scene.camera = test::camera_from({0, 0, 1}, 60.0f);
    const auto seen_through = [&](float thickness_mm) {
        head::Head plate = test::card(200.0f, 40);
        const head::Head back = test::card(200.0f, 40);
        const auto first = static_cast<std::uint32_t>(plate.mesh.vertices.size());
        for (head::Vertex vertex : back.mesh.vertices) {
            vertex.position_mm.z -= thickness_mm;
            vertex.normal = {0, 0, -1};
            plate.mesh.vertices.push_back(vertex);
        }
        for (const glm::uvec3& triangle : back.mesh.triangles)
            plate.mesh.triangles.push_back(first + glm::uvec3(triangle.x, triangle.z, triangle.y));
        Model model(test::device(), plate, {});
        const Picture picture = take_picture(test::stage(), model, scene, test::measured(64, 64));
        return glm::vec3(picture.linear.at(32, 32)[0], picture.linear.at(32, 32)[1],
                         picture.linear.at(32, 32)[2]);
    };
    const glm::vec3 thin = seen_through(3.0f), thicker = seen_through(8.0f), skull = seen_through(60.0f);
    EXPECT_GT(thin.r, 0.02f);
    EXPECT_GT(thin.r, 3.0f * thin.g);
    EXPECT_LT(thicker.r, 0.5f * thin.r);
    EXPECT_LT(skull.r, 1e-4f);
}

TEST(Light, SkinSpreadsTheEdgeOfAShadowInRedFarthest) {
    const skin::Skin skin({}, skin::load_haemoglobin(assets_folder()));
    const auto width = [&](double nm) {
        const DiffusionShares shares = diffusion_shares(skin, nm);
        double sum = 0, mean = 0;
        for (std::size_t g = 0; g < diffusion_widths; ++g) {
            EXPECT_GE(shares[g], 0.0);
            sum += shares[g];
            mean += shares[g] * diffusion_sigma_mm[g];
        }
        EXPECT_NEAR(sum, 1.0, 1e-12);
        return mean;
    };
    EXPECT_GT(width(640), 1.5 * width(560));
    EXPECT_GT(width(560), 0.9 * width(420));
    EXPECT_LT(width(640), 4.0);
}

TEST(Light, RigsLoadAndTurn) {
    const auto rigs = load_light_rigs(assets_folder());
    EXPECT_GE(rigs.size(), 5u);
    const LightRig studio = rigs.at("studio");
    const LightRig behind = turned(studio, 180.0f);
    ASSERT_EQ(behind.lamps.size(), studio.lamps.size());
    for (std::size_t i = 0; i < studio.lamps.size(); ++i) {
        EXPECT_NEAR(behind.lamps[i].centre_mm.z, -studio.lamps[i].centre_mm.z, 0.1f);
        EXPECT_NEAR(behind.lamps[i].centre_mm.y, studio.lamps[i].centre_mm.y, 0.1f);
        EXPECT_NEAR(form_factor(behind.lamps[i]), form_factor(studio.lamps[i]), 1e-5f);
    }
    EXPECT_THROW(load_light_rig(assets_folder(), "moon"), Error);
}

} // namespace
} // namespace healed::render

#include "studio.h"

#include <limits>
#include <random>

namespace healed::render {
namespace {

constexpr int width = 200, height = 150;
constexpr float frame_height_mm = 15.0f;
constexpr float never = std::numeric_limits<float>::infinity();

/// Area that hairs cover before an empty ground, mm².
double covered_mm2(const std::vector<StrandPiece>& strands, int supersamples, double years = 0.0) {
    head::Head head = test::card(10.0f);
    for (head::Vertex& vertex : head.mesh.vertices)
        vertex.position_mm.z = -50000.0f; // out of the picture
    Model model(test::device(), head, strands);
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, frame_height_mm);
    scene.years = years;
    const Picture picture =
        take_picture(test::stage(), model, scene, test::measured(width, height, supersamples));
    double sum = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            sum += static_cast<double>(picture.linear.at(x, y)[3]);
    const double pixel_mm = static_cast<double>(frame_height_mm) / height;
    return sum * pixel_mm * pixel_mm;
}

/// Hairs across the view, so far apart that few overlap.
std::vector<StrandPiece> scattered(float length_mm, float radius_mm, int count) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> unit(0.0f, 1.0f);
    std::vector<StrandPiece> strands;
    for (int i = 0; i < count; ++i) {
        const glm::vec3 from(16.0f * unit(random) - 8.0f, 11.0f * unit(random) - 5.5f, 0.0f);
        const float angle = 6.2832f * unit(random);
        strands.push_back({from, radius_mm,
                           from + length_mm * glm::vec3(std::cos(angle), std::sin(angle), 0.0f), radius_mm, 0,
                           never, never, 1.0f, 0});
    }
    return strands;
}

TEST(Strands, CoverTheirAreaHoweverThinTheyAre) {
    // From a seventh of a pixel to three pixels wide.
    for (const float radius_mm : {0.007f, 0.03f, 0.15f}) {
        const auto strands = scattered(0.9f, radius_mm, 10);
        const double area = side_area_mm2(strands);
        for (const int supersamples : {1, 2})
            EXPECT_NEAR(covered_mm2(strands, supersamples) / area, 1.0, 0.03)
                << radius_mm << " mm, " << supersamples << " samples a side";
    }
}

TEST(Strands, CoverWhatARandomLayOfThemWould) {
    // So many that they overlap at random: 1 - exp(-area/ground).
    const auto strands = scattered(0.5f, 0.02f, 6000);
    const double ground = 16.5 * 11.5, whole = static_cast<double>(frame_height_mm) * 20.0;
    const double expected = ground * (1.0 - std::exp(-side_area_mm2(strands) / ground));
    EXPECT_NEAR(covered_mm2(strands, 1) / expected, 1.0, 0.04);
    EXPECT_LT(covered_mm2(strands, 1), whole);
}

TEST(Strands, StandBehindTheHeadUnseen) {
    const head::Head head = test::card(200.0f);
    std::vector<StrandPiece> strands = scattered(0.9f, 0.1f, 50);
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, frame_height_mm);
    const auto mean = [&](float shift_mm) {
        std::vector<StrandPiece> moved = strands;
        for (StrandPiece& piece : moved) {
            piece.from.z += shift_mm;
            piece.to.z += shift_mm;
        }
        Model model(test::device(), head, moved);
        const Picture picture = take_picture(test::stage(), model, scene, test::measured(width, height));
        return test::mean_green(picture.linear, 0, 0, width, height);
    };
    EXPECT_LT(mean(0.3f), 0.99 * mean(-3.0f));
    EXPECT_NEAR(mean(-3.0f), mean(-6.0f), 1e-6);
}

TEST(Strands, FallOutWhenTheirTimeHasCome) {
    auto strands = scattered(0.9f, 0.03f, 20);
    const double all = covered_mm2(strands, 1, 9.0);
    for (std::size_t i = 0; i < strands.size(); i += 2)
        strands[i].gone_years = 5.0f;
    EXPECT_EQ(covered_mm2(strands, 1, 4.9), all);
    EXPECT_NEAR(covered_mm2(strands, 1, 5.1), 0.5 * all, 0.1 * all);
}

TEST(Strands, SendBackMoreLightOnceTheyAreGrey) {
    head::Head head = test::card(10.0f);
    for (head::Vertex& vertex : head.mesh.vertices)
        vertex.position_mm.z = -50000.0f;
    auto strands = scattered(0.9f, 0.1f, 30);
    for (StrandPiece& piece : strands)
        piece.grey_years = 5.0f;
    Model model(test::device(), head, strands);
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, frame_height_mm);
    const auto light_at = [&](double years) {
        scene.years = years;
        const Picture picture = take_picture(test::stage(), model, scene, test::measured(width, height, 1));
        return test::mean_green(picture.linear, 0, 0, width, height);
    };
    EXPECT_GT(light_at(6.0), 1.5 * light_at(4.0));
    EXPECT_EQ(light_at(0.0), light_at(4.0));
}

TEST(Strands, WithoutMelaninVanishInAFurnace) {
    // Even light from all about, a ground that returns all of it: hair that absorbs nothing cannot be told
    // from it.
    const head::Head head = test::card(200.0f);
    auto strands = scattered(0.9f, 0.1f, 400);
    for (StrandPiece& piece : strands) {
        piece.from.z = piece.to.z = 0.2f;
        piece.grey_years = -never;
    }
    Scene scene = test::plain_scene(grey_card(1.0, test::daylight()));
    scene.look.crossed_polarisers = false;
    scene.camera = test::camera_from({0, 0, 1}, frame_height_mm);
    Model model(test::device(), head, strands), bare(test::device(), head, {});
    const auto mean = [&](Model& shown) {
        return test::mean_green(
            take_picture(test::stage(), shown, scene, test::measured(width, height)).linear, 0, 0, width,
            height);
    };
    const double with_hair = mean(model), without = mean(bare);
    EXPECT_NEAR(with_hair / without, 1.0, 0.02);
}

TEST(Strands, StubbleStandsOnItsRoots) {
    const head::Head head = test::ball(90.0f);
    std::vector<treatment::Hair> hairs;
    for (int i = 0; i < 500; ++i) {
        const glm::vec3 out = head.mesh.vertices[static_cast<std::size_t>(9 * i + 700)].normal;
        hairs.push_back({.root_mm = 90.0f * out,
                         .direction = out,
                         .radius_mm = 0.035f,
                         .gone_years = static_cast<float>(i)});
    }
    const Strands strands = stubble(head, hairs, 0.4, 3);
    ASSERT_EQ(strands.size(), hairs.size());
    double length = 0;
    for (std::size_t i = 0; i < strands.size(); ++i) {
        EXPECT_EQ(strands[i].from, hairs[i].root_mm);
        length += static_cast<double>(glm::length(strands[i].to - strands[i].from));
        const glm::vec3 nearest = head.mesh.vertices[strands[i].vertex].position_mm;
        EXPECT_LT(glm::length(nearest - hairs[i].root_mm), 4.0f);
    }
    EXPECT_EQ(strands[7].gone_years, 7.0f);
    EXPECT_NEAR(length / 500, 0.4, 0.02);
    EXPECT_EQ(stubble(head, hairs, 0.4, 3).back().to, strands.back().to);
}

} // namespace
} // namespace healed::render

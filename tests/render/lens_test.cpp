#include "studio.h"

#include <cmath>

namespace healed::render {
namespace {

/// How far the edge of a card is smeared: the standard deviation of its cover's slope, mm on the card, and
/// the mean cover.
struct Edge {
    double sigma_mm, cover;
};

Edge edge_of(const Camera& camera) {
    const head::Head head = test::card(100.0f, 40);
    Model model(test::device(), head, {});
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = camera;
    PictureSettings settings = test::measured(240, 160);
    settings.lens_points = 96;
    const Picture picture = take_picture(test::stage(), model, scene, settings);
    const double pixel_mm = static_cast<double>(camera.pixel_mm(2000.0f, settings.height));
    double sum = 0, mean = 0, square = 0, cover = 0;
    for (int x = 121; x < 240; ++x) {
        const double slope =
            static_cast<double>(picture.linear.at(x - 1, 80)[3] - picture.linear.at(x, 80)[3]);
        sum += slope;
        mean += slope * x;
        square += slope * x * x;
    }
    for (int x = 0; x < 240; ++x)
        cover += static_cast<double>(picture.linear.at(x, 80)[3]);
    mean /= sum;
    return {pixel_mm * std::sqrt(square / sum - mean * mean), cover * pixel_mm};
}

TEST(Lens, BlursWhatLiesOffFocusByTheCircleThatOpticsGives) {
    Camera camera = test::camera_from({0, 0, 1}, 160.0f);
    const Edge sharp = edge_of(camera);
    EXPECT_LT(sharp.sigma_mm, 0.6);
    camera.lens_mm = 80.0f;
    // In focus it is as sharp as pixels are.
    EXPECT_LT(edge_of(camera).sigma_mm, 0.8);
    // In focus at 1600 mm, the cone of a point at 2000 mm is a quarter of the lens wide there; a disc's
    // deviation on an axis is half of its radius.
    camera.focus_mm = 1600.0f;
    const Edge blurred = edge_of(camera);
    EXPECT_NEAR(blurred.sigma_mm, 80.0 * 400.0 / 1600.0 / 4.0, 0.35);
    EXPECT_NEAR(blurred.cover, sharp.cover, 0.01 * sharp.cover);
}

TEST(Lens, WidthFollowsTheFNumberAndTheScale) {
    // A portrait 240 mm high on a sensor of 24 mm maps to a tenth: seen from there, f/2 is a twenty-second of
    // the way.
    Camera camera = test::camera_from({0, 0, 1}, 240.0f);
    EXPECT_NEAR(lens_width_mm(camera, 2.0f), 2000.0 * 0.1 / (2.0 * 1.1), 0.01);
    EXPECT_NEAR(lens_width_mm(camera, 8.0f), lens_width_mm(camera, 2.0f) / 4.0f, 0.01f);
}

} // namespace
} // namespace healed::render

#include "base/file.h"
#include "color/lab.h"
#include "gpu_device.h"
#include "portfolio/sitting.h"
#include "project/presets.h"

#include <gtest/gtest.h>

namespace healed::portfolio {
namespace {

Shot small_shot() {
    Shot shot{.camera = "crown"};
    shot.settings = {.width = 64, .height = 64, .points_per_lamp = 1};
    shot.ink_side = 512;
    return shot;
}

TEST(Sitting, ShowsEachTreatmentItsOwnInkAtTheSameTime) {
    project::Project light = project::load_preset(assets_folder(), "full-shaved"), dark = light;
    light.bookmarks = {{.name = "near", .camera = "side", .turn_deg = -30, .zoom = 3, .focal_length_mm = 40}};
    for (treatment::Session& session : dark.plan.sessions)
        session.shade *= 1.6;
    Sitting sitting(
        test::device(), light, [](double) {}, transport::BakeQuality::Draft);
    const Treated darker = sitting.treat(dark);
    EXPECT_NE(darker.number, sitting.first().number);
    const double years = 0.1;
    const auto first = sitting.take(sitting.first(), years, small_shot()).display.values;
    EXPECT_NE(sitting.take(darker, years, small_shot()).display.values, first);
    EXPECT_EQ(sitting.take(sitting.first(), years, small_shot()).display.values, first);

    // Looked at through a bookmark as through the camera that it moved.
    const render::Camera kept = sitting.camera({.camera = "near"});
    const render::Camera moved =
        sitting.camera({.camera = "side", .orbit = {.turn_deg = -30, .zoom = 3, .focal_length_mm = 40}});
    EXPECT_EQ(kept.position_mm, moved.position_mm);
    EXPECT_NE(kept.position_mm, sitting.camera({.camera = "side"}).position_mm);
}

TEST(Sitting, TellsTheSameColoursWhileItMovesAtRestAndInFinalQuality) {
    Sitting sitting(
        test::device(), project::load_preset(assets_folder(), "full-shaved"), [](double) {},
        transport::BakeQuality::Draft);
    Shot rest{.camera = "three-quarter"};
    rest.settings = {.width = 480, .height = 560, .view = render::View::Measure};
    Shot final = rest;
    final.settings.supersamples = 2;
    const auto picture = [&](const Shot& shot) { return sitting.take(sitting.first(), 1.0, shot).linear; };
    const FloatImage moving = picture(while_moving(rest)), resting = picture(rest), best = picture(final);
    ASSERT_EQ(moving.width, 240);
    struct FlatPlace {
        const char* name;
        double x, y; // of the width and the height
    };
    for (const FlatPlace& place : {FlatPlace{"forehead", 0.34, 0.34},
                                   {"front of the zone", 0.40, 0.18},
                                   {"shaven side", 0.70, 0.36},
                                   {"cheek", 0.50, 0.64}}) {
        const auto mean = [&](const FloatImage& image) {
            const auto at = [](double share, int whole) { return static_cast<int>(share * whole); };
            return render::mean_lab(image, at(place.x - 0.03, image.width), at(place.y - 0.025, image.height),
                                    at(place.x + 0.03, image.width), at(place.y + 0.025, image.height));
        };
        EXPECT_GT(mean(best).l, 15.0) << place.name << ": skin, not the ground";
        EXPECT_LT(color::delta_e_2000(mean(moving), mean(best)), 1.0) << place.name;
        EXPECT_LT(color::delta_e_2000(mean(resting), mean(best)), 1.0) << place.name;
    }
}

} // namespace
} // namespace healed::portfolio

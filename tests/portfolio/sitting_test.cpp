#include "base/file.h"
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

} // namespace
} // namespace healed::portfolio

#include "house/refusal.h"
#include "portfolio/shot.h"

#include <gtest/gtest.h>

namespace healed::portfolio {
namespace {

const std::vector<project::Bookmark> kept{{.name = "temple",
                                           .camera = "side",
                                           .turn_deg = -20,
                                           .zoom = 2,
                                           .shift_up_mm = 15,
                                           .focal_length_mm = 50},
                                          {.name = "whole head", .camera = "front"}};

TEST(Shot, ABookmarkIsItsCameraMovedAsItWasAndThenFurther) {
    const Shot shot = through_bookmark(
        {.camera = "temple", .orbit = {.turn_deg = 5, .tilt_deg = 3, .zoom = 1.5f, .shift_mm = {1, 2}}},
        kept);
    EXPECT_EQ(shot.camera, "side");
    EXPECT_FLOAT_EQ(shot.orbit.turn_deg, -15);
    EXPECT_FLOAT_EQ(shot.orbit.tilt_deg, 3);
    EXPECT_FLOAT_EQ(shot.orbit.zoom, 3);
    EXPECT_EQ(shot.orbit.shift_mm, glm::vec2(1, 17));
    EXPECT_FLOAT_EQ(shot.orbit.focal_length_mm, 50);
    EXPECT_EQ(through_bookmark(shot, kept).orbit, shot.orbit) << "of assets already";
    EXPECT_EQ(through_bookmark({.camera = "whole head"}, kept).orbit, render::Orbit());
}

TEST(Shot, TurnsRoundTheHeadStayWithinHalfATurn) {
    const std::vector<project::Bookmark> far{{.name = "far", .camera = "side", .turn_deg = 170}};
    const Shot shot = through_bookmark({.camera = "far", .orbit = {.turn_deg = 30}}, far);
    EXPECT_FLOAT_EQ(shot.orbit.turn_deg, -160);
    EXPECT_NO_THROW(check(shot));
}

TEST(Shot, AnotherLensStandsElsewhereAndShowsTheSameWidth) {
    const render::CameraPreset named{.frame_height_mm = 200, .focal_length_mm = 100};
    const render::CameraPreset wide = render::moved(named, {.focal_length_mm = 50});
    EXPECT_EQ(wide.focal_length_mm, 50);
    EXPECT_EQ(wide.frame_height_mm, named.frame_height_mm);
    EXPECT_EQ(render::moved(named, {}).focal_length_mm, 100);
}

TEST(Shot, RefusesWhatNoCameraCanDo) {
    expect_refusal([] { check({.camera = "temple"}); }, {"camera", "\"temple\"", "crown"});
    EXPECT_NO_THROW(check({.camera = "temple"}, kept));
    expect_refusal([] { check({.camera = "tempel"}, kept); }, {"\"tempel\"", "temple, whole head"});
    expect_refusal([] { check({.camera = "temple", .orbit = {.zoom = 40}}, kept); }, {"zoom: 80", "50"});
    expect_refusal([] { check({.orbit = {.focal_length_mm = 10}}); }, {"focal length: 10", "20 … 400"});
}

} // namespace
} // namespace healed::portfolio

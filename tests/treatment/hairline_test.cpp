#include "treatment/hairline.h"

#include "ellipsoid_head.h"
#include "house/refusal.h"

#include <gtest/gtest.h>

namespace healed::treatment {
namespace {

const ScalpFrame& the_frame() {
    static const head::Head head = ellipsoid_head();
    static const ScalpFrame frame(head);
    return frame;
}

TEST(Hairline, PlacesOfALineDrawTheSameLine) {
    const HairlineCurve stated(the_frame(), Hairline{}, 1);
    Hairline drawn;
    drawn.curve = stated.control_places(15);
    const HairlineCurve again(the_frame(), drawn, 1);
    EXPECT_NEAR(again.corner_azimuth_rad(), stated.corner_azimuth_rad(), 1e-3f);
    for (float azimuth = -0.8f; azimuth <= 0.8f; azimuth += 0.05f)
        EXPECT_NEAR(again.radius_mm(azimuth), stated.radius_mm(azimuth), 1.0f) << azimuth;
}

TEST(Hairline, ADrawnLineRunsThroughItsPlacesOnBothSides) {
    Hairline drawn;
    drawn.curve = {{.forward_mm = 70.0, .left_mm = -52.0},
                   {.forward_mm = 96.0, .left_mm = -20.0},
                   {.forward_mm = 101.0, .left_mm = 8.0},
                   {.forward_mm = 90.0, .left_mm = 50.0}};
    const HairlineCurve curve(the_frame(), drawn, 1);
    for (const Place& place : drawn.curve) {
        const double azimuth = std::atan2(place.left_mm, place.forward_mm);
        EXPECT_NEAR(static_cast<double>(curve.radius_mm(static_cast<float>(azimuth))),
                    static_cast<double>(the_frame().scale()) * std::hypot(place.left_mm, place.forward_mm),
                    0.05);
    }
}

TEST(Hairline, AMirroredDrawingMakesAMirroredLine) {
    Hairline drawn, mirrored;
    drawn.curve = {{.forward_mm = 74.0, .left_mm = -55.0},
                   {.forward_mm = 100.0, .left_mm = 5.0},
                   {.forward_mm = 88.0, .left_mm = 48.0}};
    for (auto place = drawn.curve.rbegin(); place != drawn.curve.rend(); ++place)
        mirrored.curve.push_back({.forward_mm = place->forward_mm, .left_mm = -place->left_mm});
    const HairlineCurve one(the_frame(), drawn, 1), other(the_frame(), mirrored, 1);
    for (float azimuth = -1.2f; azimuth <= 1.2f; azimuth += 0.1f)
        EXPECT_NEAR(one.radius_mm(azimuth), other.radius_mm(-azimuth), 0.01f) << azimuth;
}

TEST(Hairline, TemplesStandAtTheAngleAskedFor) {
    const float as_is = HairlineCurve(the_frame(), Hairline{}, 1).temple_angle_deg();
    float last = 0.0f;
    for (const double off : {-12.0, 0.0, 12.0}) {
        Hairline asked;
        asked.temple_angle_deg = static_cast<double>(as_is) + off;
        const float angle = HairlineCurve(the_frame(), asked, 1).temple_angle_deg();
        EXPECT_NEAR(angle, static_cast<float>(*asked.temple_angle_deg), 5.0f);
        EXPECT_GT(angle, last);
        last = angle;
    }
}

TEST(Hairline, ALineThatTurnsBackIsRefused) {
    Hairline drawn;
    drawn.curve = {{.forward_mm = 90.0, .left_mm = 10.0}, {.forward_mm = 90.0, .left_mm = -10.0}};
    expect_refusal([&] { HairlineCurve(the_frame(), drawn, 1); }, {"hairline.curve[1]", "-10"});
    drawn.curve = {{.forward_mm = -90.0, .left_mm = 10.0}, {.forward_mm = 90.0, .left_mm = 20.0}};
    expect_refusal([&] { HairlineCurve(the_frame(), drawn, 1); }, {"hairline.curve[0]", "-90"});
}

} // namespace
} // namespace healed::treatment

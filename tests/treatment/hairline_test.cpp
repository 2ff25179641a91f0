#include "treatment/hairline.h"

#include "ellipsoid_head.h"
#include "house/refusal.h"

#include <cmath>
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

TEST(Hairline, TemplesStandAtTheAngleAskedForOrAsNearAsTheyGo) {
    const auto angle_for = [](double asked) {
        Hairline hairline{.temple_recession_mm = 6.0};
        hairline.temple_angle_deg = asked;
        return static_cast<double>(HairlineCurve(the_frame(), hairline, 1).temple_angle_deg());
    };
    const double narrowest = angle_for(50.0), widest = angle_for(150.0);
    EXPECT_GT(widest, narrowest + 2.0);
    for (const double share : {0.25, 0.5, 0.75}) {
        const double asked = std::lerp(narrowest, widest, share);
        EXPECT_NEAR(angle_for(asked), asked, 0.3 * (widest - narrowest)) << narrowest << " " << widest;
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

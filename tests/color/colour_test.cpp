#include "base/file.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "color/srgb.h"
#include "house/refusal.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace healed::color {
namespace {

Spectrum flat(double reflectance) {
    return sample([=](double) { return reflectance; });
}

void expect_near(Xyz a, Xyz b, double tolerance) {
    EXPECT_NEAR(a.x, b.x, tolerance);
    EXPECT_NEAR(a.y, b.y, tolerance);
    EXPECT_NEAR(a.z, b.z, tolerance);
}

TEST(Viewing, PerfectDiffuserHasUnitLuminanceUnderEveryLight) {
    const Observer observer = load_observer(assets_folder());
    const auto lights = load_lights(assets_folder());
    ASSERT_GE(lights.size(), 7u);
    for (const auto& [name, light] : lights) {
        const Viewing viewing(observer, light);
        EXPECT_NEAR(viewing.white().y, 1.0, 1e-12) << name;
        EXPECT_NEAR(viewing.xyz(flat(0.3)).y, 0.3, 1e-12) << name;
        const Lab white = lab_from_xyz(viewing.white(), viewing.white());
        EXPECT_NEAR(white.l, 100.0, 1e-9) << name;
        EXPECT_NEAR(std::hypot(white.a, white.b), 0.0, 1e-9) << name;
    }
}

// Chromaticities of CIE 015:2018.
TEST(Viewing, LightsHaveTheirPublishedChromaticity) {
    struct Published {
        const char* name;
        double x, y;
    };
    for (const auto& [name, x, y] :
         {Published{"daylight", 0.31272, 0.32903}, Published{"incandescent", 0.44758, 0.40745},
          Published{"fluorescent", 0.3721, 0.3751}, Published{"fluorescent-narrow", 0.3805, 0.3769}}) {
        const Xyz white = Viewing(load_observer(assets_folder()), load_light(assets_folder(), name)).white();
        const double sum = white.x + white.y + white.z;
        EXPECT_NEAR(white.x / sum, x, 2e-4) << name;
        EXPECT_NEAR(white.y / sum, y, 2e-4) << name;
    }
}

TEST(Viewing, WarmLedIsWarmerThanNoonAndCoolLedIsNot) {
    const Observer observer = load_observer(assets_folder());
    const auto blue = [&](const char* name) {
        return Viewing(observer, load_light(assets_folder(), name)).white().z;
    };
    EXPECT_LT(blue("led-warm"), blue("led-neutral"));
    EXPECT_LT(blue("led-neutral"), blue("daylight"));
    EXPECT_GT(blue("led-cool"), blue("led-neutral"));
}

TEST(Viewing, UnknownLightIsRefusedWithTheKnownOnes) {
    expect_refusal([] { load_light(assets_folder(), "candle"); }, {"candle", "daylight", "led-warm"});
}

TEST(Lab, RoundTripsThroughXyz) {
    const Xyz white{0.9504, 1.0, 1.0888};
    for (double l : {0.0, 3.0, 7.9, 8.1, 37.0, 64.0, 100.0})
        for (double a : {-40.0, 0.0, 12.0})
            for (double b : {-25.0, 0.0, 18.0}) {
                const Lab back = lab_from_xyz(xyz_from_lab({l, a, b}, white), white);
                EXPECT_NEAR(back.l, l, 1e-9);
                EXPECT_NEAR(back.a, a, 1e-9);
                EXPECT_NEAR(back.b, b, 1e-9);
            }
}

TEST(Lab, LightnessOfMiddleGrey) {
    const Xyz white{0.9504, 1.0, 1.0888};
    const Lab grey = lab_from_xyz({0.18418651851 * 0.9504, 0.18418651851, 0.18418651851 * 1.0888}, white);
    EXPECT_NEAR(grey.l, 50.0, 1e-6);
    EXPECT_NEAR(std::hypot(grey.a, grey.b), 0.0, 1e-9);
}

TEST(SkinClass, AnglesAndTheirClasses) {
    EXPECT_NEAR(individual_typology_angle_deg({60.0, 8.0, 10.0}), 45.0, 1e-12);
    EXPECT_NEAR(individual_typology_angle_deg({40.0, 8.0, 10.0}), -45.0, 1e-12);
    EXPECT_EQ(skin_class(60.0), SkinClass::VeryLight);
    EXPECT_EQ(skin_class(55.0), SkinClass::Light);
    EXPECT_EQ(skin_class(41.0), SkinClass::Intermediate);
    EXPECT_EQ(skin_class(28.0), SkinClass::Tan);
    EXPECT_EQ(skin_class(10.0), SkinClass::Brown);
    EXPECT_EQ(skin_class(-30.1), SkinClass::Dark);
    EXPECT_EQ(to_string(SkinClass::Dark), "dark");
}

TEST(Srgb, CurveRoundTripsAndIsContinuous) {
    for (double v = -0.2; v < 1.3; v += 0.001)
        EXPECT_NEAR(srgb_decode(srgb_encode(v)), v, 1e-6);
    EXPECT_NEAR(srgb_encode(0.0031308), srgb_encode(0.0031309), 1e-5);
    EXPECT_NEAR(srgb_encode(0.214041), 0.5, 1e-5); // IEC 61966-2-1
    EXPECT_EQ(srgb_encode(1.0), 1.055 - 0.055);
}

TEST(Srgb, MatricesAreThoseOfTheStandard) {
    const Xyz red = xyz_from_linear_srgb({1.0, 0.0, 0.0});
    expect_near(red, {0.4124, 0.2126, 0.0193}, 6e-5); // IEC 61966-2-1, four digits
    const Xyz green = xyz_from_linear_srgb({0.0, 1.0, 0.0});
    expect_near(green, {0.3576, 0.7152, 0.1192}, 6e-5);
    const Rgb white = linear_srgb_from_xyz(srgb_white());
    const Rgb back = linear_srgb_from_xyz(xyz_from_linear_srgb({0.2, -0.1, 1.4}));
    for (double channel : white)
        EXPECT_NEAR(channel, 1.0, 1e-12);
    EXPECT_NEAR(back[0], 0.2, 1e-12);
    EXPECT_NEAR(back[1], -0.1, 1e-12);
    EXPECT_NEAR(back[2], 1.4, 1e-12);
}

TEST(Srgb, BytesAreClippedAndRounded) {
    const auto bytes = srgb_bytes({-1.0, 0.214041, 7.0});
    EXPECT_EQ(bytes[0], 0);
    EXPECT_NEAR(bytes[1], 128, 1);
    EXPECT_EQ(bytes[2], 255);
}

TEST(Adaptation, MapsWhiteToWhiteAndBack) {
    const Xyz tungsten{1.09850, 1.0, 0.35585};
    expect_near(adapt(tungsten, tungsten, srgb_white()), srgb_white(), 1e-12);
    const Xyz some{0.3, 0.25, 0.1};
    expect_near(adapt(adapt(some, tungsten, srgb_white()), srgb_white(), tungsten), some, 1e-12);
    expect_near(adapt(some, tungsten, tungsten), some, 1e-12);
}

} // namespace
} // namespace healed::color

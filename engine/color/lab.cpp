#include "color/lab.h"

#include <cmath>
#include <numbers>

namespace healed::color {
namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double knee = 6.0 / 29.0; // where the cube root gives way to a straight line

double compress(double t) {
    return t > knee * knee * knee ? std::cbrt(t) : t / (3.0 * knee * knee) + 4.0 / 29.0;
}

double expand(double f) {
    return f > knee ? f * f * f : 3.0 * knee * knee * (f - 4.0 / 29.0);
}

double hue_deg(double a, double b) {
    if (a == 0.0 && b == 0.0)
        return 0.0;
    const double hue = std::atan2(b, a) / degree;
    return hue < 0.0 ? hue + 360.0 : hue;
}

/// sqrt(c⁷/(c⁷ + 25⁷)): near 0 for greys, 1 for saturated colours.
double saturation_weight(double chroma) {
    const double c7 = std::pow(chroma, 7.0);
    return std::sqrt(c7 / (c7 + 6103515625.0));
}

double mean_hue_deg(double h1, double h2, bool either_is_grey) {
    if (either_is_grey)
        return h1 + h2;
    if (std::abs(h1 - h2) <= 180.0)
        return 0.5 * (h1 + h2);
    return 0.5 * (h1 + h2 + (h1 + h2 < 360.0 ? 360.0 : -360.0));
}

double hue_difference_deg(double h1, double h2, bool either_is_grey) {
    if (either_is_grey)
        return 0.0;
    const double difference = h2 - h1;
    if (difference > 180.0)
        return difference - 360.0;
    return difference < -180.0 ? difference + 360.0 : difference;
}

double square(double v) {
    return v * v;
}

} // namespace

Lab lab_from_xyz(Xyz xyz, Xyz white) {
    const double fx = compress(xyz.x / white.x);
    const double fy = compress(xyz.y / white.y);
    const double fz = compress(xyz.z / white.z);
    return {116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)};
}

Xyz xyz_from_lab(Lab lab, Xyz white) {
    const double fy = (lab.l + 16.0) / 116.0;
    return {white.x * expand(fy + lab.a / 500.0), white.y * expand(fy), white.z * expand(fy - lab.b / 200.0)};
}

// Symbols and numbering follow Sharma, Wu & Dalal (2005), eq. 2–22.
double delta_e_2000(Lab first, Lab second) {
    const double mean_chroma = 0.5 * (std::hypot(first.a, first.b) + std::hypot(second.a, second.b));
    const double stretch = 1.0 + 0.5 * (1.0 - saturation_weight(mean_chroma));
    const double a1 = stretch * first.a;
    const double a2 = stretch * second.a;
    const double c1 = std::hypot(a1, first.b);
    const double c2 = std::hypot(a2, second.b);
    const bool grey = c1 * c2 == 0.0;
    const double h1 = hue_deg(a1, first.b);
    const double h2 = hue_deg(a2, second.b);

    const double dl = second.l - first.l;
    const double dc = c2 - c1;
    const double dh = 2.0 * std::sqrt(c1 * c2) * std::sin(0.5 * degree * hue_difference_deg(h1, h2, grey));

    const double l = 0.5 * (first.l + second.l);
    const double c = 0.5 * (c1 + c2);
    const double h = mean_hue_deg(h1, h2, grey);
    const double t = 1.0 - 0.17 * std::cos(degree * (h - 30.0)) + 0.24 * std::cos(degree * 2.0 * h) +
                     0.32 * std::cos(degree * (3.0 * h + 6.0)) - 0.20 * std::cos(degree * (4.0 * h - 63.0));
    const double s_l = 1.0 + 0.015 * square(l - 50.0) / std::sqrt(20.0 + square(l - 50.0));
    const double s_c = 1.0 + 0.045 * c;
    const double s_h = 1.0 + 0.015 * c * t;
    const double turn_deg = 30.0 * std::exp(-square((h - 275.0) / 25.0));
    const double rotation = -2.0 * saturation_weight(c) * std::sin(degree * 2.0 * turn_deg);
    return std::sqrt(square(dl / s_l) + square(dc / s_c) + square(dh / s_h) +
                     rotation * (dc / s_c) * (dh / s_h));
}

double individual_typology_angle_deg(Lab lab) {
    return std::atan2(lab.l - 50.0, lab.b) / degree;
}

SkinClass skin_class(double angle_deg) {
    if (angle_deg > 55.0)
        return SkinClass::VeryLight;
    if (angle_deg > 41.0)
        return SkinClass::Light;
    if (angle_deg > 28.0)
        return SkinClass::Intermediate;
    if (angle_deg > 10.0)
        return SkinClass::Tan;
    return angle_deg >= -30.0 ? SkinClass::Brown : SkinClass::Dark;
}

std::string_view to_string(SkinClass skin_class) {
    constexpr std::string_view names[] = {"very light", "light", "intermediate", "tan", "brown", "dark"};
    return names[static_cast<int>(skin_class)];
}

} // namespace healed::color

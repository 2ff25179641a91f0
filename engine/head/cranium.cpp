#include "head/skull.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace healed::head {
namespace {

/// A horizontal section of the cranium: an oval whose front and back halves have their own depth and fullness
/// (exponent of a superellipse: 2 is an ellipse, more is squarer).
struct Section {
    double height, front, back, half_width, widest_at, fullness_front, fullness_back;
};

// A table reads in rows.
// clang-format off
/// Midline depths and widths that give the length, breadth, height and circumference of anthropometry.h, widest
/// a little above the ears and behind the middle; the form between is drawn (assumed).
constexpr std::array<Section, 7> sections{{
    { 38.0, 96.4,  -99.6, 76.3, -18.0, 2.30, 2.20},
    { 52.0, 94.6, -100.3, 77.0, -21.0, 2.28, 2.22},
    { 66.0, 92.0,  -97.8, 76.0, -22.0, 2.25, 2.24},
    { 80.0, 86.8,  -92.2, 72.8, -22.0, 2.22, 2.24},
    { 94.0, 78.2,  -83.2, 66.6, -21.0, 2.18, 2.20},
    {107.0, 65.4,  -71.0, 56.6, -19.0, 2.12, 2.14},
    {118.0, 48.2,  -55.6, 42.4, -17.0, 2.06, 2.08},
}};
/// Places at the top, beside each other on the midline and off it.
constexpr std::array<glm::dvec3, 5> crown{{
    {0, 126.4, 27}, {0, 130.4, 6}, {0, 131.0, -12}, {0, 127.8, -34}, {22, 127.6, -14}}};
/// The back of the head down to the nape, and the sides behind and under the ears.
constexpr std::array<glm::dvec3, 15> occiput{{
    {0, 24, -98.2}, {0, 8, -93.2}, {0, -8, -85.6}, {0, -24, -77.0}, {0, -40, -70.0},
    {34, 20, -89.5}, {33, 0, -82.0}, {32, -22, -70.0}, {58, 20, -67.0}, {55, 0, -60.0}, {50, -22, -52.0},
    {72.5, 20, -38.0}, {69.0, 2, -34.0}, {62.0, -20, -30.0}, {75.0, 22, -18.0}}};
// clang-format on

/// Slack of the spline at the typed places; makes the cranium fair instead of true to the tenth of a
/// millimetre.
constexpr double slack = 0.004;

glm::dvec3 on(const Section& s, double azimuth) {
    const double ahead = std::cos(azimuth), aside = std::sin(azimuth);
    const double fullness = ahead > 0 ? s.fullness_front : s.fullness_back;
    const double depth = ahead > 0 ? s.front - s.widest_at : s.widest_at - s.back;
    return {s.half_width * std::pow(std::abs(aside), 2.0 / fullness), s.height,
            s.widest_at + std::copysign(depth * std::pow(std::abs(ahead), 2.0 / fullness), ahead)};
}

} // namespace

std::vector<RadialSpline::Place> cranium_places() {
    constexpr int around = 12;
    std::vector<RadialSpline::Place> places;
    for (const Section& section : sections)
        for (int i = 0; i <= around; ++i) {
            const double azimuth = std::numbers::pi * i / around;
            if (section.height < 60.0 && azimuth < 1.3 && i > 0)
                continue; // forehead, brow and temple are typed with the face
            places.push_back({on(section, azimuth), slack});
        }
    for (const glm::dvec3& place : crown)
        places.push_back({place, slack});
    for (const glm::dvec3& place : occiput)
        places.push_back({place, slack});
    return places;
}

} // namespace healed::head

#include "head/skull.h"

#include "head/distance.h"

namespace healed::head {
namespace {

// A table reads in rows.
// clang-format off
/// Horizontal contours of the face from the forehead down, then the underside of the jaw. Heights and depths of
/// the midline, eye and jaw follow head-board dimensions (sellion, pronasale, subnasale, stomion, menton,
/// ectoorbitale to the top of the head and to the wall) as recalled from ANSUR 1988, not re-read; everything
/// between is drawn (assumed). What the whole is held to is in anthropometry.h.
constexpr glm::dvec3 contours[] = {
    // forehead over the eminences
    {20, 52, 94.0}, {38, 52, 86.2}, {50, 52, 74.0}, {58.4, 52, 58.0}, {66.4, 52, 37.0}, {72, 52, 14.0},
    // brow: superciliary arch, lateral end, temporal fossa
    {0, 31, 98.6}, {13, 32, 98.3}, {26, 35, 95.2}, {38, 36, 88.8}, {47.5, 35, 79.8}, {53.5, 34, 69.0},
    {58.3, 34, 57.0}, {64.6, 35, 39.0}, {70.4, 35, 18.0}, {74.0, 33, -4.0},
    // edge of the orbit
    {14, 27, 95.0}, {27, 29, 92.0}, {39, 29, 86.2}, {48, 27, 77.6},
    // upper orbit
    {0, 20, 91.0}, {10, 20, 87.0}, {19, 20, 82.0}, {31, 22, 82.5}, {43, 21, 77.8}, {51, 20, 71.0},
    {56.4, 20, 62.0}, {62.0, 20, 48.0}, {68.4, 20, 26.0}, {72.8, 18, 4.0},
    // lower orbit
    {0, 5, 89.5}, {11, 5, 85.0}, {20, 4, 80.5}, {32, 3, 80.0}, {44, 4, 75.5}, {53, 5, 67.5}, {61.5, 5, 53.0},
    {68.5, 4, 35.0}, {71.0, 3, 18.0}, {72.0, 2, 0.0},
    // cheekbone
    {0, -11, 92.0}, {15, -11, 87.5}, {28, -11, 84.6}, {39, -10, 79.6}, {49, -9, 72.4}, {59, -8, 60.5},
    {67, -6, 44.0}, {70.6, -5, 28.0}, {70.6, -6, 10.0},
    // below the nose
    {0, -32, 100.0}, {13, -32, 97.2}, {24, -32, 90.5}, {36, -31, 82.0}, {47, -31, 71.0}, {56.5, -31, 55.0},
    {62.5, -30, 38.0}, {65.0, -29, 20.0}, {65.0, -28, 3.0},
    // mouth
    {0, -54, 101.5}, {13, -54, 98.6}, {25, -54, 90.3}, {36, -54, 79.5}, {47, -54, 65.0}, {54.5, -53, 47.5},
    {59, -52, 29.0}, {60.5, -51, 12.0},
    // mentolabial sulcus and the jaw behind it
    {0, -72, 95.2}, {14, -72, 93.0}, {27, -72, 84.0}, {39, -72, 68.5}, {48.5, -71, 50.0}, {55, -69, 31.0},
    {57.5, -66, 14.0},
    // chin
    {0, -87, 100.0}, {13, -87, 96.2}, {25, -86, 84.5}, {36, -84, 67.5}, {44.5, -81, 50.0},
    {0, -98, 95.0}, {12, -98, 91.0}, {23, -95, 79.0}, {34, -91, 63.0}, {43, -86, 46.0}, {51, -78, 30.0},
    // under the jaw
    {0, -102, 86.0}, {11, -101, 82.5}, {0, -98, 68.0}, {18, -96, 66.0}, {0, -92, 50.0}, {22, -90, 48.0},
    {38, -82, 36.0}, {0, -86, 30.0}, {30, -80, 22.0}, {48, -72, 14.0}, {0, -80, 0.0}, {30, -72, -10.0},
    {0, -70, -36.0},
    // behind the ramus
    {56, -58, 2.0}, {59, -42, -6.0}, {46, -50, -28.0},
};
// clang-format on

/// Slack of the spline: the face is fair where it is broad, and true where it is fine.
double slack(glm::dvec3 place) {
    if (place.y > 50.0)
        return 0.006;
    return 0.0012 + 0.0048 * ramp(14.0, 48.0, place.x);
}

} // namespace

std::vector<RadialSpline::Place> face_places() {
    std::vector<RadialSpline::Place> places;
    for (const glm::dvec3& place : contours)
        places.push_back({place, slack(place)});
    return places;
}

} // namespace healed::head

#include "head/skull.h"

#include <span>

namespace healed::head {
namespace {

// clang-format off: a table reads in rows.
/// Horizontal contours of the face from the brow down, then the underside of the jaw. Heights and depths
/// of the midline, eye, cheek and jaw after the head-board dimensions of ANSUR 1988 (sellion, pronasale,
/// subnasale, stomion, menton, ectoorbitale to the top of the head and to the wall) and ANSUR II widths.
constexpr glm::dvec3 contours[] = {
    // forehead over the eminences
    {20, 52, 96.2},
    {38, 52, 88.8},
    {50, 52, 77.0},
    {57.5, 52, 60.0},
    {64.5, 52, 38.0},
    {71, 52, 14.0},
    // brow: superciliary arch, lateral end, temporal fossa
    {0, 33, 98.4},
    {13, 34, 98.4},
    {26, 36, 95.4},
    {38, 37, 89.4},
    {47.5, 36, 80.5},
    {53.5, 35, 69.0},
    {57.0, 34, 57.0},
    {62.0, 35, 40.0},
    {68.5, 35, 18.0},
    {73.5, 33, -4.0},
    // upper orbit
    {0, 20, 94.0},
    {10, 20, 88.0},
    {19, 21, 82.5},
    {31, 23, 84.0},
    {43, 22, 79.0},
    {51, 20, 71.5},
    {56, 20, 62.0},
    {60.5, 20, 48.0},
    {67.5, 20, 26.0},
    {72.5, 18, 4.0},
    // lower orbit
    {0, 5, 89.5},
    {11, 5, 85.0},
    {20, 4, 80.5},
    {32, 3, 80.0},
    {44, 4, 75.5},
    {53, 5, 67.5},
    {61.5, 5, 53.0},
    {68.5, 4, 35.0},
    {71.0, 3, 18.0},
    {72.0, 2, 0.0},
    // cheekbone
    {0, -11, 92.0},
    {15, -11, 87.5},
    {28, -11, 84.6},
    {39, -10, 79.6},
    {49, -9, 72.4},
    {59, -8, 60.5},
    {67, -6, 44.0},
    {70.6, -5, 28.0},
    {70.6, -6, 10.0},
    // below the nose
    {0, -32, 100.0},
    {13, -32, 97.2},
    {24, -32, 90.5},
    {36, -31, 82.0},
    {47, -31, 71.0},
    {57, -31, 55.5},
    {64, -30, 38.0},
    {67.0, -29, 20.0},
    {66.5, -28, 3.0},
    // mouth
    {0, -54, 101.5},
    {13, -54, 98.6},
    {25, -54, 90.3},
    {36, -54, 79.5},
    {47, -54, 65.5},
    {55.5, -53, 48.0},
    {61, -52, 29.0},
    {62.5, -51, 12.0},
    // mentolabial sulcus and the jaw behind it
    {0, -72, 96.6},
    {14, -72, 93.6},
    {27, -72, 84.0},
    {39, -72, 69.0},
    {49, -71, 50.0},
    {56, -69, 31.0},
    {58.5, -66, 14.0},
    // chin
    {0, -87, 99.2},
    {13, -87, 95.6},
    {25, -86, 84.5},
    {36, -84, 68.0},
    {45, -81, 50.0},
    {0, -98, 95.0},
    {12, -98, 91.0},
    {23, -95, 79.0},
    {34, -91, 63.0},
    {43, -86, 46.0},
    {52, -78, 30.0},
    // under the jaw
    {0, -102, 86.0},
    {11, -101, 82.5},
    {0, -98, 68.0},
    {18, -96, 66.0},
    {0, -92, 50.0},
    {22, -90, 48.0},
    {38, -82, 36.0},
    {0, -86, 30.0},
    {30, -80, 22.0},
    {48, -72, 14.0},
    {0, -80, 0.0},
    {30, -72, -10.0},
    {0, -70, -36.0},
    // behind the ramus
    {57, -58, 2.0},
    {60, -42, -6.0},
    {46, -50, -28.0},
};
// clang-format on

constexpr double slack = 0.0008;

} // namespace

std::vector<RadialSpline::Place> face_places() {
    std::vector<RadialSpline::Place> places;
    for (const glm::dvec3& place : contours)
        places.push_back({place, slack});
    return places;
}

} // namespace healed::head

#pragma once

#include "base/constant.h"

#include <array>
#include <span>

namespace healed::head {

/// The dimensions of a head that the built-in one is held to, mm. The values named ANSUR II are its medians;
/// all ranges are about the 5th to the 95th percentile of men as recalled, not re-read.
struct Anthropometry {
    using enum Evidence;
    // clang-format off
    Constant length{"head.length", 199.0, "mm", 187.0, 211.0, Measured, "ANSUR II, men, median: glabella to the hindmost place"};
    Constant breadth{"head.breadth", 154.0, "mm", 145.0, 163.0, Measured, "ANSUR II, men, median: greatest over the ears"};
    Constant circumference{"head.circumference", 574.0, "mm", 550.0, 601.0, Measured, "ANSUR II, men, median: tape over brow and occiput"};
    Constant tragion_to_vertex{"head.tragion_to_vertex", 131.0, "mm", 121.0, 142.0, Measured, "ANSUR II, men, median: tragion to top of head"};
    Constant menton_to_sellion{"head.menton_to_sellion", 122.0, "mm", 112.0, 134.0, Measured, "ANSUR II, men, median"};
    Constant bizygomatic{"head.bizygomatic_breadth", 142.0, "mm", 133.0, 152.0, Measured, "ANSUR II, men, median"};
    Constant interpupillary{"head.interpupillary_breadth", 64.0, "mm", 58.5, 70.0, Measured, "ANSUR II, men, median"};
    Constant ear_length{"head.ear_length", 64.0, "mm", 57.0, 72.0, Measured, "ANSUR II, men, median"};
    Constant ear_breadth{"head.ear_breadth", 37.0, "mm", 32.5, 42.0, Measured, "ANSUR II, men, median"};
    Constant mouth_width{"head.mouth_width", 53.0, "mm", 46.0, 60.0, Literature, "Farkas 1994, cheilion to cheilion, men; recalled, not re-read"};
    Constant nose_width{"head.nose_width", 35.0, "mm", 30.0, 40.0, Literature, "Farkas 1994, ala to ala, men; recalled, not re-read"};
    Constant eye_fissure{"head.eye_fissure_length", 29.0, "mm", 26.0, 33.0, Literature, "Farkas 1994 gives 31 with eyes open, men; recalled, not re-read; closed lids a little less"};
    Constant eyeball_radius{"head.eyeball_radius", 12.2, "mm", 11.5, 13.0, Literature, "axial length 24.4 mm of adult eyes; recalled, not re-read"};
    Constant glabella_to_trichion{"head.glabella_to_trichion", 57.0, "mm", 44.0, 70.0, Literature, "Farkas 1994, men, along the skin; recalled, not re-read"};
    Constant brow_to_plan{"head.brow_to_plan", 20.0, "mm", 10.0, 40.0, Assumed, "lowest hairline that can be planned, above the ridge of the brow"};
    Constant ear_clearance{"head.ear_clearance", 4.0, "mm", 2.0, 10.0, Assumed, "hairless rim around the ear"};
    // clang-format on
};

inline constexpr Anthropometry median_man{};

/// All of the above, in order.
std::span<const Constant> constants();

} // namespace healed::head

#pragma once

#include "color/observer.h"

#include <string_view>

namespace healed::color {

/// CIELAB 1976. l is 0 … 100 for diffusers.
struct Lab {
    double l;
    double a;
    double b;
};

/// CIE 015:2018 eq. 8.3–8.5, against the white that the eye is adapted to.
Lab lab_from_xyz(Xyz xyz, Xyz white);
Xyz xyz_from_lab(Lab lab, Xyz white);

/// CIEDE2000 colour difference with k_L = k_C = k_H = 1 (Sharma, Wu & Dalal, Color Res. Appl. 30, 21, 2005).
double delta_e_2000(Lab first, Lab second);

/// Individual typology angle arctan((L* − 50)/b*) in degrees, −90 … 90 for b* above 0
/// (Chardon, Cretois & Hourseau, Int. J. Cosmet. Sci. 13, 191, 1991).
double individual_typology_angle_deg(Lab lab);

/// Classes of skin colour by typology angle (Chardon et al. 1991; Del Bino & Bernerd 2013), lightest first.
enum class SkinClass { VeryLight, Light, Intermediate, Tan, Brown, Dark };

/// Very light above 55°, light above 41°, intermediate above 28°, tan above 10°, brown from −30°, else dark.
SkinClass skin_class(double individual_typology_angle_deg);
std::string_view to_string(SkinClass skin_class);

} // namespace healed::color

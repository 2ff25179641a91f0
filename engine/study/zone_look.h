#pragma once

#include "aging/dot_state.h"
#include "study/dark_grid.h"
#include "study/ink_bands.h"
#include "study/typical_dots.h"
#include "study/zone_skin.h"

#include <span>

namespace healed::study {

/// A skin in which ink can be seen: its colour, and what ink in it takes from the light.
struct InkedSkin {
    ZoneSkin skin;
    DarkGrid dark;
    color::Lab bare;
};

/// What light sees of the inks of a plan, and of carbon instead of them.
struct Inks {
    /// Throws Error for an ink that the library does not know.
    Inks(const treatment::Plan& plan, const ink::Library& library);

    InkBands bands;
    transport::BandValues carbon_mm2_per_ng;
    bool all_carbon; ///< no other pigment in any session
};

/// How a treated zone looks in diffuse daylight, ink in the skin alone. "In carbon" means: the same dots,
/// their ink replaced by as much carbon as makes them equally light.
struct ZoneLook {
    color::Lab lab;        ///< of the zone from afar
    color::Lab neutral;    ///< of the zone in carbon
    double contrast;       ///< ΔE2000 of lab against bare skin
    double zone_cast;      ///< ΔE2000 of lab against neutral: what is chemical in the zone's colour
    double dot_cast;       ///< the same of the dots themselves, as if they stood side by side without a gap
    double blueness;       ///< Δb*/ΔL* of neutral against bare skin: what is optical in it; 0 without ink
    double diameter_mm;    ///< of the dots, mean over the ink
    double ink_ng_per_mm2; ///< in the skin
};

/// One state a dot.
ZoneLook look_at(const InkedSkin& skin, const Inks& inks, const TypicalDots& zone,
                 std::span<const aging::DotState> states);

} // namespace healed::study

#pragma once

#include "color/illuminant.h"
#include "skin/optics.h"
#include "study/healing_optics.h"
#include "transport/band_colour.h"

namespace healed::study {

/// One person's skin under one light, as a treated zone is judged on it.
struct ZoneSkin {
    transport::BandColour colour;
    transport::BandValues per_blood; ///< ∂ ln reflectance / ∂ ln blood
    HealingOptics healing;
};

/// Seen along the normal, specular excluded (transport::band_colour).
ZoneSkin zone_skin(const skin::SkinSettings& settings, const skin::Haemoglobin& haemoglobin,
                   const color::Viewing& viewing);

} // namespace healed::study

#pragma once

#include "color/illuminant.h"
#include "color/lab.h"
#include "skin/optics.h"
#include "transport/band_weights.h"

#include <array>

namespace healed::transport {

/// One person's bare skin under one light, ready to be inked: XYZ = Σ xyz[band] · ratio[band], where ratio is
/// the reflectance over that of the bare skin at transport::band_nm. A perfect white has y = 1.
struct BandColour {
    std::array<color::Xyz, band_count> xyz;
    color::Xyz white; ///< of the light

    color::Xyz bare_xyz() const;
    color::Xyz inked_xyz(const BandValues& ratio) const;
    /// Against the light's own white, which the eye is adapted to.
    color::Lab lab(const BandValues& ratio) const;
};

/// The skin as it is seen along the normal under even light from above, without what its surface mirrors.
BandColour band_colour(const skin::Skin& skin, const color::Viewing& viewing);

/// Of something with this reflectance, 0 … 1, whose ratio goes with these weights.
BandColour band_colour(const color::Spectrum& bare_reflectance, const BandWeights& weights,
                       const color::Viewing& viewing);

} // namespace healed::transport

#pragma once

#include "interface/answers.h"
#include "interface/viewport.h"

namespace healed::studio {

/// Reflectance over 400 … 700 nm: the bare skin, and the place with its ink.
void draw_spectrum(ImDrawList& list, Area box, const PlaceSpectrum& spectrum);

/// While the tool that pins colours is in the hand: the spectrum of the place that the mouse rests on, in the
/// lower left corner over the readout.
void draw_spectrum_under_cursor(ImDrawList& list, Studio& studio, Area view);

} // namespace healed::studio

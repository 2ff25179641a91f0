#pragma once

#include "head/head.h"
#include "skin/optics.h"
#include "transport/bands.h"

#include <vector>

namespace healed::render {

/// How much of the light that enters at each vertex meets the superficial temporal vein, 0 … 1 over its
/// middle: its trunk rises before the ear and parts above the brow, one branch to the forehead, one over the
/// temple (its course as anatomy draws it, from landmarks; how far it is blurred at the surface is by eye).
std::vector<float> veins_under(const head::Head& head);

/// -ln R/R0 a band over the middle of a vein that lies where the dermis meets the fat. Blood there takes red
/// light that comes back from deep, and hardly blue, which does not get there: it looks blue beside the skin
/// about it (A. Kienle et al., Why do veins appear blue?, Appl. Opt. 35, 1996).
transport::BandValues vein_darkening(const skin::Skin& skin);

} // namespace healed::render

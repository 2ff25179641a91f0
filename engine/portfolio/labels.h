#pragma once

#include "base/image.h"
#include "portfolio/typeface.h"

namespace healed::portfolio {

enum class Corner { LowerLeft, LowerRight };

/// Writes the word "simulation" into a corner, light or dark as the ground asks, as small as
/// can still be read. Every picture that leaves the program carries it.
void stamp_simulation(ByteImage& picture, const Typefaces& typefaces, Corner corner = Corner::LowerRight);

/// A bar of a round length in the lower left corner, with that length above it. `picture_width_mm` is what
/// the width of the picture spans on the skin, above 0.
void draw_scale_bar(ByteImage& picture, double picture_width_mm, const Typefaces& typefaces);

/// The largest of 1, 2 and 5 times a power of ten that is not above `longest_mm`.
double round_length_mm(double longest_mm);

} // namespace healed::portfolio

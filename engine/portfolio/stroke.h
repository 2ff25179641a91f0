#pragma once

#include "portfolio/drawing.h"
#include "portfolio/plot.h"

namespace healed::portfolio {

/// A line through places in pixels, with round ends and smooth edges. It covers no pixel twice.
void stroke(ByteImage& image, const std::vector<PlotPoint>& pixels, Ink ink, double width_px);

} // namespace healed::portfolio

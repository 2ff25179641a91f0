#pragma once

#include "transport/patch.h"

namespace healed::transport {

/// A patch that repeats, with each dot that is wider than the patch as thin sheets: it and its copies overlap
/// until only their mean is left, Gaussian in depth (what varies sideways is below 1e-8 of it). Else the same
/// patch. Dots must be round.
Patch with_wide_dots_as_sheets(Patch patch);

} // namespace healed::transport

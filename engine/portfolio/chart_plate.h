#pragma once

#include "base/image.h"
#include "base/progress.h"
#include "gpu/device.h"
#include "ink/ink.h"
#include "project/project.h"

#include <string>

namespace healed::portfolio {

/// A plan's test chart on a flat, level patch of its client's skin, in daylight and without shine, as it is
/// `years` after the last session: one column a needle's footprint, one row a resting depth, one block an
/// ink, all written beside it. Ink in the skin and in crusts by the fast model; no redness, veil or hair.
/// `at` names the time. Throws Error for a plan without a chart and for an unknown ink.
ByteImage chart_plate(const gpu::Device& device, const project::Project& project, const ink::Library& library,
                      double years, const std::string& at, const Progress& progress);

} // namespace healed::portfolio

#pragma once

#include "head/form.h"
#include "head/head.h"

namespace healed::head {

/// Side of the chart of a head, texels; about 0.4 mm each.
inline constexpr int chart_size = 1024;

/// An empty chart of `size` texels on a side about a pole tilted 5° behind the upright, which brings the nape
/// as far from the rim of the chart as the brow, and keeps the direction opposite the pole in the opening of
/// the neck.
ScalpChart chart_frame(glm::vec3 centre_mm, int size);

/// Fills a chart from the earless surface and marks the scalp.
ScalpChart survey_scalp(const Form& form, int size = chart_size);

} // namespace healed::head

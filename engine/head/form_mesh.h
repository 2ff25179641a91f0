#pragma once

#include "head/form.h"
#include "head/head.h"

namespace healed::head {

/// The form as triangles: 1 to 1.3 mm at face and ears, coarser towards the shoulders; symmetric; closed but
/// for the cut at body_bottom_mm. Every attribute of the vertices is filled; chart places are those of
/// `chart`.
Mesh mesh_of(const Form& form, const ScalpChart& chart);

} // namespace healed::head

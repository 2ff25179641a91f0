#pragma once

#include "transport/column_binning.h"
#include "transport/patch.h"

#include <vector>

namespace healed::transport {

/// A window of the fast model over part of a patch, and the points of the patch's grid that it answers for.
struct PatchWindow {
    FieldWindow field;
    glm::dvec2 corner_mm;            ///< upper left corner of the window in the patch
    std::vector<std::size_t> points; ///< indices into the grid, row by row
};

/// Where the centre of a cell of the grid lies, from the patch's upper left corner.
glm::dvec2 point_mm(const Patch& patch, std::size_t point);

/// Windows that together answer for every point. Their texels are fine enough for the narrowest absorber. A
/// periodic patch whose sides fit the pyramid's texels gets one periodic window of one or more repetitions;
/// any other patch gets windows with a margin of skin around.
std::vector<PatchWindow> patch_windows(const Patch& patch);

} // namespace healed::transport

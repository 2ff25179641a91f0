#pragma once

#include "base/image.h"

#include <string>
#include <vector>

namespace healed::portfolio {

/// One picture and, set into its corner, a closer look at the same skin. Both of 3 channels, sRGB.
struct Cell {
    ByteImage picture;
    ByteImage macro;           ///< empty for none
    double macro_width_mm = 0; ///< what the width of the macro picture spans on the skin
    std::string caption;       ///< one line below the picture; none when empty
};

struct Row {
    std::string label;  ///< e.g. "SMP carbon"
    std::string detail; ///< smaller, beside the label, e.g. "three-point needle, 0.27 mm"
    std::vector<Cell> cells;
};

/// A labelled contact sheet: rows vary, columns are times.
struct Sheet {
    std::string title;
    std::string subtitle;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::string legend; ///< one line at the foot: plan hash, seed, version, light
};

/// Sets the sheet as a page of 3 channels. All pictures are of one size and each row has one cell a column.
/// Every picture is marked as a simulation, and so is the page. Throws Error when the fonts are missing.
ByteImage compose(const Sheet& sheet);

} // namespace healed::portfolio

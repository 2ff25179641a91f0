#pragma once

#include "transport/ink_images.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace healed::transport {

/// The dots, cylinders and streaks of a patch, sorted into square cells so that a short piece of path finds
/// those that it may cross in the one cell that holds its middle. A patch that repeats folds pieces into its
/// base rectangle and holds the copies that reach into it.
class AbsorberGrid {
  public:
    explicit AbsorberGrid(const Patch& patch);

    /// Longest piece that may be asked about.
    float longest_piece_mm() const { return cell_mm_; }
    /// Where absorbers are at all, mm: pieces elsewhere cross none, wherever they leave the patch. Empty
    /// (top > bottom) without absorbers.
    struct Bounds {
        float low_x = 1e9f, high_x = -1e9f, low_y = 1e9f, high_y = -1e9f, top = 1e9f, bottom = -1e9f;
    };
    const Bounds& bounds() const { return bounds_; }

    /// Calls visit(index of the absorber, equivalent length in mm) for each absorber that the piece crosses.
    template <typename Visit>
    void cross(physics::PathPiece piece, Visit visit) const;

    const std::vector<InkImage>& images() const { return images_; }
    /// First member of each cell, row by row, and one more; and the members, indices of images.
    const std::vector<std::uint32_t>& cell_firsts() const { return cell_firsts_; }
    const std::vector<std::uint32_t>& cell_members() const { return cell_members_; }
    std::uint32_t most_members() const { return most_members_; }
    float low_x() const { return low_x_; }
    float low_y() const { return low_y_; }
    int columns() const { return columns_; }
    int rows() const { return rows_; }

  private:
    void find_bounds();
    void lay_out(const Patch& patch);
    void sort_into_cells();
    /// Cells that pieces with an end in an image's box may have their middle in: [first, last] columns or
    /// rows.
    struct CellSpan {
        int first, last;
    };
    CellSpan span(float low, float high, float from, int cells) const;

    float period_x_ = 0.0f, period_y_ = 0.0f; ///< 0 where the patch does not repeat
    float cell_mm_ = 0.2f;
    float low_x_ = 0.0f, low_y_ = 0.0f;
    int columns_ = 1, rows_ = 1;
    std::uint32_t most_members_ = 0;
    Bounds bounds_;
    std::vector<InkImage> images_;
    std::vector<std::uint32_t> cell_firsts_, cell_members_;
};

template <typename Visit>
void AbsorberGrid::cross(physics::PathPiece p, Visit visit) const {
    if (period_x_ > 0.0f) {
        const float x = std::floor(0.5f * (p.x0 + p.x1) / period_x_) * period_x_;
        const float y = std::floor(0.5f * (p.y0 + p.y1) / period_y_) * period_y_;
        p.x0 -= x, p.x1 -= x, p.y0 -= y, p.y1 -= y;
    }
    const float column = std::floor((0.5f * (p.x0 + p.x1) - low_x_) / cell_mm_);
    const float row = std::floor((0.5f * (p.y0 + p.y1) - low_y_) / cell_mm_);
    if (column < 0.0f || row < 0.0f || column > static_cast<float>(columns_) ||
        row > static_cast<float>(rows_))
        return;
    const std::size_t cell = static_cast<std::size_t>(std::min(static_cast<int>(row), rows_ - 1) * columns_ +
                                                      std::min(static_cast<int>(column), columns_ - 1));
    const float low_x = std::min(p.x0, p.x1), high_x = std::max(p.x0, p.x1);
    const float low_y = std::min(p.y0, p.y1), high_y = std::max(p.y0, p.y1);
    const float low_z = std::min(p.z0, p.z1), high_z = std::max(p.z0, p.z1);
    for (std::uint32_t i = cell_firsts_[cell]; i < cell_firsts_[cell + 1]; ++i) {
        const InkImage& image = images_[cell_members_[i]];
        if (high_x < image.low_x || low_x > image.high_x || high_y < image.low_y || low_y > image.high_y ||
            high_z < image.low_z || low_z > image.high_z)
            continue;
        visit(image.absorber, image.strength * physics::shape_path(image.shape, p));
    }
}

} // namespace healed::transport

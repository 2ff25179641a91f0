#pragma once

#include "physics.h"
#include "transport/patch.h"

#include <cstdint>
#include <vector>

namespace healed::transport {

/// The dots and cylinders of a patch, sorted into square cells so that a piece of path finds those that it
/// may cross. A periodic patch folds pieces into the base rectangle and holds the images that reach into it.
class AbsorberGrid {
  public:
    explicit AbsorberGrid(const Patch& patch);

    /// Longest piece that may be asked about.
    static constexpr float longest_piece_mm = 0.25f;

    /// Adds to depths[wavelength…] nothing, but calls visit(absorber index, equivalent length in mm) for each
    /// dot (index from 0) and cylinder (index from the number of dots) that the piece crosses. `seen` is
    /// scratch, one entry an absorber image.
    template <typename Visit>
    void cross(physics::PathPiece piece, std::vector<std::uint32_t>& seen, std::uint32_t stamp,
               Visit visit) const;

    std::size_t image_count() const { return images_.size(); }

  private:
    struct Image {
        bool is_dot;
        std::size_t absorber;
        physics::GaussianDot dot;
        physics::LeaningCylinder cylinder;
        float low_x, high_x, low_y, high_y, low_z, high_z;
    };
    void add(const Image& image, const Patch& patch);
    void sort_into_cells();
    int column_of(float x) const;
    int row_of(float y) const;

    bool periodic_;
    float width_, height_;
    float low_x_ = 0, low_y_ = 0, high_x_ = 0, high_y_ = 0;
    float low_z_ = 1e9f, high_z_ = -1e9f;
    int columns_ = 0, rows_ = 0;
    std::vector<Image> images_;
    std::vector<std::vector<std::uint32_t>> cells_;
};

template <typename Visit>
void AbsorberGrid::cross(physics::PathPiece p, std::vector<std::uint32_t>& seen, std::uint32_t stamp,
                         Visit visit) const {
    if (images_.empty() || std::min(p.z0, p.z1) > high_z_ || std::max(p.z0, p.z1) < low_z_)
        return;
    if (periodic_) {
        const float shift_x = width_ * std::floor(0.5f * (p.x0 + p.x1) / width_);
        const float shift_y = height_ * std::floor(0.5f * (p.y0 + p.y1) / height_);
        p.x0 -= shift_x, p.x1 -= shift_x, p.y0 -= shift_y, p.y1 -= shift_y;
    }
    const float low_x = std::min(p.x0, p.x1), high_x = std::max(p.x0, p.x1);
    const float low_y = std::min(p.y0, p.y1), high_y = std::max(p.y0, p.y1);
    if (high_x < low_x_ || low_x > high_x_ || high_y < low_y_ || low_y > high_y_)
        return;
    for (int row = row_of(low_y); row <= row_of(high_y); ++row)
        for (int column = column_of(low_x); column <= column_of(high_x); ++column)
            for (const std::uint32_t i : cells_[static_cast<std::size_t>(row * columns_ + column)]) {
                const Image& image = images_[i];
                if (seen[i] == stamp || high_x < image.low_x || low_x > image.high_x ||
                    high_y < image.low_y || low_y > image.high_y || std::max(p.z0, p.z1) < image.low_z ||
                    std::min(p.z0, p.z1) > image.high_z)
                    continue;
                seen[i] = stamp;
                visit(image.absorber, image.is_dot ? physics::gaussian_path(image.dot, p)
                                                   : physics::cylinder_path(image.cylinder, p));
            }
}

} // namespace healed::transport

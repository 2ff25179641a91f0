#include "transport/absorber_grid.h"

#include <algorithm>
#include <cmath>

namespace healed::transport {

namespace {

constexpr float cell_mm = 0.25f;
// Beyond this many standard deviations a Gaussian adds less than 4e-6 of its peak.
constexpr double reach_in_sigmas = 5.0;

float narrow(double value) {
    return static_cast<float>(value);
}

} // namespace

AbsorberGrid::AbsorberGrid(const Patch& patch)
    : periodic_(patch.periodic), width_(narrow(patch.width_mm)), height_(narrow(patch.height_mm)) {
    std::size_t index = 0;
    for (const PatchDot& d : patch.dots) {
        const double reach_z = reach_in_sigmas * d.sigma_z_mm;
        const double reach_x = reach_in_sigmas * d.sigma_mm + std::abs(d.slant_x) * reach_z;
        const double reach_y = reach_in_sigmas * d.sigma_mm + std::abs(d.slant_y) * reach_z;
        Image image{.is_dot = true, .absorber = index++};
        image.dot = {.x = narrow(d.x_mm),
                     .y = narrow(d.y_mm),
                     .depth = narrow(d.depth_mm),
                     .slant_x = narrow(d.slant_x),
                     .slant_y = narrow(d.slant_y),
                     .sigma = narrow(d.sigma_mm),
                     .sigma_z = narrow(d.sigma_z_mm)};
        image.low_x = narrow(d.x_mm - reach_x), image.high_x = narrow(d.x_mm + reach_x);
        image.low_y = narrow(d.y_mm - reach_y), image.high_y = narrow(d.y_mm + reach_y);
        image.low_z = narrow(d.depth_mm - reach_z), image.high_z = narrow(d.depth_mm + reach_z);
        add(image, patch);
    }
    for (const PatchCylinder& c : patch.cylinders) {
        Image image{.is_dot = false, .absorber = index++};
        image.cylinder = {.x = narrow(c.x_mm),
                          .y = narrow(c.y_mm),
                          .top = narrow(c.top_mm),
                          .bottom = narrow(c.top_mm + c.thickness_mm),
                          .slant_x = narrow(c.slant_x),
                          .slant_y = narrow(c.slant_y),
                          .radius = narrow(c.radius_mm)};
        const double end_x = c.x_mm + c.slant_x * c.thickness_mm, end_y = c.y_mm + c.slant_y * c.thickness_mm;
        image.low_x = narrow(std::min(c.x_mm, end_x) - c.radius_mm);
        image.high_x = narrow(std::max(c.x_mm, end_x) + c.radius_mm);
        image.low_y = narrow(std::min(c.y_mm, end_y) - c.radius_mm);
        image.high_y = narrow(std::max(c.y_mm, end_y) + c.radius_mm);
        image.low_z = image.cylinder.top, image.high_z = image.cylinder.bottom;
        add(image, patch);
    }
    sort_into_cells();
}

void AbsorberGrid::add(const Image& image, const Patch& patch) {
    if (!patch.periodic) {
        images_.push_back(image);
        return;
    }
    const float margin = longest_piece_mm;
    const int first_x = static_cast<int>(std::floor((-margin - image.high_x) / width_)) + 1;
    const int last_x = static_cast<int>(std::ceil((width_ + margin - image.low_x) / width_)) - 1;
    const int first_y = static_cast<int>(std::floor((-margin - image.high_y) / height_)) + 1;
    const int last_y = static_cast<int>(std::ceil((height_ + margin - image.low_y) / height_)) - 1;
    for (int j = first_y; j <= last_y; ++j)
        for (int i = first_x; i <= last_x; ++i) {
            Image moved = image;
            const float dx = width_ * static_cast<float>(i), dy = height_ * static_cast<float>(j);
            moved.dot.x += dx, moved.cylinder.x += dx, moved.low_x += dx, moved.high_x += dx;
            moved.dot.y += dy, moved.cylinder.y += dy, moved.low_y += dy, moved.high_y += dy;
            images_.push_back(moved);
        }
}

void AbsorberGrid::sort_into_cells() {
    if (images_.empty())
        return;
    low_x_ = low_y_ = 1e9f, high_x_ = high_y_ = -1e9f;
    for (const Image& i : images_) {
        low_x_ = std::min(low_x_, i.low_x), high_x_ = std::max(high_x_, i.high_x);
        low_y_ = std::min(low_y_, i.low_y), high_y_ = std::max(high_y_, i.high_y);
        low_z_ = std::min(low_z_, i.low_z), high_z_ = std::max(high_z_, i.high_z);
    }
    columns_ = static_cast<int>((high_x_ - low_x_) / cell_mm) + 1;
    rows_ = static_cast<int>((high_y_ - low_y_) / cell_mm) + 1;
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (std::size_t i = 0; i < images_.size(); ++i)
        for (int row = row_of(images_[i].low_y); row <= row_of(images_[i].high_y); ++row)
            for (int column = column_of(images_[i].low_x); column <= column_of(images_[i].high_x); ++column)
                cells_[static_cast<std::size_t>(row * columns_ + column)].push_back(
                    static_cast<std::uint32_t>(i));
}

int AbsorberGrid::column_of(float x) const {
    return std::clamp(static_cast<int>((x - low_x_) / cell_mm), 0, columns_ - 1);
}

int AbsorberGrid::row_of(float y) const {
    return std::clamp(static_cast<int>((y - low_y_) / cell_mm), 0, rows_ - 1);
}

} // namespace healed::transport

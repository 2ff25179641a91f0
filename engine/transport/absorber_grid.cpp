#include "transport/absorber_grid.h"

#include <numeric>

namespace healed::transport {

namespace {

constexpr float finest_cell_mm = 0.2f;
constexpr double most_cells = 1e6;
constexpr double most_members_in_all = 4e6;

} // namespace

AbsorberGrid::AbsorberGrid(const Patch& patch) {
    if (patch.periodic) {
        period_x_ = static_cast<float>(patch.width_mm);
        period_y_ = static_cast<float>(patch.height_mm);
    }
    lay_out(patch);
    sort_into_cells();
}

void AbsorberGrid::find_bounds() {
    bounds_ = {};
    for (const InkImage& i : images_) {
        bounds_.low_x = std::min(bounds_.low_x, i.low_x), bounds_.high_x = std::max(bounds_.high_x, i.high_x);
        bounds_.low_y = std::min(bounds_.low_y, i.low_y), bounds_.high_y = std::max(bounds_.high_y, i.high_y);
        bounds_.top = std::min(bounds_.top, i.low_z), bounds_.bottom = std::max(bounds_.bottom, i.high_z);
    }
}

void AbsorberGrid::lay_out(const Patch& patch) {
    for (cell_mm_ = finest_cell_mm;; cell_mm_ *= 2.0f) {
        images_ = ink_images(patch, 0.5 * cell_mm_);
        find_bounds();
        if (images_.empty())
            return;
        float width = period_x_, height = period_y_;
        if (period_x_ == 0.0f) {
            low_x_ = bounds_.low_x - 0.5f * cell_mm_, low_y_ = bounds_.low_y - 0.5f * cell_mm_;
            width = bounds_.high_x - bounds_.low_x + cell_mm_;
            height = bounds_.high_y - bounds_.low_y + cell_mm_;
        }
        const double columns = std::ceil(static_cast<double>(width / cell_mm_));
        const double rows = std::ceil(static_cast<double>(height / cell_mm_));
        if (columns * rows > most_cells)
            continue;
        columns_ = std::max(1, static_cast<int>(columns)), rows_ = std::max(1, static_cast<int>(rows));
        const double members =
            std::accumulate(images_.begin(), images_.end(), 0.0, [this](double sum, const InkImage& image) {
                const CellSpan x = span(image.low_x, image.high_x, low_x_, columns_);
                const CellSpan y = span(image.low_y, image.high_y, low_y_, rows_);
                return sum + static_cast<double>(x.last - x.first + 1) * (y.last - y.first + 1);
            });
        if (members <= most_members_in_all || columns * rows <= 1.0)
            return;
    }
}

AbsorberGrid::CellSpan AbsorberGrid::span(float low, float high, float from, int cells) const {
    const auto cell = [&](float at) {
        return static_cast<int>(
            std::clamp(std::floor((at - from) / cell_mm_), 0.0f, static_cast<float>(cells - 1)));
    };
    return {cell(low - 0.5f * cell_mm_), cell(high + 0.5f * cell_mm_)};
}

void AbsorberGrid::sort_into_cells() {
    cell_firsts_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
    const auto in_each_cell = [this](auto visit) {
        for (std::size_t i = 0; i < images_.size(); ++i) {
            const CellSpan x = span(images_[i].low_x, images_[i].high_x, low_x_, columns_);
            const CellSpan y = span(images_[i].low_y, images_[i].high_y, low_y_, rows_);
            for (int row = y.first; row <= y.last; ++row)
                for (int column = x.first; column <= x.last; ++column)
                    visit(static_cast<std::size_t>(row * columns_ + column), static_cast<std::uint32_t>(i));
        }
    };
    in_each_cell([this](std::size_t cell, std::uint32_t) { ++cell_firsts_[cell + 1]; });
    most_members_ = *std::max_element(cell_firsts_.begin(), cell_firsts_.end());
    std::partial_sum(cell_firsts_.begin(), cell_firsts_.end(), cell_firsts_.begin());
    cell_members_.resize(cell_firsts_.back());
    std::vector<std::uint32_t> next(cell_firsts_.begin(), std::prev(cell_firsts_.end()));
    in_each_cell([&](std::size_t cell, std::uint32_t image) { cell_members_[next[cell]++] = image; });
}

} // namespace healed::transport

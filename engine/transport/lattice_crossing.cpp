#include "transport/lattice_crossing.h"

#include <algorithm>
#include <cmath>

namespace healed::transport {

namespace {

int clamped(float place, int low, int high) {
    return static_cast<int>(std::clamp(place, static_cast<float>(low), static_cast<float>(high)));
}

} // namespace

LatticeCrossing::LatticeCrossing(const Patch& patch, const AbsorberGrid& grid)
    : images_(grid.images()), x_{.step = static_cast<float>(patch.width_mm / patch.columns),
                                 .period = patch.periodic ? static_cast<float>(patch.width_mm) : 0.0f,
                                 .points = patch.columns},
      y_{.step = static_cast<float>(patch.height_mm / patch.rows),
         .period = patch.periodic ? static_cast<float>(patch.height_mm) : 0.0f,
         .points = patch.rows} {}

std::array<LatticeCrossing::Run, 2> LatticeCrossing::Axis::runs(float middle, int first, int last) const {
    if (period == 0.0f)
        return {{{first, last, 0.0f}, {last, last, 0.0f}}};
    const float shift = -std::floor(middle / period) * period;
    const int wrap = clamped(std::ceil((period - middle - shift) / step - 0.5f), first, last);
    return {{{first, wrap, shift}, {wrap, last, shift - period}}};
}

LatticeCrossing::Run LatticeCrossing::Axis::met(Run run, float low, float high, float box_low,
                                                float box_high) const {
    const int first = clamped(std::ceil((box_low - high - run.shift) / step - 0.5f), run.first, run.last);
    const int last = clamped(std::floor((box_high - low - run.shift) / step - 0.5f) + 1.0f, first, run.last);
    return {first, last, run.shift};
}

void LatticeCrossing::add(const physics::PathPiece& p, int first_row, std::span<const glm::vec4> absorptions,
                          std::span<glm::vec4> depths) const {
    const int rows = static_cast<int>(depths.size()) / x_.points;
    const auto across = x_.runs(0.5f * (p.x0 + p.x1), 0, x_.points);
    const auto down = y_.runs(0.5f * (p.y0 + p.y1), first_row, first_row + rows);
    const float low_x = std::min(p.x0, p.x1), high_x = std::max(p.x0, p.x1);
    const float low_y = std::min(p.y0, p.y1), high_y = std::max(p.y0, p.y1);
    const float low_z = std::min(p.z0, p.z1), high_z = std::max(p.z0, p.z1);
    for (const InkImage& image : images_) {
        if (high_z < image.low_z || low_z > image.high_z)
            continue;
        for (const Run& row_run : down) {
            const Run met_rows = y_.met(row_run, low_y, high_y, image.low_y, image.high_y);
            if (met_rows.first == met_rows.last)
                continue;
            for (const Run& column_run : across)
                add_image(p, image, absorptions[image.absorber],
                          x_.met(column_run, low_x, high_x, image.low_x, image.high_x), met_rows, first_row,
                          depths);
        }
    }
}

void LatticeCrossing::add_image(const physics::PathPiece& piece, const InkImage& image, glm::vec4 absorption,
                                Run columns, Run rows, int first_row, std::span<glm::vec4> depths) const {
    for (int row = rows.first; row < rows.last; ++row) {
        physics::PathPiece moved = piece;
        const float y = y_.at(row) + rows.shift;
        moved.y0 += y, moved.y1 += y;
        for (int column = columns.first; column < columns.last; ++column) {
            const float x = x_.at(column) + columns.shift;
            moved.x0 = piece.x0 + x, moved.x1 = piece.x1 + x;
            depths[static_cast<std::size_t>((row - first_row) * x_.points + column)] +=
                image.strength * physics::shape_path(image.shape, moved) * absorption;
        }
    }
}

} // namespace healed::transport

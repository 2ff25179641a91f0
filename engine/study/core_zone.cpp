#include "study/core_zone.h"

#include "treatment/density.h"

#include <algorithm>

namespace healed::study {

namespace {

/// About 9 mm on a median head: some hundred dots.
constexpr int squares_on_a_side = 48;
constexpr double full_enough = 0.6;

std::size_t square_of(glm::vec2 chart) {
    const glm::ivec2 at =
        glm::clamp(glm::ivec2(chart * static_cast<float>(squares_on_a_side)), 0, squares_on_a_side - 1);
    return static_cast<std::size_t>(at.y * squares_on_a_side + at.x);
}

double area_of(const head::ScalpChart& chart, std::size_t square) {
    const auto at = static_cast<int>(square);
    const glm::vec2 centre = (glm::vec2(at % squares_on_a_side, at / squares_on_a_side) + 0.5f) /
                             static_cast<float>(squares_on_a_side);
    return static_cast<double>(treatment::cell_area_mm2(chart, centre, squares_on_a_side));
}

} // namespace

CoreZone core_zone(const head::ScalpChart& chart, std::span<const treatment::Dot> dots) {
    constexpr std::size_t squares = squares_on_a_side * squares_on_a_side;
    std::vector<std::size_t> count(squares, 0);
    for (const treatment::Dot& dot : dots)
        ++count[square_of(dot.chart)];
    std::vector<double> area(squares, 0.0), per_mm2(squares, 0.0);
    for (std::size_t i = 0; i < squares; ++i)
        if (count[i] > 0) {
            area[i] = area_of(chart, i);
            per_mm2[i] = static_cast<double>(count[i]) / area[i];
        }
    CoreZone zone;
    if (dots.empty())
        return zone;
    std::vector<double> met;
    for (const treatment::Dot& dot : dots)
        met.push_back(per_mm2[square_of(dot.chart)]);
    const auto middle = met.begin() + static_cast<std::ptrdiff_t>(met.size() / 2);
    std::nth_element(met.begin(), middle, met.end());
    const double least = full_enough * *middle;
    for (std::size_t i = 0; i < squares; ++i)
        if (count[i] > 0 && per_mm2[i] >= least)
            zone.area_mm2 += area[i];
    for (const treatment::Dot& dot : dots)
        if (per_mm2[square_of(dot.chart)] >= least)
            zone.dots.push_back(dot);
    return zone;
}

} // namespace healed::study

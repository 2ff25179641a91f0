#include "treatment/front_edge.h"

#include "treatment/hairline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace healed::treatment {

namespace {

constexpr double strip_mm = 2.0;
constexpr double astray_mm = 15.0; ///< farther from the plan's line than this, dots do not draw it
constexpr std::size_t terms = 7;   ///< of a polynomial of degree 6
using Row = std::array<double, terms + 1>;

struct EdgePlace {
    double along;     ///< -1 at the head's right corner, 1 at the left one
    double radius_mm; ///< arc from the pole
};

/// The coefficients of the polynomial with the least squares, by elimination with pivots.
std::array<double, terms> fitted(const std::vector<EdgePlace>& places) {
    std::array<Row, terms> rows{};
    for (const EdgePlace& place : places) {
        std::array<double, terms> powers;
        powers[0] = 1.0;
        for (std::size_t k = 1; k < terms; ++k)
            powers[k] = powers[k - 1] * place.along;
        for (std::size_t i = 0; i < terms; ++i) {
            for (std::size_t k = 0; k < terms; ++k)
                rows[i][k] += powers[i] * powers[k];
            rows[i][terms] += powers[i] * place.radius_mm;
        }
    }
    for (std::size_t i = 0; i < terms; ++i) {
        const auto largest = [i](const Row& a, const Row& b) { return std::abs(a[i]) < std::abs(b[i]); };
        std::swap(rows[i],
                  *std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(), largest));
        for (std::size_t other = 0; other < terms; ++other)
            if (other != i) {
                const double share = rows[other][i] / rows[i][i];
                for (std::size_t k = i; k <= terms; ++k)
                    rows[other][k] -= share * rows[i][k];
            }
    }
    std::array<double, terms> coefficients;
    for (std::size_t i = 0; i < terms; ++i)
        coefficients[i] = rows[i][terms] / rows[i][i];
    return coefficients;
}

double value_at(const std::array<double, terms>& coefficients, double along) {
    double value = 0.0;
    for (std::size_t k = terms; k-- > 0;)
        value = value * along + coefficients[k];
    return value;
}

/// The front-most dot of each strip across the line between the corners.
std::vector<EdgePlace> edge_places(const ScalpFrame& frame, const HairlineCurve& line, double width_mm,
                                   std::span<const Dot> dots) {
    const auto corner = static_cast<double>(line.corner_azimuth_rad());
    const auto strips = static_cast<std::size_t>(width_mm / strip_mm);
    std::vector<EdgePlace> front(strips, {0.0, -std::numeric_limits<double>::infinity()});
    for (const Dot& dot : dots) {
        const Polar place = frame.polar_at(dot.chart);
        const double along = static_cast<double>(place.azimuth_rad) / corner;
        if (std::abs(along) >= 1.0)
            continue;
        const double off = static_cast<double>(place.radius_mm - line.radius_mm(place.azimuth_rad));
        const auto strip = static_cast<std::size_t>(0.5 * (along + 1.0) * static_cast<double>(strips));
        if (std::abs(off) < astray_mm && static_cast<double>(place.radius_mm) > front[strip].radius_mm)
            front[strip] = {along, static_cast<double>(place.radius_mm)};
    }
    std::erase_if(front, [](const EdgePlace& place) { return !std::isfinite(place.radius_mm); });
    return 5 * front.size() >= 4 * strips ? front : std::vector<EdgePlace>{};
}

/// How far behind the even course dots stand half as densely as well within.
double rise_mm(const ScalpFrame& frame, const HairlineCurve& line, const std::array<double, terms>& even,
               std::span<const Dot> dots) {
    constexpr double step_mm = 1.0, well_within_mm = 15.0;
    std::array<double, 30> counts{}; // from 5 mm ahead of the course
    for (const Dot& dot : dots) {
        const Polar place = frame.polar_at(dot.chart);
        const double along = static_cast<double>(place.azimuth_rad / line.corner_azimuth_rad());
        const double behind = value_at(even, along) - static_cast<double>(place.radius_mm) + 5.0;
        if (std::abs(along) < 0.9 && behind >= 0.0 && behind < static_cast<double>(counts.size()))
            counts[static_cast<std::size_t>(behind / step_mm)] += 1.0;
    }
    const auto within = static_cast<std::size_t>(5.0 + well_within_mm);
    const double full =
        std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(within), counts.end(), 0.0) /
        static_cast<double>(counts.size() - within);
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] >= 0.5 * full) {
            const double before = i > 0 ? counts[i - 1] : 0.0;
            const double share = (0.5 * full - before) / std::max(counts[i] - before, 1e-9);
            return static_cast<double>(i) - 0.5 + share - 5.0;
        }
    return static_cast<double>(counts.size()) - 5.0;
}

} // namespace

std::optional<FrontEdge> front_edge(const ScalpFrame& frame, const Plan& plan, std::span<const Dot> dots) {
    const HairlineCurve line(frame, plan.hairline, plan.seed);
    const std::vector<EdgePlace> places = edge_places(frame, line, plan.hairline.width_mm, dots);
    if (places.size() < 2 * terms)
        return std::nullopt;
    const std::array<double, terms> even = fitted(places);
    double squares = 0.0;
    for (const EdgePlace& place : places)
        squares += std::pow(place.radius_mm - value_at(even, place.along), 2);
    const double roughness = std::sqrt(squares / static_cast<double>(places.size()));
    const double middle = value_at(even, 0.0);
    const auto level = [&](double along) {
        return static_cast<double>(level_radius_mm(frame, static_cast<float>(middle),
                                                   static_cast<float>(along) * line.corner_azimuth_rad()));
    };
    constexpr double corner = 0.97; // beyond it a polynomial swings
    const double recession =
        0.5 * (level(corner) - value_at(even, corner) + level(-corner) - value_at(even, -corner));
    return FrontEdge{static_cast<double>(frame.brow_arc_mm()) - middle, roughness,
                     1.0 / std::max(roughness, 1e-3), rise_mm(frame, line, even, dots), recession};
}

} // namespace healed::treatment

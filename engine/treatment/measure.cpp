#include "treatment/measure.h"

#include "base/parallel.h"
#include "treatment/density.h"
#include "treatment/point_grid.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>

namespace healed::treatment {

std::vector<Nearest> nearest_neighbours(const std::vector<glm::vec3>& points_mm) {
    std::vector<Nearest> nearest(points_mm.size(), {std::numeric_limits<float>::infinity(), 0});
    if (points_mm.size() < 2)
        return nearest;
    const PointGrid grid(points_mm, 1.2f);
    parallel_for(points_mm.size(), 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            for (float reach = 1.0f; nearest[i].distance_mm > reach && reach < 1000.0f; reach *= 2.0f)
                grid.visit_near(points_mm[i], reach, [&](std::uint32_t other) {
                    const float distance = glm::distance(points_mm[i], points_mm[other]);
                    if (other != i && distance < nearest[i].distance_mm)
                        nearest[i] = {distance, other};
                });
    });
    return nearest;
}

std::vector<float> nearest_distances_mm(const std::vector<glm::vec3>& points_mm) {
    std::vector<float> distances;
    for (const Nearest& nearest : nearest_neighbours(points_mm))
        distances.push_back(nearest.distance_mm);
    return distances;
}

ChartField treated_skin(const Densities& fields) {
    float densest = 0.0f;
    for (int j = 0; j < field_side; ++j)
        for (int i = 0; i < field_side; ++i)
            densest = std::max(densest, fields.missing.cell(i, j));
    return ChartField(field_side, [&](glm::vec2 chart) {
        return densest > 0.0f && fields.missing.at(chart) >= 0.5f * densest ? 1.0f : 0.0f;
    });
}

Spacing spacing(const ScalpFrame& frame, const ChartField& treated, std::span<const Dot> dots) {
    std::vector<glm::vec3> places;
    for (const Dot& dot : dots)
        places.push_back(dot.position_mm);
    const std::vector<Nearest> nearest = nearest_neighbours(places);
    double counted = 0.0, sum = 0.0, squares = 0.0;
    std::complex<double> fours, sixes;
    for (std::size_t i = 0; i < dots.size(); ++i)
        if (treated.at(dots[i].chart) >= 0.5f) {
            ++counted;
            const auto distance = static_cast<double>(nearest[i].distance_mm);
            sum += distance;
            squares += distance * distance;
            const glm::vec2 way = frame.flat_mm(dots[nearest[i].index].chart) - frame.flat_mm(dots[i].chart);
            const double angle = std::atan2(static_cast<double>(way.y), static_cast<double>(way.x));
            fours += std::polar(1.0, 4.0 * angle);
            sixes += std::polar(1.0, 6.0 * angle);
        }
    const double area_cm2 = integral(frame, treated);
    if (counted < 2.0 || area_cm2 <= 0.0)
        return {};
    const double mean = sum / counted, per_cm2 = counted / area_cm2;
    const double variance = std::max(squares / counted - mean * mean, 0.0);
    const double mm_by_chance = 5.0 / std::sqrt(per_cm2);
    return {per_cm2, mean, std::sqrt(variance) / mean, mean / mm_by_chance,
            std::max(std::abs(fours), std::abs(sixes)) / counted};
}

Measures measure(const head::Head& head, const Plan& plan, const Treatment& treatment) {
    Measures result{.dots = treatment.dots.size(), .hairs = treatment.hairs.size()};
    result.dots_by_session.assign(plan.sessions.size() + plan.touch_ups.size(), 0);
    const ScalpFrame frame(head);
    const ChartField treated = treated_skin(densities(frame, plan));
    result.treated_cm2 = integral(frame, treated);
    const Spacing apart = spacing(frame, treated, treatment.dots);
    result.dots_per_cm2 = apart.per_cm2;
    result.nearest_neighbour_mm = apart.mean_mm;
    result.nearest_neighbour_cv = apart.cv;
    result.clark_evans = apart.clark_evans;

    std::vector<glm::vec3> places;
    const auto all = static_cast<double>(treatment.dots.size());
    for (const Dot& dot : treatment.dots) {
        places.push_back(dot.position_mm);
        ++result.dots_by_session.at(dot.session);
        result.mean_footprint_mm += dot.footprint_mm / all;
        result.mean_depth_mm += dot.depth_mm / all;
    }
    if (places.size() > 1)
        result.smallest_distance_mm = std::ranges::min(nearest_distances_mm(places));
    return result;
}

} // namespace healed::treatment

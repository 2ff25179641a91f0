#include "treatment/measure.h"

#include "base/parallel.h"
#include "treatment/density.h"
#include "treatment/point_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace healed::treatment {

std::vector<float> nearest_distances_mm(const std::vector<glm::vec3>& points_mm) {
    std::vector<float> nearest(points_mm.size(), std::numeric_limits<float>::infinity());
    if (points_mm.size() < 2)
        return nearest;
    const PointGrid grid(points_mm, 1.2f);
    parallel_for(points_mm.size(), 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            for (float reach = 1.0f; nearest[i] > reach && reach < 1000.0f; reach *= 2.0f)
                grid.visit_near(points_mm[i], reach, [&](std::uint32_t other) {
                    if (other != i)
                        nearest[i] = std::min(nearest[i], glm::distance(points_mm[i], points_mm[other]));
                });
    });
    return nearest;
}

Measures measure(const head::Head& head, const Plan& plan, const Treatment& treatment) {
    Measures result{.dots = treatment.dots.size(), .hairs = treatment.hairs.size()};
    result.dots_by_session.assign(plan.sessions.size() + plan.touch_ups.size(), 0);
    const ScalpFrame frame(head);
    const Densities fields = densities(frame, plan);
    const auto half = static_cast<float>(0.5 * follicles_per_cm2(plan.follicles));
    const auto treated = [&](glm::vec2 chart) { return fields.missing.at(chart) >= half; };
    result.treated_cm2 = integral(
        frame, ChartField(field_side, [&](glm::vec2 chart) { return treated(chart) ? 1.0f : 0.0f; }));

    std::vector<glm::vec3> places;
    for (const Dot& dot : treatment.dots)
        places.push_back(dot.position_mm);
    const std::vector<float> nearest = nearest_distances_mm(places);
    double counted = 0.0, sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Dot& dot = treatment.dots[i];
        ++result.dots_by_session.at(dot.session);
        result.mean_footprint_mm += dot.footprint_mm / static_cast<double>(places.size());
        result.mean_depth_mm += dot.depth_mm / static_cast<double>(places.size());
        if (!treated(dot.chart))
            continue;
        ++counted;
        sum += nearest[i];
        squares += static_cast<double>(nearest[i]) * nearest[i];
    }
    if (places.size() > 1)
        result.smallest_distance_mm = *std::ranges::min_element(nearest);
    if (counted > 1.0 && result.treated_cm2 > 0.0) {
        result.dots_per_cm2 = counted / result.treated_cm2;
        result.nearest_neighbour_mm = sum / counted;
        const double variance = std::max(squares / counted - std::pow(sum / counted, 2), 0.0);
        result.nearest_neighbour_cv = std::sqrt(variance) / result.nearest_neighbour_mm;
    }
    return result;
}

} // namespace healed::treatment

#include "treatment/coverage.h"

#include "base/parallel.h"
#include "treatment/point_grid.h"
#include "treatment/random.h"

#include <algorithm>
#include <limits>

namespace healed::treatment {

namespace {

/// Gap from each place to the edge of the nearest disc, mm: negative under a disc, at most `farthest_mm`.
std::vector<float> gaps(const std::vector<glm::vec3>& places, const std::vector<glm::vec3>& centres,
                        const std::vector<float>& radii, float farthest_mm) {
    std::vector<float> gap(places.size(), farthest_mm);
    if (centres.empty())
        return gap;
    const float reach = farthest_mm + *std::ranges::max_element(radii);
    const PointGrid grid(centres, std::max(reach, 0.5f));
    parallel_for(places.size(), 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            grid.visit_near(places[i], reach, [&](std::uint32_t k) {
                gap[i] = std::min(gap[i], glm::distance(places[i], centres[k]) - radii[k]);
            });
    });
    return gap;
}

} // namespace

Coverage coverage(const ScalpFrame& frame, const ChartField& treated, std::span<const Dot> dots,
                  std::span<const float> diameters_mm) {
    std::vector<glm::vec3> places;
    std::vector<double> areas;
    for (int j = 0; j < treated.side(); ++j)
        for (int i = 0; i < treated.side(); ++i)
            if (treated.cell(i, j) >= 0.5f) {
                Random random(1, Purpose::Resampling, places.size());
                const glm::vec2 off(random.uniform() - 0.5, random.uniform() - 0.5);
                const glm::vec2 centre = treated.centre(i, j);
                places.push_back(
                    frame.chart().position_at(centre + off / static_cast<float>(treated.side())));
                areas.push_back(static_cast<double>(cell_area_mm2(frame.chart(), centre, treated.side())));
            }
    std::vector<glm::vec3> centres;
    std::vector<float> radii;
    for (std::size_t i = 0; i < dots.size(); ++i)
        if (diameters_mm[i] > 0.0f) {
            centres.push_back(dots[i].position_mm);
            radii.push_back(0.5f * diameters_mm[i]);
        }
    const std::vector<float> gap = gaps(places, centres, radii, 2.0f * veil_mm);
    double all = 0.0, covered = 0.0, between = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        all += areas[i];
        covered += gap[i] < 0.0f ? areas[i] : 0.0;
        between += gap[i] > veil_mm ? areas[i] : 0.0;
    }
    return all > 0.0 ? Coverage{covered / all, between / all} : Coverage{};
}

} // namespace healed::treatment

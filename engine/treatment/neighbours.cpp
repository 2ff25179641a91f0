#include "treatment/neighbours.h"

#include "base/parallel.h"
#include "treatment/point_grid.h"

#include <algorithm>

namespace healed::treatment {

namespace {

constexpr std::size_t piece = 4096;

float crowding(float distance_in_diameters, float floor) {
    const float room = 1.0f - std::max(distance_in_diameters, floor);
    const float squared = room * room, fourth = squared * squared;
    return fourth * fourth;
}

} // namespace

Neighbours::Neighbours(std::span<const Sample> samples, std::span<const float> radii_mm, float floor)
    : first_(samples.size() + 1, 0) {
    if (samples.empty())
        return;
    std::vector<glm::vec3> points(samples.size());
    std::transform(samples.begin(), samples.end(), points.begin(),
                   [](const Sample& sample) { return sample.position_mm; });
    const PointGrid grid(points, 2.0f * *std::ranges::min_element(radii_mm));

    // Pieces are gathered apart and then laid one after another, so threads cannot change the order.
    std::vector<std::vector<Neighbour>> gathered((samples.size() + piece - 1) / piece);
    parallel_for(samples.size(), piece, [&](std::size_t begin, std::size_t end) {
        std::vector<Neighbour>& mine = gathered[begin / piece];
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t before = mine.size();
            grid.visit_near(points[i], 2.0f * radii_mm[i], [&](std::uint32_t other) {
                const float reach = 2.0f * std::min(radii_mm[i], radii_mm[other]);
                const float distance = glm::distance(points[i], points[other]);
                if (other != i && distance < reach)
                    mine.push_back({other, crowding(distance / reach, floor)});
            });
            first_[i + 1] = mine.size() - before;
        }
    });
    for (std::size_t i = 1; i < first_.size(); ++i)
        first_[i] += first_[i - 1];
    all_.reserve(first_.back());
    for (const std::vector<Neighbour>& part : gathered)
        all_.insert(all_.end(), part.begin(), part.end());
}

} // namespace healed::treatment

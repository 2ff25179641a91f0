#include "transport/replay_sums.h"

#include <algorithm>
#include <cmath>

namespace healed::transport {

void ReplaySums::add_everywhere(double weight, double taken) {
    taken_everywhere_ += weight * taken;
    squared_everywhere_ += weight * taken * weight * taken;
    cross_everywhere_ += weight * weight * taken;
}

double ReplaySums::standard_error(std::size_t point) const {
    const double mean = absorbed(point);
    const double variance = squared_[point] + squared_everywhere_ -
                            2.0 * mean * (cross_[point] + cross_everywhere_) + mean * mean * weight_squared_;
    return std::sqrt(std::max(0.0, variance)) / weight_;
}

void add_partial(GroupSums& sums, std::size_t point, const PartialSum& partial) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const int slot = static_cast<int>(i);
        sums[i].add(point, partial.taken[slot], partial.squared[slot], partial.cross[slot]);
    }
}

void add_light(GroupSums& sums, const InkedPaths& paths) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const int slot = static_cast<int>(i);
        for (const ReplayedPath& path : paths.crossing)
            sums[i].add_light(path.weights[slot]);
        for (const ReplayedPath& path : paths.clear) {
            sums[i].add_light(path.weights[slot]);
            sums[i].add_everywhere(path.weights[slot], path.taken_by_sheets[slot]);
        }
    }
}

} // namespace healed::transport

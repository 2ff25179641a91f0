#pragma once

#include "passes/sum_replay.h"
#include "transport/inked_paths.h"

#include <array>
#include <vector>

namespace healed::transport {

/// What one wavelength's mean and its error need: Σ w and Σ w² over all returning paths, and per point of the
/// patch, with a the share that ink takes from a path, Σ w a, Σ w² a² and Σ w² a.
class ReplaySums {
  public:
    explicit ReplaySums(std::size_t points) : taken_(points), squared_(points), cross_(points) {}

    /// A path that returned, whatever ink takes from it.
    void add_light(double weight) { weight_ += weight, weight_squared_ += weight * weight; }
    /// A path from which ink takes the same at every point.
    void add_everywhere(double weight, double taken);
    void add(std::size_t point, double taken, double squared, double cross) {
        taken_[point] += taken, squared_[point] += squared, cross_[point] += cross;
    }

    double weight() const { return weight_; }
    double ratio(std::size_t point) const { return 1.0 - absorbed(point); }
    /// Error of a ratio of sums (delta method): sqrt(Σ w²(a − ā)²) / Σ w.
    double standard_error(std::size_t point) const;

  private:
    double absorbed(std::size_t point) const { return (taken_[point] + taken_everywhere_) / weight_; }

    double weight_ = 0.0, weight_squared_ = 0.0;
    double taken_everywhere_ = 0.0, squared_everywhere_ = 0.0, cross_everywhere_ = 0.0;
    std::vector<double> taken_, squared_, cross_;
};

/// One a wavelength of a group.
using GroupSums = std::vector<ReplaySums>;

/// What the device sums up for a point, or the CPU for a portion of paths.
using PartialSum = passes::ReplaySum;
void add_partial(GroupSums& sums, std::size_t point, const PartialSum& partial);

/// The light of all paths, and what sheets take from those that cross no dots.
void add_light(GroupSums& sums, const InkedPaths& paths);

} // namespace healed::transport

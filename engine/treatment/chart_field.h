#pragma once

#include <functional>
#include <glm/glm.hpp>
#include <vector>

namespace healed::treatment {

/// A scalar over the scalp chart, `side`² samples at cell centres like the chart's own texels, bilinear
/// between.
class ChartField {
  public:
    /// Evaluated in parallel; `value` must be a pure function of the place.
    ChartField(int side, const std::function<float(glm::vec2 chart)>& value);

    int side() const { return side_; }
    float at(glm::vec2 chart) const;
    float cell(int i, int j) const {
        return values_[static_cast<std::size_t>(j) * static_cast<std::size_t>(side_) +
                       static_cast<std::size_t>(i)];
    }
    glm::vec2 centre(int i, int j) const { return (glm::vec2(i, j) + 0.5f) / static_cast<float>(side_); }

  private:
    int side_;
    std::vector<float> values_;
};

} // namespace healed::treatment

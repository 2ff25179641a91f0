#pragma once

#include "head/form.h"
#include "head/head.h"

#include <vector>

namespace healed::head {

/// The border of what can be planned on, on a chart: over the brow, temples, sideburns, under the ears
/// (which are cut out by themselves), nape.
class ScalpBorder {
  public:
    ScalpBorder(const Form& form, const ScalpChart& chart);
    bool encloses(glm::dvec2 chart) const;

  private:
    std::vector<glm::dvec2> line_; ///< closed, in small steps
};

} // namespace healed::head

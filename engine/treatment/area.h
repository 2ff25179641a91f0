#pragma once

#include "treatment/scalp_frame.h"

#include <glm/glm.hpp>
#include <vector>

namespace healed::treatment {

/// A place on the scalp: mm along the skin from its pole, on a median head.
struct Place {
    double forward_mm = 0.0; ///< -250 … 250
    double left_mm = 0.0;    ///< towards the head's own left, -250 … 250
};

/// A soft-edged part of the scalp: a disc about one place, or a strip along a smooth line through several.
struct Area {
    std::vector<Place> along{Place{}};
    double width_mm = 30.0; ///< diameter or breadth, half of the edge included on either side, 0.5 … 300
    double edge_mm = 3.0;   ///< over which it fades, 0.1 … 60
};

/// An area laid onto a head.
class AreaField {
  public:
    AreaField(const ScalpFrame& frame, const Area& area);

    /// 1 well inside, 0 outside.
    float share(glm::vec2 chart) const { return share_at(frame_.chart().position_at(chart)); }
    /// The same of a place on the skin, mm.
    float share_at(glm::vec3 place_mm) const;
    /// Which way the line runs where it comes nearest to a place: unit, or 0 for a disc.
    glm::vec3 way_at(glm::vec3 place_mm) const;

  private:
    const ScalpFrame& frame_;
    bool reaches(glm::vec3 place_mm) const;

    float half_width_mm_, half_edge_mm_;
    std::vector<glm::vec3> line_; ///< on the surface, at most a few mm apart
    glm::vec3 low_mm_, high_mm_;  ///< box about all that it reaches
};

/// The place halfway along an area's line, on the chart.
glm::vec2 middle(const ScalpFrame& frame, const Area& area);

/// Share of the first area that holds most of a place; 0 for none.
float largest_share(const std::vector<AreaField>& areas, glm::vec2 chart);

} // namespace healed::treatment

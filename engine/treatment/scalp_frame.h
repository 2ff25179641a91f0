#pragma once

#include "head/head.h"

#include <glm/glm.hpp>
#include <vector>

namespace healed::treatment {

/// A place on the scalp in the head's own terms: how far from the pole along the skin, and in which
/// direction.
struct Polar {
    float radius_mm;   ///< arc on the skin from the scalp's pole
    float azimuth_rad; ///< 0 to the front, +π/2 to the head's left, ±π to the back
};

/// Millimetres on the scalp: arcs from the pole to every place of the chart, and where the landmarks lie
/// among them. All regions, outlines and directions are stated in these terms, so they fit any head.
class ScalpFrame {
  public:
    explicit ScalpFrame(const head::Head& head);

    Polar polar_at(glm::vec2 chart) const;
    glm::vec2 chart_at(Polar place) const;
    /// The scalp laid flat about its pole, mm: x to the head's left, y to the front.
    glm::vec2 flat_mm(glm::vec2 chart) const;
    glm::vec2 chart_at_flat(glm::vec2 flat_mm) const;
    glm::vec3 position_at(Polar place) const { return chart_->position_at(chart_at(place)); }
    /// The place of the scalp that lies nearest to a point.
    Polar nearest(glm::vec3 position_mm) const;

    const head::ScalpChart& chart() const { return *chart_; }
    const head::Landmarks& landmarks() const { return landmarks_; }
    /// Midline arc from the pole forward to the glabella.
    float brow_arc_mm() const { return brow_arc_mm_; }
    /// Midline arc from the pole forward to the trichion, where hair begins before any loss.
    float trichion_arc_mm() const { return trichion_arc_mm_; }
    /// Mean arc from the pole down to the tragions.
    float ear_arc_mm() const { return ear_arc_mm_; }
    /// Midline arc from the pole back to the occiput.
    float occiput_arc_mm() const { return occiput_arc_mm_; }
    /// Centre of the hair whorl on the flat scalp: behind the vertex, a little to the head's right.
    glm::vec2 whorl_flat_mm() const { return whorl_flat_mm_; }
    /// Arc from the pole to the rim of the chart, averaged over all directions.
    float rim_arc_mm() const { return rim_arc_mm_; }
    /// Tragion to vertex height against that of a median man (131 mm, ANSUR II).
    float scale() const { return scale_; }

  private:
    static constexpr int azimuths = 256;
    static constexpr int rings = 384;
    void measure_arcs();
    float arc_at(int azimuth, int ring) const;

    const head::ScalpChart* chart_;
    head::Landmarks landmarks_;
    std::vector<float> arcs_; ///< azimuths × rings, from the pole out
    std::vector<glm::vec3> places_;
    float brow_arc_mm_ = 0, trichion_arc_mm_ = 0, ear_arc_mm_ = 0, occiput_arc_mm_ = 0, rim_arc_mm_ = 0,
          scale_ = 1;
    glm::vec2 whorl_flat_mm_{};
};

} // namespace healed::treatment

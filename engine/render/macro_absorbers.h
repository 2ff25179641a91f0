#pragma once

#include "head/head.h"
#include "render/aged_ink.h"
#include "render/camera.h"
#include "study/healing_optics.h"
#include "transport/absorber.h"
#include "transport/column_binning.h"

namespace healed::render {

/// The window about a place of the scalp in which close pictures know ink dot by dot.
inline constexpr transport::FieldWindow macro_window{.columns = 384, .rows = 256, .texel_mm = 0.025f};

/// The plane that touches the head at a place: x along the chart's u, y as the chart's v runs.
struct TangentPlane {
    glm::vec3 origin, x, y, normal;

    TangentPlane(const head::ScalpChart& chart, glm::vec2 place);
    glm::vec2 flat(glm::vec3 v) const { return {glm::dot(v, x), glm::dot(v, y)}; }
    /// From the window's upper left corner, mm.
    glm::vec2 in_window(glm::vec3 position_mm) const {
        return flat(position_mm - origin) +
               0.5f * glm::vec2(macro_window.width_mm(), macro_window.height_mm());
    }
};

/// Texels of the window, from … up to but not to.
struct WindowPart {
    glm::uvec2 from{0}, to{0};

    glm::uvec2 size() const { return to - from; }
    bool operator==(const WindowPart&) const = default;
};

/// What of the window lies in a camera's picture, some texels more on each side. `aspect` is the picture's
/// width over its height. Empty when the camera looks past it.
WindowPart part_seen(const Camera& camera, float aspect, const TangentPlane& plane);

struct MarkedPlace {
    glm::vec2 place_mm;
    study::SurfaceMarks marks;
};

/// All that takes light in and about the window, in its millimetres.
struct MacroAbsorbers {
    std::vector<transport::DotAbsorber> dots;
    std::vector<transport::ShaftAbsorber> shafts;
    std::vector<MarkedPlace> marks; ///< one a dot that heals
};
MacroAbsorbers absorbers_near(const AgedInk& ink, const TangentPlane& plane,
                              const study::HealingOptics& skin);

} // namespace healed::render

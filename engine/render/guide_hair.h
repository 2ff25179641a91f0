#pragma once

#include "render/head_field.h"
#include "render/parting.h"
#include "treatment/dot.h"

#include <vector>

namespace healed::render {

/// Steps of a guide along itself.
inline constexpr float guide_step_mm = 5.0f;

/// One hair of the style, which its neighbours follow: places at even steps from the root on, and at each the
/// direction to its side.
struct GuideHair {
    std::vector<glm::vec3> places_mm;
    std::vector<glm::vec3> aside; ///< unit, across the guide and along the skin
    float side;                   ///< of the parting

    /// At a way from the root, which may lie before it or beyond the tip.
    glm::vec3 place(float way_mm) const;
    glm::vec3 aside_at(float way_mm) const;
};

/// Combs one hair from its root over the head and lets it hang from where the head falls away. It keeps clear
/// of the head by the hair that lies under it. `fullness` scales that.
GuideHair comb(const HeadField& head, const Parting& parting, const treatment::Hair& hair, float length_mm,
               float fullness);

} // namespace healed::render

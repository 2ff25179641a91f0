#pragma once

#include "ink/ink.h"

#include <array>
#include <cstdint>
#include <glm/glm.hpp>
#include <limits>
#include <string>
#include <vector>

namespace healed::treatment {

/// Pigments of one ink; unused places hold zero mass.
inline constexpr std::size_t max_pigments = ink::most_components;
using PigmentMasses = std::array<float, max_pigments>;   ///< ng, in the order of the ink's components

/// One touch of the needle, as it lies in the skin right after the session (day 0 of that session).
struct Dot {
    glm::vec3 position_mm;       ///< on the surface of the head
    glm::vec3 normal;            ///< unit, outwards
    glm::vec2 chart;             ///< the same place on the scalp chart
    glm::vec3 drift;             ///< unit tangent towards which a tilted deposit runs as it goes deeper
    float tilt_rad;              ///< of the needle from the normal, 0 … 1.2
    float depth_mm;              ///< centroid of the ink below the surface (resting depth)
    float footprint_mm;          ///< needle footprint: diameter of the fresh dot
    PigmentMasses mass_ng;       ///< delivered per pigment
    std::uint8_t session;        ///< which of visits(plan) made it: sessions first, then touch-ups
    std::uint8_t zone;           ///< index of the zone that it belongs to
};

/// A natural hair of the scalp (a follicular unit carries one to four): drives stubble and the absorber below.
struct Hair {
    glm::vec3 root_mm;           ///< where it leaves the surface
    glm::vec2 chart;
    glm::vec3 direction;         ///< unit, of growth out of the skin
    float radius_mm;
    float gone_years = std::numeric_limits<float>::infinity();   ///< on the plan's clock: when it falls out
    float grey_years = std::numeric_limits<float>::infinity();   ///< when it has lost its melanin
};

} // namespace healed::treatment

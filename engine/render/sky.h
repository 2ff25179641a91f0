#pragma once

#include <glm/glm.hpp>

namespace healed::render {

/// Soft light from all about, known by what it gives to a card that faces a direction n: mean + slope·n +
/// n·curve·n, in units of a perfect white card's luminance (spherical harmonics up to the second degree,
/// which hold the light of any distant surroundings on a matt surface within a few percent: R. Ramamoorthi &
/// P. Hanrahan, SIGGRAPH 2001).
struct Sky {
    float mean = 0;
    glm::vec3 slope{0};
    glm::mat3 curve{0}; ///< symmetric, without trace

    /// From a card that faces down to one that faces up.
    static Sky between(float ground, float zenith) {
        return {0.5f * (zenith + ground), {0, 0.5f * (zenith - ground), 0}, glm::mat3(0)};
    }
    static Sky even(float luminance) { return {luminance}; }

    /// Luminance of a white card that faces `normal`, a unit vector, with nothing in the way.
    float on_card(glm::vec3 normal) const {
        return glm::max(0.0f, mean + glm::dot(slope, normal) + glm::dot(normal, curve * normal));
    }
    Sky turned(const glm::mat3& turn) const {
        return {mean, turn * slope, turn * curve * glm::transpose(turn)};
    }
    Sky brighter(float times) const { return {times * mean, times * slope, times * curve}; }
};

} // namespace healed::render

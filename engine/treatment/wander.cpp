#include "treatment/wander.h"

namespace healed::treatment {

namespace {

float knot(int i, int j, std::uint64_t seed, Purpose purpose) {
    const auto index =
        (static_cast<std::uint64_t>(static_cast<std::uint32_t>(i)) << 32) | static_cast<std::uint32_t>(j);
    return static_cast<float>(2.0 * Random(seed, purpose, index).uniform() - 1.0);
}

float eased(float t) {
    return t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f);
}

} // namespace

float wander(glm::vec2 place_mm, float wavelength_mm, std::uint64_t seed, Purpose purpose) {
    const glm::vec2 p = place_mm * (2.0f / wavelength_mm);
    const glm::vec2 corner = glm::floor(p);
    const int i = static_cast<int>(corner.x), j = static_cast<int>(corner.y);
    const float s = eased(p.x - corner.x), t = eased(p.y - corner.y);
    const float near = glm::mix(knot(i, j, seed, purpose), knot(i + 1, j, seed, purpose), s);
    const float far = glm::mix(knot(i, j + 1, seed, purpose), knot(i + 1, j + 1, seed, purpose), s);
    return glm::mix(near, far, t);
}

} // namespace healed::treatment

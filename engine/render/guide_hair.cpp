#include "render/guide_hair.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

// By eye, after photographs of combed hair.
constexpr float rise_at_root = 0.50f;     ///< of the comb's way off the skin
constexpr float thickest_layer_mm = 8.0f; ///< of the hair that has come to lie under a hair
constexpr float layer_way_mm = 55.0f;     ///< over which it does
constexpr float thinnest_layer_mm = 0.5f;
constexpr float hanging_clearance_mm = 2.5f;
constexpr float stiffness = 0.62f; ///< share of its direction that hair keeps over a step

glm::vec3 along_skin(glm::vec3 wish, glm::vec3 outwards) {
    return wish - outwards * glm::dot(wish, outwards);
}

/// Where the comb takes hair at a place of the scalp: away from the parting, behind the ears, down.
glm::vec3 combed(const Parting& parting, glm::vec3 place_mm, glm::vec3 outwards, float side) {
    const glm::vec3 from_parting = place_mm - parting.nearest(place_mm);
    const float far = glm::length(from_parting);
    glm::vec3 away = far > 1.0f ? from_parting / far : glm::vec3(side, 0, 0);
    // Beside the parting hair lies straight across it, however its nearest place is found.
    away = glm::mix(glm::vec3(side, 0, 0), away, glm::smoothstep(4.0f, 40.0f, far));
    const float top = std::max(outwards.y, 0.0f);
    const float face = glm::smoothstep(15.0f, 70.0f, place_mm.z);
    const glm::vec3 wish = away * glm::mix(0.25f, 1.0f, top) + glm::vec3(0, 0, -1) * (0.30f + 1.1f * face) +
                           glm::vec3(0, -1, 0) * glm::mix(1.3f, 0.25f, top);
    return glm::normalize(along_skin(wish, outwards) + glm::vec3(1e-6f));
}

/// Down; over the shoulders to the back or to the front, whichever lies nearer.
glm::vec3 hanging(const HeadField& head, glm::vec3 place_mm) {
    const float low = glm::smoothstep(head.shoulders_mm() + 20.0f, head.shoulders_mm() - 15.0f, place_mm.y);
    const float turn = place_mm.z > head.shoulder_ridge_mm() ? 1.0f : -1.0f;
    return {-0.35f * low * std::copysign(1.0f, place_mm.x), -1.0f, 1.1f * low * turn};
}

/// Which way the head keeps hair off: outwards, but shoulders part it to front and back instead of to the
/// sides.
glm::vec3 pushed(const HeadField& head, glm::vec3 place_mm, glm::vec3 outwards) {
    if (place_mm.y > head.shoulders_mm() + 10.0f)
        return outwards;
    const float turn = place_mm.z > head.shoulder_ridge_mm() ? 1.0f : -1.0f;
    return glm::normalize(glm::vec3(0.1f * outwards.x, 0.4f * outwards.y, outwards.z + 0.9f * turn));
}

} // namespace

glm::vec3 GuideHair::place(float way_mm) const {
    const float at = way_mm / guide_step_mm;
    const float last = static_cast<float>(places_mm.size() - 2);
    const float base = std::clamp(std::floor(at), 0.0f, last);
    const auto i = static_cast<std::size_t>(base);
    return glm::mix(places_mm[i], places_mm[i + 1], at - base);
}

glm::vec3 GuideHair::aside_at(float way_mm) const {
    const float at = std::clamp(way_mm / guide_step_mm, 0.0f, static_cast<float>(aside.size()) - 1.001f);
    const auto i = static_cast<std::size_t>(at);
    return glm::normalize(glm::mix(aside[i], aside[i + 1], at - std::floor(at)));
}

GuideHair comb(const HeadField& head, const Parting& parting, const treatment::Hair& hair, float length_mm,
               float fullness) {
    GuideHair guide{.places_mm = {hair.root_mm}, .aside = {}, .side = parting.side(hair.root_mm)};
    glm::vec3 place = hair.root_mm, outwards = head.outwards(place);
    glm::vec3 direction =
        glm::normalize(combed(parting, place, outwards, guide.side) + rise_at_root * outwards);
    guide.aside.push_back(glm::normalize(glm::cross(outwards, direction)));
    const int steps = static_cast<int>(std::ceil(length_mm / guide_step_mm)) + 1;
    for (int i = 1; i <= steps; ++i) {
        const float way = guide_step_mm * static_cast<float>(i);
        const float layer =
            fullness * (thinnest_layer_mm + thickest_layer_mm * (1.0f - std::exp(-way / layer_way_mm)));
        // Where the skin turns under, nothing carries the hair any more.
        const float carried =
            glm::smoothstep(-0.2f, 0.25f, outwards.y) *
            glm::smoothstep(head.shoulders_mm() + 55.0f, head.shoulders_mm() + 75.0f, place.y);
        const glm::vec3 wish = glm::normalize(
            glm::mix(hanging(head, place), combed(parting, place, outwards, guide.side), carried));
        direction = glm::normalize(glm::mix(wish, direction, stiffness));
        glm::vec3 next = place + guide_step_mm * direction;
        outwards = head.outwards(next);
        const float height = head.height_mm(next);
        const float clearance = glm::mix(std::min(layer, hanging_clearance_mm), layer, carried);
        if (height < clearance)
            next += pushed(head, place, outwards) * (clearance - height);
        else if (carried > 0.0f)
            next -= outwards * std::min(carried * (height - clearance), 0.3f * guide_step_mm);
        direction = glm::normalize(next - place);
        place += guide_step_mm * direction;
        guide.places_mm.push_back(place);
        const glm::vec3 before = guide.aside.back();
        guide.aside.push_back(glm::normalize(before - direction * glm::dot(before, direction)));
    }
    return guide;
}

} // namespace healed::render

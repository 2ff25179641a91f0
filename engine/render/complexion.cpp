#include "render/complexion.h"

#include <array>
#include <cmath>

namespace healed::render {
namespace {

/// A soft patch of the face, placed from the landmarks so that it fits any head.
struct Patch {
    glm::vec3 centre_mm;
    float radius_mm;
    Complexion at_centre;
};

std::array<Patch, 8> patches(const head::Landmarks& marks) {
    // Of the way from the root of the nose to the chin; the tip of the nose lies at 0.42 of it
    // (anthropometric canon of L. Farkas, 1994), some 25 mm before the root.
    const float face = marks.nasion.y - marks.menton.y;
    const float depth = marks.nasion.z;
    const auto at = [&](float x, float down, float forward) {
        return glm::vec3(x, marks.nasion.y - down * face, depth + forward);
    };
    const float brow_to_hair = marks.trichion.y - marks.glabella.y;
    const glm::vec3 forehead = marks.glabella + glm::vec3(0, 0.45f * brow_to_hair, 0);
    return {{{at(0, 0.45f, -20), 78, {0.28f, 0.0f, 0.10f}},
             {at(0, 0.42f, 22), 16, {0.55f, 0.0f, 0.35f}},
             {at(42, 0.40f, -14), 26, {0.45f, 0.0f, 0.0f}},
             {at(-42, 0.40f, -14), 26, {0.45f, 0.0f, 0.0f}},
             {at(0, 0.95f, 0), 20, {0.15f, 0.0f, 0.05f}},
             {marks.vertex, 85, {0.0f, 0.0f, -0.55f}},
             {forehead, 38, {0.05f, 0.0f, 0.20f}},
             {at(0, 0.70f, 2), 26, {0.08f, 0.06f, 0.0f}}}};
}

Complexion of_part(head::Part part) {
    switch (part) {
    case head::Part::Lips:
        return {0.90f, -0.10f, 0.10f};
    case head::Part::Ear:
        return {0.75f, -0.05f, -0.1f};
    case head::Part::Eyelid:
        return {0.40f, 0.20f, 0.0f};
    case head::Part::Sclera:
        return {-1.3f, -1.6f, -0.2f};
    case head::Part::Iris:
        return {-1.0f, 4.2f, 0.2f};
    case head::Part::Brow:
        return {0.05f, 0.05f, 0.0f};
    default:
        return {0.0f, 0.0f, 0.0f};
    }
}

} // namespace

Complexion complexion(const head::Vertex& vertex, const head::Landmarks& landmarks) {
    Complexion sum = of_part(vertex.part);
    for (const Patch& patch : patches(landmarks)) {
        const float distance = glm::length(vertex.position_mm - patch.centre_mm) / patch.radius_mm;
        const float share = std::exp(-distance * distance);
        sum.blood += share * patch.at_centre.blood;
        sum.melanin += share * patch.at_centre.melanin;
        sum.gloss += share * patch.at_centre.gloss;
    }
    return sum;
}

} // namespace healed::render

#include "render/beard.h"

#include "treatment/random.h"

#include <cmath>
#include <numbers>

namespace healed::render {
namespace {

using treatment::Random;

// 32 to 39 are of short hair.
constexpr auto beard_purpose = static_cast<treatment::Purpose>(35);
constexpr double thickness_cv = 0.18;

/// A place of a face by its landmarks.
struct FacePlace {
    float down;       ///< 0 at the root of the nose … 1 at the chin
    float around_deg; ///< about the head's upright axis: 0 in front, 90 at the ears
};

FacePlace face_place(glm::vec3 place_mm, const head::Landmarks& marks) {
    const float axis_mm = 0.5f * (marks.tragion_left.z + marks.tragion_right.z);
    return {.down = (marks.nasion.y - place_mm.y) / (marks.nasion.y - marks.menton.y),
            .around_deg =
                std::atan2(std::abs(place_mm.x), place_mm.z - axis_mm) * 180.0f / std::numbers::pi_v<float>};
}

struct Bend {
    float around_deg, down;
};

/// Straight between bends.
template <std::size_t N>
float along(const Bend (&line)[N], float around_deg) {
    std::size_t i = 0;
    while (i + 2 < N && line[i + 1].around_deg < around_deg)
        ++i;
    const float part = (around_deg - line[i].around_deg) / (line[i + 1].around_deg - line[i].around_deg);
    return glm::mix(line[i].down, line[i + 1].down, glm::clamp(part, 0.0f, 1.0f));
}

/// From the nose's base along the cheek to before the ear, where it meets the hair of the temple.
constexpr Bend upper_line[] = {{0, 0.60f},  {14, 0.60f}, {24, 0.68f}, {44, 0.66f},
                               {60, 0.55f}, {70, 0.34f}, {77, 0.08f}};
/// From the larynx to below the ear.
constexpr Bend lower_line[] = {{0, 1.28f}, {45, 1.22f}, {75, 0.86f}, {90, 0.66f}};

float density(FacePlace at) {
    constexpr float upper_fade = 0.07f, lower_fade = 0.14f, thickest = 0.80f;
    const float below = glm::smoothstep(0.0f, upper_fade, at.down - along(upper_line, at.around_deg));
    const float above = glm::smoothstep(0.0f, lower_fade, along(lower_line, at.around_deg) - at.down);
    const float before_ear = 1.0f - glm::smoothstep(76.0f, 84.0f, at.around_deg);
    // Thick about the mouth and on the chin, thinner on the cheek, thinnest on the neck.
    const float about_mouth = 1.0f - glm::smoothstep(12.0f, 36.0f, at.around_deg);
    const float on_neck = glm::smoothstep(0.98f, 1.12f, at.down);
    return thickest * below * above * before_ear * glm::mix(0.5f, 1.0f, about_mouth) *
           (1.0f - 0.5f * on_neck);
}

glm::vec3 on_skin(glm::vec3 wish, glm::vec3 normal) {
    return glm::normalize(wish - normal * glm::dot(wish, normal) + 1e-6f * normal);
}

treatment::Hair hair_at(const head::Mesh& mesh, glm::uvec3 triangle, Random& random) {
    const float root = std::sqrt(static_cast<float>(random.uniform())),
                split = static_cast<float>(random.uniform());
    const glm::vec3 weights(1.0f - root, root * (1.0f - split), root * split);
    treatment::Hair hair{};
    glm::vec3 normal(0);
    for (int i = 0; i < 3; ++i) {
        const head::Vertex& corner = mesh.vertices[triangle[i]];
        hair.root_mm += weights[i] * corner.position_mm;
        normal += weights[i] * corner.normal;
    }
    normal = glm::normalize(normal);
    const auto astray = [&] { return 0.25f * static_cast<float>(random.normal()); };
    // Downwards, at some 35 degrees to the skin.
    hair.direction = glm::normalize(on_skin({astray(), -1.0f, 0.3f + astray()}, normal) + 0.7f * normal);
    hair.radius_mm = beard_radius_mm * static_cast<float>(random.scatter(thickness_cv));
    hair.chart = mesh.vertices[triangle.x].chart;
    return hair;
}

} // namespace

std::vector<float> beard_per_mm2(const head::Head& head) {
    std::vector<float> per_mm2(head.mesh.vertices.size());
    for (std::size_t i = 0; i < per_mm2.size(); ++i) {
        const head::Vertex& vertex = head.mesh.vertices[i];
        if (vertex.part == head::Part::Skin)
            per_mm2[i] = density(face_place(vertex.position_mm, head.landmarks));
    }
    return per_mm2;
}

std::vector<treatment::Hair> beard(const head::Head& head, std::span<const float> per_mm2,
                                   std::uint64_t seed) {
    std::vector<treatment::Hair> hairs;
    for (std::size_t i = 0; i < head.mesh.triangles.size(); ++i) {
        const glm::uvec3 triangle = head.mesh.triangles[i];
        const float mean = (per_mm2[triangle.x] + per_mm2[triangle.y] + per_mm2[triangle.z]) / 3.0f;
        if (mean <= 0.0f)
            continue;
        const glm::vec3 a = head.mesh.vertices[triangle.x].position_mm;
        const float area = 0.5f * glm::length(glm::cross(head.mesh.vertices[triangle.y].position_mm - a,
                                                         head.mesh.vertices[triangle.z].position_mm - a));
        Random random(seed, beard_purpose, i);
        for (double left = static_cast<double>(mean * area) - random.uniform(); left > 0.0; left -= 1.0)
            hairs.push_back(hair_at(head.mesh, triangle, random));
    }
    return hairs;
}

} // namespace healed::render

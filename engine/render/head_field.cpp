#include "render/head_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace healed::render {
namespace {

constexpr float margin_mm = 28.0f;
constexpr auto unknown = std::numeric_limits<std::uint32_t>::max();

} // namespace

// Proportions by eye: shoulders begin a fifth of the height of head and face under the chin, behind the ears.
HeadField::HeadField(const head::Head& head)
    : shoulders_mm_(head.landmarks.menton.y - 0.2f * (head.landmarks.vertex.y - head.landmarks.menton.y)),
      shoulder_ridge_mm_(0.5f * (head.landmarks.tragion_left.z + head.landmarks.tragion_right.z) - 25.0f) {
    const head::Mesh& mesh = head.mesh;
    glm::vec3 low(1e9f), high(-1e9f);
    for (const head::Vertex& vertex : mesh.vertices) {
        low = glm::min(low, vertex.position_mm);
        high = glm::max(high, vertex.position_mm);
    }
    low_mm_ = low - margin_mm;
    cubes_ = glm::ivec3((high - low + 2.0f * margin_mm) / cube_mm) + 1;
    const auto count = static_cast<std::size_t>(cubes_.x) * static_cast<std::size_t>(cubes_.y) *
                       static_cast<std::size_t>(cubes_.z);
    nearest_.assign(count, unknown);
    spread_nearest(mesh);
    height_mm_.resize(count);
    for (int z = 0; z < cubes_.z; ++z)
        for (int y = 0; y < cubes_.y; ++y)
            for (int x = 0; x < cubes_.x; ++x) {
                const std::size_t i = cell({x, y, z});
                const head::Vertex& vertex = mesh.vertices[nearest_[i]];
                const glm::vec3 away = low_mm_ + cube_mm * (glm::vec3(x, y, z) + 0.5f) - vertex.position_mm;
                const float out = glm::dot(away, vertex.normal), far = glm::length(away);
                height_mm_[i] = far < 1.5f * cube_mm ? out : std::copysign(far, out);
            }
    for (int round = 0; round < 2; ++round)
        for (int axis = 0; axis < 3; ++axis)
            even_out(axis);
}

std::size_t HeadField::cell(glm::ivec3 cube) const {
    const glm::ivec3 i = glm::clamp(cube, glm::ivec3(0), cubes_ - 1);
    return static_cast<std::size_t>((i.z * cubes_.y + i.y) * cubes_.x + i.x);
}

/// Nearest vertices travel from cube to cube, there and back (P.-E. Danielsson, Comput. Graph. Image Process.
/// 14, 1980).
void HeadField::spread_nearest(const head::Mesh& mesh) {
    const auto square = [&](glm::ivec3 cube, std::uint32_t vertex) {
        const glm::vec3 away =
            low_mm_ + cube_mm * (glm::vec3(cube) + 0.5f) - mesh.vertices[vertex].position_mm;
        return glm::dot(away, away);
    };
    const auto offer = [&](glm::ivec3 cube, std::uint32_t vertex) {
        std::uint32_t& nearest = nearest_[cell(cube)];
        if (vertex != unknown && (nearest == unknown || square(cube, vertex) < square(cube, nearest)))
            nearest = vertex;
    };
    for (std::uint32_t i = 0; i < mesh.vertices.size(); ++i)
        if (mesh.vertices[i].part != head::Part::Ear)
            offer(glm::ivec3((mesh.vertices[i].position_mm - low_mm_) / cube_mm), i);
    const auto visit = [&](glm::ivec3 cube, int ahead) {
        for (int z = -1; z <= 1; ++z)
            for (int y = -1; y <= 1; ++y)
                for (int x = -1; x <= 1; ++x)
                    if (ahead * ((z * 3 + y) * 3 + x) < 0)
                        offer(cube, nearest_[cell(cube + glm::ivec3(x, y, z))]);
    };
    for (const int ahead : {1, -1, 1, -1})
        for (int i = 0; i < cubes_.z; ++i)
            for (int k = 0; k < cubes_.y; ++k)
                for (int j = 0; j < cubes_.x; ++j) {
                    const glm::ivec3 cube(j, k, i);
                    visit(ahead > 0 ? cube : cubes_ - 1 - cube, ahead);
                }
}

void HeadField::even_out(int axis) {
    glm::ivec3 step(0);
    step[axis] = 1;
    const std::vector<float> before = height_mm_;
    for (int z = 0; z < cubes_.z; ++z)
        for (int y = 0; y < cubes_.y; ++y)
            for (int x = 0; x < cubes_.x; ++x) {
                const glm::ivec3 cube(x, y, z);
                height_mm_[cell(cube)] = 0.25f * before[cell(cube - step)] + 0.5f * before[cell(cube)] +
                                         0.25f * before[cell(cube + step)];
            }
}

float HeadField::height_mm(glm::vec3 place_mm) const {
    const glm::vec3 at = (place_mm - low_mm_) / cube_mm - 0.5f;
    const glm::vec3 base = glm::floor(at), part = at - base;
    float sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::ivec3 step(corner & 1, corner >> 1 & 1, corner >> 2);
        const glm::vec3 near = glm::mix(1.0f - part, part, glm::vec3(step));
        sum += near.x * near.y * near.z * height_mm_[cell(glm::ivec3(base) + step)];
    }
    return sum;
}

glm::vec3 HeadField::outwards(glm::vec3 place_mm) const {
    glm::vec3 slope;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 step(0);
        step[axis] = cube_mm;
        slope[axis] = height_mm(place_mm + step) - height_mm(place_mm - step);
    }
    return glm::normalize(slope + glm::vec3(0, 1e-6f, 0));
}

std::uint32_t HeadField::vertex(glm::vec3 place_mm) const {
    return nearest_[cell(glm::ivec3((place_mm - low_mm_) / cube_mm))];
}

} // namespace healed::render

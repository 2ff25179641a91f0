#include "head/occlusion.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace healed::head {
namespace {

constexpr float lift_mm = 0.05f;   ///< start of a ray above the surface, so that it misses its own triangle
constexpr float reach_mm = 250.0f; ///< beyond this nothing of the head is met

/// Directions spread evenly over the sphere along a spiral of the golden angle.
std::vector<glm::vec3> spiral(int count) {
    std::vector<glm::vec3> directions;
    const double golden = std::numbers::pi * (3.0 - std::sqrt(5.0));
    for (int i = 0; i < count; ++i) {
        const double z = 1.0 - (2.0 * i + 1.0) / count, across = std::sqrt(1.0 - z * z);
        directions.push_back(glm::vec3(across * std::cos(golden * i), across * std::sin(golden * i), z));
    }
    return directions;
}

float access(const Bvh& bvh, const Vertex& vertex, const std::vector<glm::vec3>& directions) {
    float open = 0.0f, all = 0.0f;
    for (const glm::vec3& direction : directions) {
        const float weight = glm::dot(vertex.normal, direction);
        if (weight <= 0.02f)
            continue;
        all += weight;
        if (!bvh.blocked(vertex.position_mm + lift_mm * vertex.normal, direction, reach_mm))
            open += weight;
    }
    return open / all;
}

/// Harmonic mean over a cone of 30° about the inward normal: the shortest ways carry the most light.
float thickness(const Bvh& bvh, const Vertex& vertex, const std::vector<glm::vec3>& directions) {
    float slowness = 0.0f, all = 0.0f;
    for (const glm::vec3& direction : directions) {
        const float weight = -glm::dot(vertex.normal, direction) - 0.86f;
        if (weight <= 0.0f)
            continue;
        const auto hit =
            bvh.nearest(vertex.position_mm - lift_mm * vertex.normal, direction, greatest_thickness_mm);
        slowness += weight / std::max(hit ? hit->distance_mm : greatest_thickness_mm, 0.5f);
        all += weight;
    }
    return all > 0.0f ? std::min(all / slowness, greatest_thickness_mm) : greatest_thickness_mm;
}

/// Each vertex moves half way to the mean of its neighbours in turn `rounds` times.
void even_out(Mesh& mesh, std::size_t count, int rounds) {
    std::vector<glm::vec2> value(mesh.vertices.size()), sum;
    std::vector<float> neighbours;
    for (std::size_t v = 0; v < count; ++v)
        value[v] = {mesh.vertices[v].ambient_access, mesh.vertices[v].thickness_mm};
    for (int round = 0; round < rounds; ++round) {
        sum.assign(value.size(), glm::vec2(0.0f));
        neighbours.assign(value.size(), 0.0f);
        for (const glm::uvec3& t : mesh.triangles)
            for (int c = 0; c < 3; ++c) {
                const auto from = t[c], to = t[(c + 1) % 3];
                if (from >= count || to >= count)
                    continue;
                sum[from] += value[to];
                sum[to] += value[from];
                neighbours[from] += 1.0f;
                neighbours[to] += 1.0f;
            }
        for (std::size_t v = 0; v < count; ++v)
            if (neighbours[v] > 0.0f)
                value[v] = 0.5f * value[v] + 0.5f * sum[v] / neighbours[v];
    }
    for (std::size_t v = 0; v < count; ++v) {
        mesh.vertices[v].ambient_access = value[v].x;
        mesh.vertices[v].thickness_mm = value[v].y;
    }
}

} // namespace

void find_occlusion(Mesh& mesh, std::size_t count) {
    std::vector<glm::vec3> positions;
    for (const Vertex& vertex : mesh.vertices)
        positions.push_back(vertex.position_mm);
    const Bvh bvh(positions, mesh.triangles);
    const std::vector<glm::vec3> outwards = spiral(128), inwards = spiral(120);
    parallel_for(count, 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            mesh.vertices[v].ambient_access = access(bvh, mesh.vertices[v], outwards);
            mesh.vertices[v].thickness_mm = thickness(bvh, mesh.vertices[v], inwards);
        }
    });
    even_out(mesh, count, 4);
}

} // namespace healed::head

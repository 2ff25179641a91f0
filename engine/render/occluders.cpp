#include "render/occluders.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace healed::render {
namespace {

std::uint64_t cell_of(glm::vec3 place_mm, float cell_mm) {
    const glm::i64vec3 cell = glm::i64vec3(glm::floor(place_mm / cell_mm)) + std::int64_t{1 << 20};
    return static_cast<std::uint64_t>(cell.x << 42 | cell.y << 21 | cell.z);
}

struct Cluster {
    glm::vec3 sum{0};
    float count = 0;
    std::uint32_t nearest = 0;
    float square = std::numeric_limits<float>::max();
};

} // namespace

std::vector<glm::uvec3> coarse_triangles(const head::Mesh& mesh, float cell_mm) {
    std::unordered_map<std::uint64_t, Cluster> clusters;
    for (const head::Vertex& vertex : mesh.vertices) {
        Cluster& cluster = clusters[cell_of(vertex.position_mm, cell_mm)];
        cluster.sum += vertex.position_mm;
        cluster.count += 1;
    }
    const auto cluster_of = [&](std::uint32_t i) -> Cluster& {
        return clusters.at(cell_of(mesh.vertices[i].position_mm, cell_mm));
    };
    for (std::uint32_t i = 0; i < mesh.vertices.size(); ++i) {
        Cluster& cluster = cluster_of(i);
        const glm::vec3 away = mesh.vertices[i].position_mm - cluster.sum / cluster.count;
        if (const float square = glm::dot(away, away); square < cluster.square) {
            cluster.square = square;
            cluster.nearest = i;
        }
    }
    std::vector<glm::uvec3> coarse;
    for (const glm::uvec3& triangle : mesh.triangles) {
        const glm::uvec3 merged(cluster_of(triangle.x).nearest, cluster_of(triangle.y).nearest,
                                cluster_of(triangle.z).nearest);
        if (merged.x != merged.y && merged.y != merged.z && merged.z != merged.x)
            coarse.push_back(merged);
    }
    return coarse;
}

} // namespace healed::render

#include "render/nearest_vertex.h"

#include <limits>

namespace healed::render {
namespace {

std::vector<glm::vec3> places(const head::Mesh& mesh) {
    std::vector<glm::vec3> places;
    for (const head::Vertex& vertex : mesh.vertices)
        places.push_back(vertex.position_mm);
    return places;
}

} // namespace

NearestVertex::NearestVertex(const head::Mesh& mesh) : places_(places(mesh)), grid_(places_, 4.0f) {}

std::uint32_t NearestVertex::operator()(glm::vec3 place_mm) const {
    std::uint32_t nearest = 0;
    float least = std::numeric_limits<float>::max();
    for (float radius_mm = 3.0f; least > radius_mm * radius_mm && radius_mm < 400.0f; radius_mm *= 2.0f)
        grid_.visit_near(place_mm, radius_mm, [&](std::uint32_t i) {
            const glm::vec3 away = places_[i] - place_mm;
            if (const float square = glm::dot(away, away); square < least) {
                least = square;
                nearest = i;
            }
        });
    return nearest;
}

} // namespace healed::render

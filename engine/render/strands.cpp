#include "render/strands.h"

#include "treatment/point_grid.h"
#include "treatment/random.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace healed::render {
namespace {

/// Finds the vertex of a head that is nearest to a place of its surface.
class NearestVertex {
  public:
    explicit NearestVertex(const head::Mesh& mesh) : places_(places(mesh)), grid_(places_, 4.0f) {}

    std::uint32_t operator()(glm::vec3 place_mm) const {
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

  private:
    static std::vector<glm::vec3> places(const head::Mesh& mesh) {
        std::vector<glm::vec3> places;
        for (const head::Vertex& vertex : mesh.vertices)
            places.push_back(vertex.position_mm);
        return places;
    }

    std::vector<glm::vec3> places_;
    treatment::PointGrid grid_;
};

using treatment::Random;

constexpr float never = std::numeric_limits<float>::infinity();

// Streams of this floor, apart from those of the treatment.
constexpr auto stubble_purpose = static_cast<treatment::Purpose>(32);
constexpr auto brow_purpose = static_cast<treatment::Purpose>(33);

/// One hair of a brow: where it grows from, in which directions it lies and rises.
struct BrowHair {
    glm::vec3 root_mm;
    glm::vec3 normal;
    glm::vec3 along; ///< unit, on the surface
    float length_mm;
    float radius_mm;
    std::uint32_t vertex;
};

void add_pieces(Strands& strands, const BrowHair& hair) {
    constexpr int piece_count = 4;
    const auto at = [&](float t) {
        // Leaves the skin at a slant, then bends back to lie along it.
        const float rise = 0.9f * t * (1.0f - 0.55f * t);
        return hair.root_mm + hair.length_mm * (t * hair.along * 0.95f + 0.32f * rise * hair.normal);
    };
    const auto radius = [&](float t) { return hair.radius_mm * std::sqrt(1.0f - 0.9f * t); };
    for (int i = 0; i < piece_count; ++i) {
        const float from = static_cast<float>(i) / piece_count, to = static_cast<float>(i + 1) / piece_count;
        strands.push_back({at(from), radius(from), at(to), radius(to), hair.vertex, never, never});
    }
}

/// Direction of a brow's hairs: upwards at the inner end, then out along the arch.
glm::vec3 brow_direction(glm::vec3 place_mm, glm::vec3 normal, const head::Landmarks& marks, Random& random) {
    const float side = place_mm.x < 0 ? -1.0f : 1.0f;
    const float outwards = glm::clamp((std::abs(place_mm.x) - 12.0f) / 26.0f, 0.0f, 1.0f);
    const float above = place_mm.y - marks.glabella.y;
    const float turn = glm::mix(0.40f, 1.72f, std::sqrt(outwards)) + 0.02f * above +
                       0.16f * static_cast<float>(random.normal());
    const glm::vec3 wanted(side * std::sin(turn), std::cos(turn), 0.0f);
    return glm::normalize(wanted - normal * glm::dot(wanted, normal));
}

glm::vec3 place_in(const head::Mesh& mesh, const glm::uvec3& triangle, double a, double b) {
    const auto root = static_cast<float>(std::sqrt(a)), other = static_cast<float>(b);
    return (1.0f - root) * mesh.vertices[triangle.x].position_mm +
           root * (1.0f - other) * mesh.vertices[triangle.y].position_mm +
           root * other * mesh.vertices[triangle.z].position_mm;
}

double area_mm2(const head::Mesh& mesh, const glm::uvec3& triangle) {
    const glm::vec3 a = mesh.vertices[triangle.x].position_mm;
    return 0.5 * glm::length(glm::cross(mesh.vertices[triangle.y].position_mm - a,
                                        mesh.vertices[triangle.z].position_mm - a));
}

} // namespace

Strands stubble(const head::Head& head, std::span<const treatment::Hair> hairs, double length_mm,
                std::uint64_t seed) {
    const NearestVertex nearest(head.mesh);
    Strands strands;
    strands.reserve(hairs.size());
    for (std::size_t i = 0; i < hairs.size(); ++i) {
        Random random(seed, stubble_purpose, i);
        const treatment::Hair& hair = hairs[i];
        const auto length = static_cast<float>(length_mm * random.scatter(0.15));
        strands.push_back({hair.root_mm, hair.radius_mm, hair.root_mm + length * hair.direction,
                           hair.radius_mm, nearest(hair.root_mm), hair.gone_years, hair.grey_years});
    }
    return strands;
}

// About 250 terminal hairs a brow over some 6 cm² (E. Nguyen et al., Aesthetic Surg. J. 34, 2014); drawn
// fuller, with the fine hairs between them.
Strands brows(const head::Head& head, std::uint64_t seed) {
    constexpr double hairs_per_mm2 = 2.1;
    Strands strands;
    for (std::size_t i = 0; i < head.mesh.triangles.size(); ++i) {
        const glm::uvec3& triangle = head.mesh.triangles[i];
        const head::Vertex& corner = head.mesh.vertices[triangle.x];
        if (corner.part != head::Part::Brow)
            continue;
        Random random(seed, brow_purpose, i);
        double expected = hairs_per_mm2 * area_mm2(head.mesh, triangle);
        for (; random.uniform() < expected; expected -= 1.0) {
            BrowHair hair{.root_mm = place_in(head.mesh, triangle, random.uniform(), random.uniform()),
                          .normal = corner.normal,
                          .vertex = triangle.x};
            hair.along = brow_direction(hair.root_mm, hair.normal, head.landmarks, random);
            hair.length_mm =
                static_cast<float>(random.scatter(0.22)) *
                glm::mix(7.5f, 4.5f, glm::clamp((std::abs(hair.root_mm.x) - 20.0f) / 35.0f, 0.0f, 1.0f));
            hair.radius_mm = static_cast<float>(0.038 * random.scatter(0.2));
            add_pieces(strands, hair);
        }
    }
    return strands;
}

double side_area_mm2(std::span<const StrandPiece> strands) {
    double sum = 0;
    for (const StrandPiece& piece : strands)
        sum +=
            static_cast<double>(glm::length(piece.to - piece.from) * (piece.from_radius + piece.to_radius));
    return sum;
}

} // namespace healed::render

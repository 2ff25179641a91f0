#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/glm.hpp>
#include <optional>
#include <span>
#include <vector>

namespace healed::head {

/// A hierarchy of boxes over triangles for rays: occlusion, thickness, picking.
class Bvh {
  public:
    struct Hit {
        float distance_mm;
        std::uint32_t triangle; ///< index into the triangles it was built from
        glm::vec2 barycentric;  ///< weights of the triangle's second and third corner
    };

    Bvh(std::span<const glm::vec3> positions, std::span<const glm::uvec3> triangles);

    /// The nearest triangle, from either side, that a ray meets before `reach_mm`. `direction` is a unit
    /// vector.
    std::optional<Hit> nearest(glm::vec3 origin, glm::vec3 direction, float reach_mm) const;
    /// Whether a ray meets any triangle before `reach_mm`.
    bool blocked(glm::vec3 origin, glm::vec3 direction, float reach_mm) const;

  private:
    struct Node {
        glm::vec3 low;
        std::uint32_t
            first; ///< first triangle of a leaf, or the second child; the first child follows its parent
        glm::vec3 high;
        std::uint32_t count; ///< triangles in a leaf; 0 for an inner node
    };
    struct Corners {
        glm::vec3 a, ab, ac;
        std::uint32_t triangle;
    };
    std::vector<Node> nodes_;
    std::vector<Corners> triangles_;

    void build(std::size_t first, std::size_t count, std::size_t depth);
    /// Moves the triangles of a node so that those of its first child come first; how many these are.
    std::size_t split(std::size_t first, std::size_t count);
    /// Shortens `hit` if the ray meets the triangle before it.
    static bool meet(const Corners& triangle, glm::vec3 origin, glm::vec3 direction, Hit& hit);
    static float entry(const Node& node, glm::vec3 origin, glm::vec3 inverse, float reach);
    template <bool any>
    bool trace(glm::vec3 origin, glm::vec3 direction, Hit& hit) const;
};

} // namespace healed::head

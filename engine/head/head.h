#pragma once

#include "head/shape.h"

#include <cstdint>
#include <glm/glm.hpp>
#include <string>
#include <vector>

namespace healed::head {

/// Axes of a head: +x to the head's own left, +y up, +z forward (out of the face); millimetres. The origin
/// lies midway between the tragions (ear canals).

/// What a patch of the surface is, for shading.
enum class Part : std::uint32_t { Skin, Lips, Brow, Eyelid, Ear, Sclera, Iris };

struct Vertex {
    glm::vec3 position_mm;
    glm::vec3 normal;     ///< unit, outwards
    glm::vec2 chart;      ///< place on the scalp chart, 0 … 1; outside that range off the chart
    float ambient_access; ///< cosine-weighted share of the hemisphere that sees no part of the head, 0 … 1
    float thickness_mm;   ///< how far light coming from behind travels inside to reach this point (ears, nose
                          ///< wings), at most 60
    Part part;
};

/// Triangles are counter-clockwise seen from outside.
struct Mesh {
    std::vector<Vertex> vertices;
    std::vector<glm::uvec3> triangles;
};

/// Named places on the surface, mm.
struct Landmarks {
    glm::vec3 nasion, glabella, trichion, vertex, occiput, tragion_left, tragion_right, menton;
};

/// A flat map of the scalp: the azimuthal equidistant projection about the scalp's pole (near the vertex), so
/// that u runs to the head's left and v runs from front (0) to back (1). At each texel the surface is known,
/// and with it the metric: a step (du, dv) on the chart is the step du*tangent_u + dv*tangent_v on the head.
struct ScalpChart {
    glm::vec3 centre_mm{};   ///< from here each direction meets the surface once
    glm::vec3 pole{0, 1, 0}; ///< unit; the direction at the middle of the chart, perpendicular to x
    float side_rad =
        0;        ///< the angle that a whole side spans: a step of 1 on the chart is this arc from the pole
    int size = 0; ///< texels on a side; texel (i, j) has its centre at ((i+0.5)/size, (j+0.5)/size)
    std::vector<glm::vec3> position_mm; ///< size*size, row by row
    std::vector<glm::vec3> normal;
    std::vector<glm::vec3> tangent_u_mm; ///< ∂position/∂u, mm for a whole side of the chart
    std::vector<glm::vec3> tangent_v_mm;
    std::vector<std::uint8_t>
        on_scalp; ///< 1 where hair can grow: cranium above the ears and nape, behind the frontal hairline
                  ///< region (forehead included, face and ears excluded)

    /// Bilinear place on the surface; `chart` within 0 … 1.
    glm::vec3 position_at(glm::vec2 chart) const;
    glm::vec3 normal_at(glm::vec2 chart) const;
    /// Jacobian columns ∂position/∂u, ∂position/∂v at a place.
    glm::mat2x3 jacobian_at(glm::vec2 chart) const;
    bool is_scalp(glm::vec2 chart) const;
    /// The direction from the centre that a place on the chart stands for.
    glm::vec3 direction_at(glm::vec2 chart) const;
    /// The place on the chart under which a place on (or near) the head lies; beyond 0 … 1 low on the face
    /// and the neck. Every place but the direction opposite the pole has one.
    glm::vec2 chart_of(glm::vec3 position_mm) const;
    /// Area of the scalp, cm².
    double area_cm2() const;
    /// Fills the tangents from the places.
    void derive_tangents();
};

struct Head {
    std::string name;
    Mesh mesh;
    ScalpChart chart;
    Landmarks landmarks;
};

/// The head that the project generates from anthropometry (anthropometry.h and shape.h say which sources); an
/// adult man of median size unless asked otherwise. Deterministic.
Head built_in_head(const Shape& shape = {});

/// The same made anew, which takes a few seconds on 2 cores; built_in_head() reads what it kept in the cache.
Head made_built_in_head(const Shape& shape = {});

} // namespace healed::head

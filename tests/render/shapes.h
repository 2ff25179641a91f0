#pragma once

#include "head/head.h"

#include <cmath>
#include <numbers>

namespace healed::test {

/// Landmarks of a median head, for cameras.
inline head::Landmarks landmarks() {
    return {.nasion = {0, 20, 95},
            .glabella = {0, 35, 98},
            .trichion = {0, 95, 75},
            .vertex = {0, 130, 0},
            .occiput = {0, 20, -100},
            .tragion_left = {70, 0, 0},
            .tragion_right = {-70, 0, 0},
            .menton = {0, -100, 80}};
}

inline head::Vertex vertex(glm::vec3 position_mm, glm::vec3 normal) {
    return {.position_mm = position_mm,
            .normal = normal,
            .chart = {0.5f + position_mm.x / 400.0f, 0.5f - position_mm.y / 400.0f},
            .ambient_access = 1.0f,
            .thickness_mm = 60.0f,
            .part = head::Part::Skin};
}

/// A square card of cells, facing +z at z = 0. Its complexion is even: the landmarks are far away.
inline head::Head card(float side_mm, int cells = 16) {
    head::Head head{.name = "card", .landmarks = landmarks()};
    for (glm::vec3* mark : {&head.landmarks.nasion, &head.landmarks.glabella, &head.landmarks.trichion})
        *mark += glm::vec3(0, 0, 5000);
    for (int y = 0; y <= cells; ++y)
        for (int x = 0; x <= cells; ++x)
            head.mesh.vertices.push_back(vertex(
                glm::vec3(side_mm * (glm::vec2(x, y) / static_cast<float>(cells) - 0.5f), 0), {0, 0, 1}));
    const auto at = [&](int x, int y) { return static_cast<std::uint32_t>(y * (cells + 1) + x); };
    for (int y = 0; y < cells; ++y)
        for (int x = 0; x < cells; ++x) {
            head.mesh.triangles.emplace_back(at(x, y), at(x + 1, y), at(x + 1, y + 1));
            head.mesh.triangles.emplace_back(at(x, y), at(x + 1, y + 1), at(x, y + 1));
        }
    return head;
}

/// Adds a ball to a head.
inline void add_ball(head::Head& head, glm::vec3 centre_mm, float radius_mm, int rings = 64) {
    const auto first = static_cast<std::uint32_t>(head.mesh.vertices.size());
    const int spokes = 2 * rings;
    for (int ring = 0; ring <= rings; ++ring)
        for (int spoke = 0; spoke <= spokes; ++spoke) {
            const double polar = std::numbers::pi * ring / rings,
                         around = 2 * std::numbers::pi * spoke / spokes;
            const glm::vec3 out(std::sin(polar) * std::sin(around), std::cos(polar),
                                std::sin(polar) * std::cos(around));
            head.mesh.vertices.push_back(vertex(centre_mm + radius_mm * out, out));
        }
    for (int ring = 0; ring < rings; ++ring)
        for (int spoke = 0; spoke < spokes; ++spoke) {
            const std::uint32_t a = first + static_cast<std::uint32_t>(ring * (spokes + 1) + spoke);
            const std::uint32_t below = a + static_cast<std::uint32_t>(spokes) + 1;
            head.mesh.triangles.emplace_back(a, below, below + 1);
            head.mesh.triangles.emplace_back(a, below + 1, a + 1);
        }
}

inline head::Head ball(float radius_mm) {
    head::Head head{.name = "ball", .landmarks = landmarks()};
    add_ball(head, glm::vec3(0), radius_mm);
    return head;
}

} // namespace healed::test

#include "head/built_in.h"
#include "head/bvh.h"

#include <gtest/gtest.h>

#include <cmath>

namespace healed::head {
namespace {

/// Calls `each(i, j, chart)` for every `stride`-th texel of the scalp.
template <typename Each>
void over_scalp(const ScalpChart& chart, int stride, const Each& each) {
    for (int j = 0; j < chart.size; j += stride)
        for (int i = 0; i < chart.size; i += stride)
            if (chart.on_scalp[std::size_t(j) * std::size_t(chart.size) + std::size_t(i)] != 0)
                each(i, j, (glm::vec2(float(i), float(j)) + 0.5f) / float(chart.size));
}

TEST(ScalpChart, HasAPlausibleArea) {
    EXPECT_GT(built_in().chart.area_cm2(), 600.0);
    EXPECT_LT(built_in().chart.area_cm2(), 780.0);
}

TEST(ScalpChart, GoesToTheHeadAndBack) {
    const ScalpChart& chart = built_in().chart;
    over_scalp(chart, 3, [&](int, int, glm::vec2 place) {
        const glm::vec2 between = place + glm::vec2(0.31f, 0.17f) / float(chart.size);
        const glm::vec2 miss = (chart.chart_of(chart.position_at(between)) - between) * float(chart.size);
        ASSERT_LT(glm::length(miss), 0.05f) << place.x << " " << place.y << " " << miss.x << " " << miss.y;
    });
}

TEST(ScalpChart, RunsFromFrontToBackAndToTheLeft) {
    const ScalpChart& chart = built_in().chart;
    const Landmarks& marks = built_in().landmarks;
    EXPECT_LT(chart.chart_of(marks.trichion).y, chart.chart_of(marks.vertex).y);
    EXPECT_LT(chart.chart_of(marks.vertex).y, chart.chart_of(marks.occiput).y);
    EXPECT_GT(chart.chart_of(marks.tragion_left).x, 0.5f);
    EXPECT_NEAR(chart.chart_of(marks.tragion_left).x + chart.chart_of(marks.tragion_right).x, 1.0f, 1e-5f);
    EXPECT_LT(glm::length(chart.chart_of(marks.vertex) - 0.5f), 0.06f) << "the pole lies near the vertex";
}

TEST(ScalpChart, TangentsAreTheDerivativesOfThePlace) {
    const ScalpChart& chart = built_in().chart;
    const float step = 0.8f / float(chart.size);
    over_scalp(chart, 5, [&](int, int, glm::vec2 place) {
        const glm::mat2x3 jacobian = chart.jacobian_at(place);
        const glm::vec3 du =
            (chart.position_at(place + glm::vec2(step, 0)) - chart.position_at(place - glm::vec2(step, 0))) /
            (2 * step);
        const glm::vec3 dv =
            (chart.position_at(place + glm::vec2(0, step)) - chart.position_at(place - glm::vec2(0, step))) /
            (2 * step);
        ASSERT_LT(glm::length(jacobian[0] - du), 0.01f * glm::length(du));
        ASSERT_LT(glm::length(jacobian[1] - dv), 0.01f * glm::length(dv));
    });
}

TEST(ScalpChart, NormalsStandOnTheTangents) {
    const ScalpChart& chart = built_in().chart;
    over_scalp(chart, 5, [&](int, int, glm::vec2 place) {
        const glm::mat2x3 jacobian = chart.jacobian_at(place);
        const glm::vec3 across = glm::normalize(glm::cross(jacobian[1], jacobian[0]));
        ASSERT_GT(std::abs(glm::dot(across, chart.normal_at(place))), 0.9995f);
        ASSERT_GT(glm::dot(chart.normal_at(place), chart.position_at(place) - chart.centre_mm), 0.0f);
    });
}

TEST(ScalpChart, AgreesWithTheMesh) {
    const Head& head = built_in();
    std::vector<glm::vec3> positions;
    for (const Vertex& v : head.mesh.vertices)
        positions.push_back(v.position_mm);
    const Bvh bvh(positions, head.mesh.triangles);
    over_scalp(head.chart, 7, [&](int, int, glm::vec2 place) {
        const glm::vec3 expected = head.chart.position_at(place), normal = head.chart.normal_at(place);
        const auto hit = bvh.nearest(expected + 3.0f * normal, -normal, 10.0f);
        ASSERT_TRUE(hit) << expected.x << " " << expected.y << " " << expected.z;
        ASSERT_NEAR(hit->distance_mm, 3.0f, 0.06f) << expected.x << " " << expected.y << " " << expected.z;
        const glm::uvec3 t = head.mesh.triangles[hit->triangle];
        const Vertex &a = head.mesh.vertices[t.x], &b = head.mesh.vertices[t.y], &c = head.mesh.vertices[t.z];
        const float wb = hit->barycentric.x, wc = hit->barycentric.y;
        const glm::vec3 on_mesh = glm::normalize((1 - wb - wc) * a.normal + wb * b.normal + wc * c.normal);
        ASSERT_GT(glm::dot(on_mesh, normal), 0.999f);
        const glm::vec2 chart = (1 - wb - wc) * a.chart + wb * b.chart + wc * c.chart;
        ASSERT_LT(glm::length(chart - place) * float(head.chart.size), 0.5f) << "looked up through the mesh";
    });
}

/// Calls `each(chart)` for places spread over a triangle of the mesh.
template <typename Each>
void over_triangle(const Mesh& mesh, glm::uvec3 t, const Each& each) {
    constexpr int rows = 4;
    for (int i = 0; i < rows; ++i)
        for (int k = 0; k + i < rows; ++k) {
            const float wb = (float(i) + 1.0f / 3.0f) / rows, wc = (float(k) + 1.0f / 3.0f) / rows;
            each((1 - wb - wc) * mesh.vertices[t.x].chart + wb * mesh.vertices[t.y].chart +
                 wc * mesh.vertices[t.z].chart);
        }
}

TEST(ScalpChart, AreaIsThatOfTheTrianglesBelow) {
    const Head& head = built_in();
    double mesh_cm2 = 0.0;
    for (const glm::uvec3& t : head.mesh.triangles) {
        const Vertex &a = head.mesh.vertices[t.x], &b = head.mesh.vertices[t.y], &c = head.mesh.vertices[t.z];
        const glm::vec3 twice = glm::cross(b.position_mm - a.position_mm, c.position_mm - a.position_mm);
        int on = 0, all = 0;
        over_triangle(head.mesh, t, [&](glm::vec2 chart) {
            on += head.chart.is_scalp(chart);
            ++all;
        });
        mesh_cm2 += 0.5 * double(glm::length(twice)) * on / all / 100.0;
    }
    EXPECT_NEAR(head.chart.area_cm2() / mesh_cm2, 1.0, 0.005);
}

/// A pixel of the rendered head finds the scalp where the scalp is and nowhere else: not on an ear, not
/// through a triangle that spans the chart.
TEST(ScalpChart, IsFoundFromTheMeshOnlyWhereItLies) {
    const Head& head = built_in();
    for (const glm::uvec3& t : head.mesh.triangles) {
        const Vertex &a = head.mesh.vertices[t.x], &b = head.mesh.vertices[t.y], &c = head.mesh.vertices[t.z];
        const glm::vec3 middle = (a.position_mm + b.position_mm + c.position_mm) / 3.0f;
        over_triangle(head.mesh, t, [&](glm::vec2 chart) {
            if (head.chart.is_scalp(chart)) {
                ASSERT_LT(glm::distance(head.chart.position_at(chart), middle), 3.0f)
                    << "at " << middle.x << " " << middle.y << " " << middle.z;
            }
        });
    }
}

TEST(ScalpChart, LeavesFaceAndEarsOut) {
    const Head& head = built_in();
    for (const Vertex& v : head.mesh.vertices)
        if (v.part != Part::Skin) {
            ASSERT_FALSE(head.chart.is_scalp(v.chart)) << int(v.part) << " at " << v.position_mm.x << " "
                                                       << v.position_mm.y << " " << v.position_mm.z;
        }
    EXPECT_TRUE(head.chart.is_scalp(head.chart.chart_of(head.landmarks.vertex)));
    EXPECT_TRUE(head.chart.is_scalp(head.chart.chart_of(head.landmarks.trichion)));
    EXPECT_TRUE(head.chart.is_scalp(head.chart.chart_of(head.landmarks.occiput)));
    EXPECT_FALSE(head.chart.is_scalp(head.chart.chart_of(head.landmarks.glabella)));
}

} // namespace
} // namespace healed::head

#include "head/distance.h"
#include "head/radial_spline.h"
#include "head/skull.h"
#include "head/surface_nets.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <utility>

namespace healed::head {
namespace {

glm::dvec3 anywhere(std::mt19937& chance, double width) {
    std::uniform_real_distribution<double> uniform(-width, width);
    return {uniform(chance), uniform(chance), uniform(chance)};
}

TEST(Distance, OfARoundConeIsThatToTheNearestOfItsBalls) {
    std::mt19937 chance(3);
    for (int trial = 0; trial < 300; ++trial) {
        const glm::dvec3 a = anywhere(chance, 10), b = anywhere(chance, 10), p = anywhere(chance, 40);
        const double ra = 1.0 + 0.2 * glm::distance(a, b),
                     rb = 1.0 + (trial % 5) * 0.15 * glm::distance(a, b);
        double nearest = 1e9;
        for (int i = 0; i <= 4000; ++i) {
            const double t = i / 4000.0;
            nearest = std::min(nearest, glm::distance(p, glm::mix(a, b, t)) - (ra + (rb - ra) * t));
        }
        ASSERT_NEAR(round_cone(p, a, b, ra, rb), nearest, 1e-4);
    }
}

TEST(Distance, ASmoothUnionIsAUnionAwayFromTheFillet) {
    EXPECT_EQ(smooth_union(1.0, 9.0, 4.0), 1.0);
    EXPECT_EQ(smooth_union(9.0, 1.0, 4.0), 1.0);
    for (double d = -6.0; d < 6.0; d += 0.1) {
        EXPECT_LE(smooth_union(0.0, d, 4.0), std::min(0.0, d));
        EXPECT_GE(smooth_union(0.0, d, 4.0), std::min(0.0, d) - 4.0 / 6.0 - 1e-12);
        EXPECT_DOUBLE_EQ(smooth_union(0.0, d, 4.0), smooth_union(d, 0.0, 4.0));
        EXPECT_DOUBLE_EQ(smooth_intersection(0.0, d, 4.0), -smooth_union(0.0, -d, 4.0));
    }
}

TEST(RadialSpline, PassesThePlacesItWasGiven) {
    std::vector<RadialSpline::Place> places;
    std::mt19937 chance(5);
    for (int i = 0; i < 60; ++i) {
        glm::dvec3 direction = glm::normalize(anywhere(chance, 1.0));
        direction.x = std::abs(direction.x);
        places.push_back({glm::dvec3(0, 3, 1) + direction * (100.0 + 10.0 * direction.y * direction.z), 0.0});
    }
    const RadialSpline spline({0, 3, 1}, places);
    for (const RadialSpline::Place& place : places) {
        const glm::dvec3 out = place.position_mm - spline.centre_mm();
        EXPECT_NEAR(spline.radius_mm(glm::normalize(out)), glm::length(out), 1e-6);
    }
}

TEST(RadialSpline, IsReadFromItsTableWithinFiveMicrometres) {
    std::vector<RadialSpline::Place> places = cranium_places();
    for (const RadialSpline::Place& place : face_places())
        places.push_back(place);
    const RadialSpline spline(cranial_centre_mm, places);
    const RadialTable table(spline);
    std::mt19937 chance(9);
    for (int i = 0; i < 3000; ++i) {
        const glm::dvec3 direction = glm::normalize(anywhere(chance, 1.0));
        if (direction.y < -0.95)
            continue; // inside the neck
        const double radius = spline.radius_mm(direction);
        ASSERT_NEAR(table.radius_mm(direction), radius, 0.005);
        ASSERT_NEAR(table.distance_mm(cranial_centre_mm + direction * radius), 0.0, 0.005);
        ASSERT_NEAR(table.radius_mm(direction), table.radius_mm({-direction.x, direction.y, direction.z}),
                    2e-5);
    }
}

std::vector<double> evenly(double from, double to, double spacing) {
    std::vector<double> lines;
    for (double at = from; at <= to + 1e-9; at += spacing)
        lines.push_back(at);
    return lines;
}

TEST(SurfaceNets, EncloseABallByAClosedSurface) {
    const Lattice lattice{evenly(-0.5, 14, 1.0), evenly(-14, 14, 1.0), evenly(-14, 14, 1.0)};
    const HalfSurface half = surface_nets(lattice, [](glm::dvec3 p) { return glm::length(p) - 10.0; });
    double volume = 0.0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const glm::uvec3& t : half.triangles) {
        volume += glm::dot(half.positions[t.x], glm::cross(half.positions[t.y], half.positions[t.z])) / 6.0;
        for (int c = 0; c < 3; ++c)
            ++edges[{t[c], t[(c + 1) % 3]}];
    }
    EXPECT_NEAR(2.0 * volume / (4.0 / 3.0 * std::numbers::pi * 1000.0), 1.0, 0.02);
    for (const auto& [edge, count] : edges) {
        ASSERT_EQ(count, 1);
        if (edges.count({edge.second, edge.first}) == 0) {
            EXPECT_EQ(half.positions[edge.first].x, 0.0) << "open only at the plane of symmetry";
        }
    }
}

/// Two sheets closer than a cell stay two sheets.
TEST(SurfaceNets, KeepThinSheetsApart) {
    const Lattice lattice{evenly(-0.5, 12, 1.0), evenly(-12, 12, 1.0), evenly(-12, 12, 1.0)};
    const auto wall = [](glm::dvec3 p) {
        return std::max(std::abs(p.z - 0.3 * p.y + 0.21) - 0.7, glm::length(p) - 9.0);
    };
    const HalfSurface half = surface_nets(lattice, wall);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const glm::uvec3& t : half.triangles)
        for (int c = 0; c < 3; ++c)
            ++edges[{t[c], t[(c + 1) % 3]}];
    for (const auto& [edge, count] : edges)
        ASSERT_EQ(count, 1);
    EXPECT_GT(half.triangles.size(), 400u);
}

} // namespace
} // namespace healed::head

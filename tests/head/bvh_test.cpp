#include "head/bvh.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace healed::head {
namespace {

struct Soup {
    std::vector<glm::vec3> positions;
    std::vector<glm::uvec3> triangles;
};

/// Triangles of all sizes anywhere, some of them flat or doubled.
Soup soup(std::uint32_t count, std::mt19937& chance) {
    std::normal_distribution<float> far(0.0f, 40.0f), near(0.0f, 4.0f);
    Soup made;
    for (std::uint32_t t = 0; t < count; ++t) {
        const glm::vec3 middle(far(chance), far(chance), far(chance));
        for (int c = 0; c < 3; ++c)
            made.positions.push_back(middle +
                                     glm::vec3(near(chance), near(chance), t % 7 == 0 ? 0.0f : near(chance)));
        made.triangles.push_back({3 * t, 3 * t + 1, 3 * t + 2});
        if (t % 11 == 0)
            made.triangles.push_back(made.triangles.back());
    }
    return made;
}

glm::vec3 any_direction(std::mt19937& chance) {
    std::normal_distribution<float> normal;
    return glm::normalize(glm::vec3(normal(chance), normal(chance), normal(chance)));
}

TEST(Bvh, MeetsWhatEachTriangleAloneWouldMeet) {
    std::mt19937 chance(7);
    const Soup all = soup(400, chance);
    const Bvh bvh(all.positions, all.triangles);
    std::vector<Bvh> alone;
    for (const glm::uvec3& triangle : all.triangles)
        alone.emplace_back(all.positions, std::span(&triangle, 1));
    std::normal_distribution<float> far(0.0f, 60.0f);
    int met = 0;
    for (int ray = 0; ray < 3000; ++ray) {
        const glm::vec3 origin(far(chance), far(chance), far(chance)), direction = any_direction(chance);
        const float reach = ray % 3 == 0 ? 30.0f : 1e4f;
        float nearest = reach;
        for (const Bvh& one : alone)
            if (const auto hit = one.nearest(origin, direction, nearest))
                nearest = hit->distance_mm;
        const auto hit = bvh.nearest(origin, direction, reach);
        ASSERT_EQ(hit.has_value(), nearest < reach);
        ASSERT_EQ(bvh.blocked(origin, direction, reach), hit.has_value());
        if (!hit)
            continue;
        ++met;
        ASSERT_EQ(hit->distance_mm, nearest);
        const glm::uvec3 t = all.triangles[hit->triangle];
        const glm::vec3 a = all.positions[t.x], b = all.positions[t.y], c = all.positions[t.z];
        const glm::vec3 place = a + hit->barycentric.x * (b - a) + hit->barycentric.y * (c - a);
        ASSERT_LT(glm::distance(place, origin + hit->distance_mm * direction), 2e-2f);
    }
    EXPECT_GT(met, 100);
}

TEST(Bvh, OfNothingMeetsNothing) {
    const Bvh bvh({}, {});
    EXPECT_FALSE(bvh.nearest({0, 0, 0}, {0, 0, 1}, 1e9f));
    EXPECT_FALSE(bvh.blocked({0, 0, 0}, {0, 0, 1}, 1e9f));
}

TEST(Bvh, BearsManyTrianglesInOnePlace) {
    const std::vector<glm::vec3> positions{{-1, -1, 5}, {1, -1, 5}, {0, 1, 5}};
    const std::vector<glm::uvec3> triangles(5000, glm::uvec3(0, 1, 2));
    const Bvh bvh(positions, triangles);
    const auto hit = bvh.nearest({0, 0, 0}, {0, 0, 1}, 100.0f);
    ASSERT_TRUE(hit);
    EXPECT_FLOAT_EQ(hit->distance_mm, 5.0f);
    EXPECT_FALSE(bvh.blocked({0, 0, 0}, {0, 0, -1}, 100.0f));
}

} // namespace
} // namespace healed::head

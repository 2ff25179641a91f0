#include "head/built_in.h"
#include "head/shaped_form.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <utility>

namespace healed::head {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

std::map<Edge, int> directed_edges(const Mesh& mesh) {
    std::map<Edge, int> uses;
    for (const glm::uvec3& t : mesh.triangles)
        for (int c = 0; c < 3; ++c)
            ++uses[{t[c], t[(c + 1) % 3]}];
    return uses;
}

TEST(BuiltInMesh, HasTheSizeThatWasPromised) {
    EXPECT_GT(built_in().mesh.triangles.size(), 150000u);
    EXPECT_LT(built_in().mesh.triangles.size(), 350000u);
}

TEST(BuiltInMesh, IsClosedAndOrientedButForTheCutBelow) {
    const Mesh& mesh = built_in().mesh;
    const std::map<Edge, int> uses = directed_edges(mesh);
    std::size_t open = 0;
    std::map<std::uint32_t, int> leaving;
    for (const auto& [edge, count] : uses) {
        ASSERT_EQ(count, 1) << "two triangles run along an edge in the same direction";
        if (uses.count({edge.second, edge.first}) == 0) {
            ++open;
            ++leaving[edge.first];
            EXPECT_LT(mesh.vertices[edge.first].position_mm.y, body_bottom_mm + 8.0);
        }
    }
    EXPECT_GT(open, 50u);
    for (const auto& [vertex, count] : leaving)
        EXPECT_EQ(count, 1) << "the rim passes a vertex twice";
}

/// Around each vertex the triangles form one fan, so the surface does not touch itself in a point.
TEST(BuiltInMesh, IsAManifoldAtEachVertex) {
    const Mesh& mesh = built_in().mesh;
    std::vector<std::map<std::uint32_t, std::uint32_t>> next(mesh.vertices.size());
    for (const glm::uvec3& t : mesh.triangles)
        for (int c = 0; c < 3; ++c)
            next[t[c]][t[(c + 1) % 3]] = t[(c + 2) % 3];
    for (std::size_t v = 0; v < next.size(); ++v) {
        ASSERT_FALSE(next[v].empty()) << "vertex " << v << " has no triangle";
        std::map<std::uint32_t, int> arrived;
        for (const auto& [from, to] : next[v])
            ++arrived[to];
        std::uint32_t start = next[v].begin()->first;
        for (const auto& [from, to] : next[v])
            if (arrived.count(from) == 0)
                start = from;
        std::size_t length = 0;
        for (std::uint32_t at = start; length <= next[v].size();) {
            const auto step = next[v].find(at);
            if (step == next[v].end())
                break;
            ++length;
            at = step->second;
            if (at == start)
                break;
        }
        ASSERT_EQ(length, next[v].size()) << "two fans meet at vertex " << v;
    }
}

TEST(BuiltInMesh, IsOnePiece) {
    const Mesh& mesh = built_in().mesh;
    std::vector<std::uint32_t> parent(mesh.vertices.size());
    for (std::uint32_t v = 0; v < parent.size(); ++v)
        parent[v] = v;
    const auto root = [&](std::uint32_t v) {
        while (parent[v] != v)
            v = parent[v] = parent[parent[v]];
        return v;
    };
    for (const glm::uvec3& t : mesh.triangles) {
        parent[root(t.x)] = root(t.y);
        parent[root(t.y)] = root(t.z);
    }
    for (std::uint32_t v = 0; v < parent.size(); ++v)
        ASSERT_EQ(root(v), root(0)) << "a loose piece at vertex " << v;
}

TEST(BuiltInMesh, HasSoundTrianglesAndVertices) {
    const Mesh& mesh = built_in().mesh;
    for (const Vertex& v : mesh.vertices) {
        ASSERT_TRUE(
            std::isfinite(v.position_mm.x + v.position_mm.y + v.position_mm.z + v.chart.x + v.chart.y));
        ASSERT_NEAR(glm::length(v.normal), 1.0f, 1e-4f);
        ASSERT_GE(v.ambient_access, 0.0f);
        ASSERT_LE(v.ambient_access, 1.0f);
        ASSERT_GT(v.thickness_mm, 0.0f);
        ASSERT_LE(v.thickness_mm, 60.0f);
    }
    std::size_t against = 0;
    for (const glm::uvec3& t : mesh.triangles) {
        const Vertex &a = mesh.vertices[t.x], &b = mesh.vertices[t.y], &c = mesh.vertices[t.z];
        const glm::vec3 area = glm::cross(b.position_mm - a.position_mm, c.position_mm - a.position_mm);
        ASSERT_GT(glm::length(area), 1e-3f) << "a triangle without area at " << a.position_mm.x << " "
                                            << a.position_mm.y << " " << a.position_mm.z;
        against += glm::dot(glm::normalize(area), glm::normalize(a.normal + b.normal + c.normal)) < 0.5f;
    }
    EXPECT_EQ(against, 0u) << "triangles that face elsewhere than their normals";
}

TEST(BuiltInMesh, LiesOnTheForm) {
    const Form form = form_of({});
    double worst = 0.0;
    for (std::size_t v = 0; v < built_in().mesh.vertices.size(); v += 3)
        worst = std::max(worst, std::abs(form.distance_mm(built_in().mesh.vertices[v].position_mm)));
    EXPECT_LT(worst, 0.03) << "at a crease of the ear";
}

TEST(BuiltInMesh, IsSymmetric) {
    const Mesh& mesh = built_in().mesh;
    std::map<std::array<float, 3>, const Vertex*> at;
    for (const Vertex& v : mesh.vertices)
        at[{v.position_mm.x, v.position_mm.y, v.position_mm.z}] = &v;
    for (const Vertex& v : mesh.vertices) {
        const auto twin = at.find({-v.position_mm.x, v.position_mm.y, v.position_mm.z});
        ASSERT_NE(twin, at.end());
        EXPECT_EQ(twin->second->ambient_access, v.ambient_access);
        EXPECT_EQ(twin->second->part, v.part);
    }
}

TEST(BuiltInMesh, ShowsEveryPart) {
    std::map<Part, int> count;
    for (const Vertex& v : built_in().mesh.vertices)
        ++count[v.part];
    for (const Part part : {Part::Skin, Part::Lips, Part::Brow, Part::Eyelid, Part::Ear})
        EXPECT_GT(count[part], 300) << int(part);
}

TEST(BuiltInMesh, IsOpenToTheSkyOnTopAndThinAtTheEars) {
    float top = 0.0f, lowest = 1.0f, thinnest_ear = 60.0f, thinnest_crown = 60.0f;
    for (const Vertex& v : built_in().mesh.vertices) {
        if (v.position_mm.y > 120.0f) {
            top = std::max(top, v.ambient_access);
            thinnest_crown = std::min(thinnest_crown, v.thickness_mm);
        }
        lowest = std::min(lowest, v.ambient_access);
        if (v.part == Part::Ear)
            thinnest_ear = std::min(thinnest_ear, v.thickness_mm);
    }
    EXPECT_GT(top, 0.999f);
    EXPECT_LT(lowest, 0.3f);
    EXPECT_LT(thinnest_ear, 5.0f);
    EXPECT_GT(thinnest_crown, 50.0f);
}

TEST(BuiltInMesh, ComesOutTheSameEachTime) {
    const Head again = made_built_in_head();
    ASSERT_EQ(again.mesh.vertices.size(), built_in().mesh.vertices.size());
    for (std::size_t v = 0; v < again.mesh.vertices.size(); ++v) {
        ASSERT_EQ(again.mesh.vertices[v].position_mm, built_in().mesh.vertices[v].position_mm);
        ASSERT_EQ(again.mesh.vertices[v].normal, built_in().mesh.vertices[v].normal);
        ASSERT_EQ(again.mesh.vertices[v].ambient_access, built_in().mesh.vertices[v].ambient_access);
        ASSERT_EQ(again.mesh.vertices[v].thickness_mm, built_in().mesh.vertices[v].thickness_mm);
    }
    EXPECT_EQ(again.mesh.triangles, built_in().mesh.triangles);
    EXPECT_EQ(again.chart.position_mm, built_in().chart.position_mm);
    EXPECT_EQ(again.chart.on_scalp, built_in().chart.on_scalp);
}

} // namespace
} // namespace healed::head

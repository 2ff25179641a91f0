#include "render/seen_triangles.h"
#include "studio.h"

#include <set>
#include <tuple>

namespace healed::render {
namespace {

using Numbers = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

Numbers numbers(glm::uvec3 triangle) {
    return {triangle.x, triangle.y, triangle.z};
}

std::set<Numbers> seen_by(SeenTriangles& triangles, const Camera& camera) {
    triangles.look_from(camera, 1.0f);
    std::set<Numbers> seen;
    const std::vector<glm::uvec3> all = triangles.buffer().download();
    for (std::uint32_t i = 0; i < triangles.count(); ++i)
        seen.insert(numbers(all[i]));
    return seen;
}

TEST(SeenTriangles, LeaveOutNothingThatFacesACamera) {
    const head::Head head = test::ball(90.0f);
    SeenTriangles triangles(test::device(), "ball", head.mesh, head.mesh.triangles);
    for (const float frame_mm : {260.0f, 60.0f}) {
        const Camera camera = test::camera_from({0.3f, 0.2f, 1}, frame_mm);
        const std::set<Numbers> seen = seen_by(triangles, camera);
        for (const glm::uvec3& triangle : head.mesh.triangles) {
            const head::Vertex& vertex = head.mesh.vertices[triangle.x];
            const glm::vec3 from_eye = vertex.position_mm - camera.position_mm;
            const float reach = camera.tan_half_height * glm::dot(from_eye, camera.forward);
            const bool within = std::abs(glm::dot(from_eye, camera.right)) < reach &&
                                std::abs(glm::dot(from_eye, camera.up)) < reach;
            if (within && glm::dot(vertex.normal, from_eye) < 0.0f) {
                EXPECT_TRUE(seen.contains(numbers(triangle)));
            }
        }
        EXPECT_LT(static_cast<double>(seen.size()),
                  (frame_mm < 100.0f ? 0.2 : 0.8) * static_cast<double>(head.mesh.triangles.size()));
    }
}

TEST(SeenTriangles, FollowTheCamera) {
    const head::Head head = test::ball(90.0f);
    SeenTriangles triangles(test::device(), "ball", head.mesh, head.mesh.triangles);
    const std::set<Numbers> before = seen_by(triangles, test::camera_from({0, 0, 1}, 260.0f));
    const std::set<Numbers> behind = seen_by(triangles, test::camera_from({0, 0, -1}, 260.0f));
    EXPECT_NE(before, behind);
    std::set<Numbers> either = before;
    either.insert(behind.begin(), behind.end());
    std::set<Numbers> all;
    for (const glm::uvec3& triangle : head.mesh.triangles)
        all.insert(numbers(triangle));
    EXPECT_EQ(either, all) << "from both sides together all of it is seen";
}

} // namespace
} // namespace healed::render

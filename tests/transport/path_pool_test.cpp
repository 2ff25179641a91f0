#include "../gpu_device.h"
#include "transport/adding_doubling.h"
#include "transport/path_pool.h"

#include <limits>

namespace healed::transport {
namespace {

const skin::OpticalStack skin_like{
    .index_below = 1.4,
    .layers = {{0.08, 1.4, 0.78, 0.6, 26.0},
               {std::numeric_limits<double>::infinity(), 1.4, 0.78, 0.25, 17.0}}};

TEST(PathPool, PathsStartAtTheDetectorAndLeaveThroughTheSurface) {
    const PathPool pool = walk_paths(test::device(), skin_like, Incidence::Diffuse, 4'000, 3);
    const std::vector<glm::vec3> vertices = pool.vertices.download();
    ASSERT_GT(pool.paths.size(), 500u);
    for (const PooledPath& path : pool.paths) {
        ASSERT_GE(path.count, 2u);
        EXPECT_EQ(vertices[path.first], glm::vec3(0.0f));
        EXPECT_EQ(vertices[path.first + path.count - 1].z, 0.0f);
        for (std::uint32_t i = 1; i + 1 < path.count; ++i)
            ASSERT_GE(vertices[path.first + i].z, 0.0f);
        EXPECT_GT(path.weight, 0.0f);
        EXPECT_LE(path.weight, 1.0f);
    }
}

TEST(PathPool, BareReflectanceAgreesWithAddingDoubling) {
    const PathPool pool = walk_paths(test::device(), skin_like, Incidence::Diffuse, 60'000, 4);
    EXPECT_NEAR(pool.bare_reflectance, plane_reflectance(skin_like).reflectance_diffuse, 0.004);
}

} // namespace
} // namespace healed::transport

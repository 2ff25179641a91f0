#include "gpu/commands.h"
#include "gpu_device.h"
#include "healed_test_shaders.h"
#include "triangles.h"

#include <algorithm>

namespace healed::gpu {
namespace {

constexpr std::uint32_t side = 64;

/// The upper left half of the screen at depth 0.5, then all of it at depth 0.75; counter-clockwise on the
/// screen.
const std::vector<glm::vec3> half_before_whole = {
    {-1.0f, -1.0f, 0.5f},  {-1.0f, 1.0f, 0.5f},  {1.0f, -1.0f, 0.5f}, //
    {-1.0f, -1.0f, 0.75f}, {-1.0f, 3.0f, 0.75f}, {3.0f, -1.0f, 0.75f},
};

struct Picture {
    std::vector<std::uint32_t> numbers;
    std::vector<float> depths;
};

Picture draw(const std::vector<glm::vec3>& triangles, Cull cull) {
    Device& device = test::device();
    const GraphicsPass<passes::Triangles> pass{
        device, {.colour = {Format::r32ui}, .cull = cull}, healed_test_shader};
    const Buffer<glm::vec3> corners(device, "corners", triangles);
    const Image numbers(device, "numbers", Format::r32ui, {.width = side, .height = side});
    const Image depth(device, "depth", Format::depth32f, {.width = side, .height = side});
    Commands commands(device, "triangles");
    commands.clear(depth, {1.0f});
    commands.draw(pass, {.corners = corners}, {.shift = {0.0f, 0.0f}},
                  {.colour = {&numbers}, .depth = &depth}, static_cast<std::uint32_t>(triangles.size()));
    const std::vector<PassTime> times = commands.submit_and_wait();
    EXPECT_EQ(times.back().label, "triangles");
    return {numbers.download<std::uint32_t>(), depth.download<float>()};
}

TEST(Raster, NearestTriangleLeavesItsNumber) {
    const Picture picture = draw(half_before_whole, Cull::none);
    for (std::uint32_t y = 0; y < side; ++y)
        for (std::uint32_t x = 0; x < side; ++x) {
            if (x + y + 1 == side)
                continue; // the diagonal runs through these pixel centres
            const bool is_near = x + y + 1 < side;
            ASSERT_EQ(picture.numbers[y * side + x], is_near ? 1u : 2u) << x << ", " << y;
            ASSERT_EQ(picture.depths[y * side + x], is_near ? 0.5f : 0.75f) << x << ", " << y;
        }
}

TEST(Raster, CullsWhatRunsClockwise) {
    std::vector<glm::vec3> clockwise = half_before_whole;
    std::swap(clockwise[1], clockwise[2]);
    const Picture picture = draw(clockwise, Cull::back);
    EXPECT_EQ(std::count(picture.numbers.begin(), picture.numbers.end(), 2u), side * side);
}

} // namespace
} // namespace healed::gpu

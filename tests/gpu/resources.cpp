#include "base/error.h"
#include "gpu/commands.h"
#include "gpu_device.h"
#include "healed_test_shaders.h"
#include "layers.h"

#include <cstring>

namespace healed::gpu {
namespace {

/// A different value for each byte of a few hundred, and never a NaN in any float format.
std::vector<std::uint8_t> distinct_bytes(std::size_t count) {
    std::vector<std::uint8_t> bytes(count);
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 37 % 59);
    return bytes;
}

TEST(Buffers, GiveBackWhatWasUploaded) {
    struct Mixed {
        float a;
        glm::vec3 b;
        std::uint32_t c;
    };
    std::vector<Mixed> elements;
    for (std::uint32_t i = 0; i < 1'237; ++i)
        elements.push_back({static_cast<float>(i), glm::vec3(0.5f, static_cast<float>(i), -1.0f), i * i});
    Buffer<Mixed> buffer(test::device(), "mixed", elements);
    const std::vector<Mixed> back = buffer.download();
    ASSERT_EQ(back.size(), elements.size());
    EXPECT_EQ(std::memcmp(back.data(), elements.data(), elements.size() * sizeof(Mixed)), 0);
}

TEST(Buffers, AreFilledAndCopiedInOrder) {
    Device& device = test::device();
    const Buffer<std::uint32_t> first(device, "first", 1'000);
    const Buffer<std::uint32_t> second(device, "second", 1'000);
    Commands commands(device, "fill and copy");
    commands.fill(first, 7);
    commands.fill(second, 9);
    commands.copy(first, second, 500 * sizeof(std::uint32_t));
    commands.submit_and_wait();
    const std::vector<std::uint32_t> back = second.download();
    for (std::size_t i = 0; i < back.size(); ++i)
        ASSERT_EQ(back[i], i < 500 ? 7u : 9u);
}

TEST(Buffers, RefuseSizesThatNoShaderCanBind) {
    EXPECT_THROW(Buffer<float>(test::device(), "empty", 0), Error);
    try {
        const BufferMemory huge(test::device(), "huge", VkDeviceSize{1} << 40);
        FAIL() << "a buffer of 1 TiB was made";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("'huge': 1099511627776 bytes"), std::string::npos)
            << error.what();
    }
}

template <typename Texel>
void expect_round_trip(Format format, Extent extent) {
    Image image(test::device(), traits(format).name, format, extent);
    std::vector<Texel> texels(image.texels());
    const std::vector<std::uint8_t> bytes = distinct_bytes(texels.size() * sizeof(Texel));
    std::memcpy(texels.data(), bytes.data(), bytes.size());
    image.upload<Texel>(texels);
    const std::vector<Texel> back = image.download<Texel>();
    EXPECT_EQ(std::memcmp(back.data(), texels.data(), bytes.size()), 0) << traits(format).name;
}

TEST(Images, GiveBackWhatWasUploadedInEveryFormat) {
    using Pair = std::array<std::uint32_t, 2>;
    using Four = std::array<std::uint32_t, 4>;
    const Extent odd{.width = 37, .height = 23};
    const Extent layered{.width = 9, .height = 14, .layers = 5};
    for (const Extent& extent : {odd, layered}) {
        expect_round_trip<std::uint16_t>(Format::r16f, extent);
        expect_round_trip<float>(Format::r32f, extent);
        expect_round_trip<std::uint32_t>(Format::rg16f, extent);
        expect_round_trip<Pair>(Format::rg32f, extent);
        expect_round_trip<Pair>(Format::rgba16f, extent);
        expect_round_trip<Four>(Format::rgba32f, extent);
        expect_round_trip<std::uint32_t>(Format::r32ui, extent);
        expect_round_trip<Four>(Format::rgba32ui, extent);
        expect_round_trip<std::uint8_t>(Format::r8, extent);
        expect_round_trip<std::uint32_t>(Format::rgba8, extent);
        expect_round_trip<float>(Format::depth32f, extent);
    }
}

TEST(Images, StartAtZeroAndAreClearedInEveryLayer) {
    Device& device = test::device();
    const Image marks(device, "marks", Format::r32ui, {.width = 5, .height = 4, .layers = 3});
    const Image depth(device, "depth", Format::depth32f, {.width = 6, .height = 7});
    EXPECT_EQ(marks.download<std::uint32_t>(), std::vector<std::uint32_t>(60, 0));
    Commands commands(device, "clear");
    commands.clear(marks, {42.0f});
    commands.clear(depth, {1.0f});
    commands.submit_and_wait();
    EXPECT_EQ(marks.download<std::uint32_t>(), std::vector<std::uint32_t>(60, 42));
    EXPECT_EQ(depth.download<float>(), std::vector<float>(42, 1.0f));
}

TEST(Images, AreStoredToAndSampledByAShader) {
    Device& device = test::device();
    const Pass<passes::Layers> layers{device, healed_test_shader};
    Image stack(device, "stack", Format::r32f, {.width = 19, .height = 11, .layers = 3});
    stack.upload<float>(std::vector<float>(stack.texels(), 0.25f));
    const Image marks(device, "marks", Format::r32ui, {.width = 19, .height = 11});
    Image picture(device, "picture", Format::r32f, {.width = 4, .height = 1});
    picture.upload<float>(std::vector<float>{1.0f, 4.0f, 0.0f, 0.0f});
    const Buffer<float> between(device, "between", 2);
    Commands commands(device, "layers");
    commands.dispatch(layers, {.stack = stack, .marks = marks, .picture = picture, .between = between},
                      {.step = 0.5f}, {19, 11, 3});
    commands.submit_and_wait();
    const std::vector<float> values = stack.download<float>();
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_EQ(values[i], 0.25f + 0.5f * static_cast<float>(i / (19 * 11)));
    EXPECT_EQ(marks.download<std::uint32_t>(), std::vector<std::uint32_t>(19 * 11, 3));
    EXPECT_NEAR(between.download()[0], 2.5f, 0.02f);
    EXPECT_EQ(between.download()[1], 4.0f);
}

TEST(Images, RefuseSidesOutsideTheDevice) {
    EXPECT_THROW(Image(test::device(), "flat", Format::r32f, {.width = 0, .height = 4}), Error);
    EXPECT_THROW(Image(test::device(), "wide", Format::r32f, {.width = 1'000'000, .height = 4}), Error);
    EXPECT_THROW(Image(test::device(), "deep", Format::r32f, {.width = 4, .height = 4, .layers = 0}), Error);
}

} // namespace
} // namespace healed::gpu

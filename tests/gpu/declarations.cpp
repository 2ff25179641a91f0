#include "base/error.h"
#include "dependent.h"
#include "gpu/commands.h"
#include "gpu_device.h"
#include "healed_test_shaders.h"
#include "layers.h"

namespace healed::gpu {
namespace {

/// What the shader dependent.comp is wrongly said to bind.
template <typename Wrong, typename WrongParams = passes::Dependent::Params>
struct Misdeclared {
    static constexpr const char* stem = "dependent";
    static constexpr std::array<std::uint32_t, 3> local_size = {64, 1, 1};
    using Bindings = Wrong;
    using Params = WrongParams;
};

struct Unknown : passes::Dependent {
    static constexpr const char* stem = "unknown";
};

template <typename Declared>
std::string refusal() {
    try {
        const Pass<Declared> pass{test::device(), healed_test_shader};
    } catch (const Error& error) {
        return error.what();
    }
    return "was not refused";
}

using Number = std::uint32_t;

template <typename Bindings>
concept TakesBoth = requires(const Buffer<Number>& numbers) {
    Bindings{.source = numbers, .target = numbers};
};
template <typename Bindings>
concept TakesOne = requires(const Buffer<Number>& numbers) {
    Bindings{.source = numbers};
};
template <typename Bindings>
concept TakesMisspelt = requires(const Buffer<Number>& numbers) {
    Bindings{.source = numbers, .taget = numbers};
};
template <typename Bindings>
concept TakesFloats = requires(const Buffer<float>& floats) {
    Bindings{.source = floats, .target = floats};
};

// What a call may not say does not compile.
static_assert(TakesBoth<passes::Dependent::Bindings>);
static_assert(!TakesOne<passes::Dependent::Bindings>);
static_assert(!TakesMisspelt<passes::Dependent::Bindings>);
static_assert(!TakesFloats<passes::Dependent::Bindings>);

TEST(Declarations, RefuseAnotherKind) {
    struct Bindings {
        BufferRef<0, Number> source;
        ImageRef<1, Format::r32f, Shape::image2D> target;
    };
    EXPECT_EQ(refusal<Misdeclared<Bindings>>(),
              "pass 'dependent': binding 1 is an image of r32f in dependent.h and a "
              "buffer of 4-byte elements in the shader");
}

TEST(Declarations, RefuseAnotherElementSize) {
    struct Bindings {
        BufferRef<0, glm::vec3> source;
        BufferRef<1, Number> target;
    };
    EXPECT_EQ(refusal<Misdeclared<Bindings>>(),
              "pass 'dependent': binding 0 is a buffer of 12-byte elements in "
              "dependent.h and a buffer of 4-byte elements in the shader");
}

TEST(Declarations, RefuseAMissingBinding) {
    struct Bindings {
        BufferRef<0, Number> source;
    };
    EXPECT_EQ(refusal<Misdeclared<Bindings>>(),
              "pass 'dependent': the shader uses binding 1 (a buffer of 4-byte "
              "elements), which dependent.h does not declare");
}

TEST(Declarations, RefuseABindingThatNoShaderUses) {
    struct Bindings {
        BufferRef<0, Number> source;
        BufferRef<1, Number> target;
        TextureRef<2, Shape::sampler2D> picture;
    };
    EXPECT_EQ(refusal<Misdeclared<Bindings>>(),
              "pass 'dependent': dependent.h declares binding 2 (a texture), which the shader does not use");
}

TEST(Declarations, RefuseANumberUsedTwice) {
    struct Bindings {
        BufferRef<0, Number> source;
        BufferRef<1, Number> target;
        BufferRef<1, Number> again;
    };
    EXPECT_EQ(refusal<Misdeclared<Bindings>>(), "pass 'dependent': dependent.h declares binding 1 twice");
}

TEST(Declarations, RefuseAnotherSizeOfParams) {
    struct Params {
        Number factor;
    };
    EXPECT_EQ((refusal<Misdeclared<passes::Dependent::Bindings, Params>>()),
              "pass 'dependent': Params has 4 bytes in dependent.h and 8 in the shader");
}

TEST(Declarations, RefuseAShaderThatIsNotThere) {
    EXPECT_EQ(refusal<Unknown>(), "shader 'unknown.comp': not in this program");
}

TEST(Declarations, RefuseAnImageOfAnotherFormatOrWithLayers) {
    Device& device = test::device();
    const Pass<passes::Layers> layers{device, healed_test_shader};
    const Image stack(device, "stack", Format::r32f, {.width = 4, .height = 4});
    const Image colour(device, "colour", Format::rgba8, {.width = 4, .height = 4});
    const Image marks(device, "marks", Format::r32ui, {.width = 4, .height = 4});
    const Image many(device, "many", Format::r32ui, {.width = 4, .height = 4, .layers = 2});
    const Buffer<float> between(device, "between", 2);
    const auto refused = [&](const Image& first, const Image& second) -> std::string {
        Commands commands(device, "refused");
        try {
            commands.dispatch(layers, {.stack = first, .marks = second, .picture = stack, .between = between},
                              {.step = 1.0f}, {4, 4});
        } catch (const Error& error) {
            return error.what();
        }
        return "was not refused";
    };
    EXPECT_EQ(refused(colour, marks), "pass 'layers': binding 0 wants r32f, image 'colour' is rgba8");
    EXPECT_EQ(refused(stack, many), "pass 'layers': binding 1 wants one layer, image 'many' has 2");
}

} // namespace
} // namespace healed::gpu

// Declares a pass once for both languages. shaders/passes/splat.h, included by splat.comp and by C++, reads
//
//     // Adds up the absorbing area of the dots in each texel of the field.
//     #ifndef PASS_SPLAT // glslc knows no #pragma once
//     #define PASS_SPLAT
//     #include "declare_pass.h"
//     #include "passes/dot.h" // a struct that several passes share
//
//     PASS(Splat, splat, 64, 1, 1) // C++ name, file stem, local size
//     struct Params {              // push constants, scalar layout, at most 128 bytes
//         float texel_mm;
//         uint dot_count;
//     };
//     BINDINGS
//     READS(0, Dot, dots);                 // buffer of Dot dots[], read only
//     UNIFORM(4, Rules, rules);            // buffer of one Rules rules[1], read alike by all, at most 16 KiB
//     WRITES(1, uint, counts);             // buffer of uint counts[], read and written
//     IMAGE(2, r32f, image2DArray, field); // for imageLoad, imageStore and atomics
//     TEXTURE(3, sampler2D, depth);        // for texture (linear, clamped) and texelFetch
//     PASS_END
//     #endif
//
// and the shader holds `#include "passes/splat.h"` and a main() that uses dots[i], field and params.texel_mm.
// In C++ `gpu::Pass<passes::Splat> splat{device};` makes the pipeline and
// `commands.dispatch(splat, {.dots = dots, .counts = counts, .field = field, .depth = depth},
// {.texel_mm = 0.1f, .dot_count = n}, {n});` runs it. GRAPHICS_PASS(Visibility, visibility) declares a pair
// visibility.vert and visibility.frag in the same way; it only reads its buffers.
#ifndef HEALED_DECLARE_PASS
#define HEALED_DECLARE_PASS

#include "bridge.h"

#ifdef __cplusplus

#include "gpu/binding.h"

// clang-format off
/// Structs that several passes share stand between SHARED and SHARED_END, in a header with include guards.
#define SHARED namespace healed::passes { using namespace shader_types;
#define SHARED_END }
#define GRAPHICS_PASS(Name, file_stem) SHARED struct Name { static constexpr const char* stem = #file_stem;
#define PASS(Name, file_stem, x, y, z) \
    GRAPHICS_PASS(Name, file_stem) static constexpr std::array<std::uint32_t, 3> local_size = {x, y, z};
#define BINDINGS struct Bindings {
#define READS(number, Element, name) gpu::BufferRef<number, Element> name
#define WRITES(number, Element, name) gpu::BufferRef<number, Element> name
#define UNIFORM(number, Element, name) gpu::UniformRef<number, Element> name
#define IMAGE(number, format, shape, name) gpu::ImageRef<number, gpu::Format::format, gpu::Shape::shape> name
#define TEXTURE(number, shape, name) gpu::TextureRef<number, gpu::Shape::shape> name
#define PASS_END }; }; SHARED_END

#else

#define SHARED
#define SHARED_END
#define GRAPHICS_PASS(Name, file_stem)
#define PASS(Name, file_stem, x, y, z) layout(local_size_x = x, local_size_y = y, local_size_z = z) in;
#define BINDINGS
#define READS(number, Element, name) layout(binding = number, scalar) readonly buffer name##_ { Element name[]; }
#define WRITES(number, Element, name) layout(binding = number, scalar) buffer name##_ { Element name[]; }
#define UNIFORM(number, Element, name) layout(binding = number, scalar) uniform name##_ { Element name[1]; }
#define IMAGE(number, format, shape, name) layout(binding = number, format) uniform shape name
#define TEXTURE(number, shape, name) layout(binding = number) uniform shape name
#define PASS_END layout(push_constant, scalar) uniform Push { Params params; };
// clang-format on

#endif
#endif

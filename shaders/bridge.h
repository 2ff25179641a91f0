// One text, two languages: what shaders/physics/*.glsl and the headers in shaders/passes mean.
//
// A physics file looks like this. It includes nothing; physics.glsl lists the files in order of dependence.
//
//     /// Transmittance of a slab, Beer–Lambert. mu_a: absorption, 1/mm; d: thickness, mm.
//     inline Number transmittance(InverseLength mu_a, Length d) {
//         return exp(-(mu_a * d));
//     }
//
// GLSL includes "physics.glsl". C++ in float includes "physics.h" and calls
// healed::physics::transmittance(0.1f, 2.0f). C++ in double, with dimensions checked, includes
// "checked_physics.h" and calls healed::checked_physics::transmittance(InverseLength(0.1), Length(2.0)).
// The two namespaces share no symbol.
//
// Dialect that both compilers take: `f` literals; no mixing of int and float; no swizzles; no out parameters;
// no struct or array constructors (declare a struct, assign its members, return it). Length(0.1f) gives a
// number its unit.
#ifndef HEALED_BRIDGE
#define HEALED_BRIDGE

#ifdef __cplusplus

#include <glm/glm.hpp>

namespace healed::shader_types {
using glm::ivec2, glm::ivec3, glm::ivec4, glm::uvec2, glm::uvec3, glm::uvec4;
using glm::vec2, glm::vec3, glm::vec4, glm::mat2, glm::mat3, glm::mat4;
using uint = glm::uint;
} // namespace healed::shader_types

#else

#extension GL_EXT_scalar_block_layout : require
#extension GL_EXT_shader_explicit_arithmetic_types_int64 : require
#extension GL_EXT_shader_atomic_int64 : require

#define inline
#define Number float
#define Length float
#define Area float
#define InverseLength float
#define InverseArea float
#define Time float
#define InverseTime float

#endif
#endif

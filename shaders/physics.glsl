// Every physics file, each after those that it calls. C++ compiles it once in float and once in double.
#if defined(__cplusplus) || !defined(HEALED_PHYSICS)
#define HEALED_PHYSICS
#include "physics/optics.glsl"
#include "physics/random.glsl"
#include "physics/walk.glsl"
#include "physics/unit_shapes.glsl"
#include "physics/absorbers.glsl"
#include "physics/darkening.glsl"
#include "physics/veil.glsl"
#include "physics/marks.glsl"
#endif

// Every physics file, each after those that it calls.
#include "physics/optics.glsl"
#include "physics/random.glsl"
#include "physics/walk.glsl"
#include "physics/absorbers.glsl"
#include "physics/darkening.glsl"
#include "physics/veil.glsl"
#include "physics/marks.glsl"

#include "passes/walk_optics.h"

const bool any_depth = true;
#include "passes/exit_tally.glsl"

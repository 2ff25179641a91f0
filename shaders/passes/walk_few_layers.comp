#include "passes/walk_few_layers.h"

const bool any_depth = false;
#include "passes/exit_tally.glsl"

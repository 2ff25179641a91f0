#include "passes/visibility.h"

layout(location = 0) flat in uint triangle_plus_one;
layout(location = 0) out uint seen;

void main() { seen = triangle_plus_one; }

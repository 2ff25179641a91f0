#include "passes/visibility.h"

layout(location = 0) out uint seen;

void main() { seen = uint(gl_PrimitiveID) + 1u; }

#include "passes/occluders.h"

layout(location = 0) in float distance_mm;
layout(location = 0) out float nearest_mm;

void main() { nearest_mm = distance_mm; }

#include "triangles.h"

layout(location = 0) flat in uint triangle;
layout(location = 0) out uint number;

void main() {
    number = triangle + 1u;
}

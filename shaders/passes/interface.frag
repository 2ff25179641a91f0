#include "passes/interface.h"

layout(location = 0) in vec2 texture_place;
layout(location = 1) in vec4 colour;
layout(location = 0) out vec4 seen;

void main() {
    vec4 display = colour * texture(picture, texture_place);
    seen = params.blue_first != 0u ? display.bgra : display;
}

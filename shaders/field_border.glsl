// What lies beyond the edge of a field: the field again, or its edge.
ivec2 within_field(ivec2 texel, ivec2 size, uint periodic) {
    return periodic == 1u ? (texel + size) % size : clamp(texel, ivec2(0), size - 1);
}

// The light of a piece of hair, and its sums over samples. Needs what shading/strand_raster.glsl and shading/hair.glsl need,
// shading/hair_slabs.glsl, and the image `sums`.

/// Optical depth of stubble to light from all about, of its side area, half of it over a hair's middle.
const float stubble_depth = 0.6;

vec3 light;

/// A hair seen wide is darker towards its sides, where less of its light turns to the eye. Mean 1 over the width.
float roundness(float across, float half_width) {
    float inside = 1.0 - min(across * across, 1.0);
    return mix(1.0, 0.55 + 0.573 * sqrt(inside), smoothstep(0.5, 1.5, half_width));
}

void add(ivec2 texel, float weight, float across, float half_width) {
    vec3 xyz = weight * light * roundness(across, half_width);
    imageAtomicAdd(sums, ivec3(texel, 0), uint(weight));
    imageAtomicAdd(sums, ivec3(texel, 1), uint(xyz.x));
    imageAtomicAdd(sums, ivec3(texel, 2), uint(xyz.y));
    imageAtomicAdd(sums, ivec3(texel, 3), uint(xyz.z));
}

/// With nothing but skin and stubble about it.
LitHair lit_hair(SeenPiece seen) {
    HeadVertex vertex = vertices[seen.piece.vertex];
    LampsSeen lamps = lamps_seen[seen.piece.vertex];
    LitHair hair;
    hair.point = seen.middle;
    hair.tangent = seen.tangent;
    hair.to_eye = seen.to_eye;
    hair.skin_normal = vertex.normal;
    hair.radius = 0.5 * (seen.piece.from_radius + seen.piece.to_radius);
    hair.melanin = seen.piece.grey_years > frame[0].years ? seen.piece.melanin : 0.0;
    hair.free = vertex.access;
    hair.skin_seen = 1.0;
    hair.open = exp(-stubble_depth * stubble[seen.piece.vertex].side_area);
    hair.in_view = lamps.seen / max(lamps.all, vec4(1e-4));
    // Stubble stands in half of the shadow that it casts on its skin.
    hair.through_hair = sqrt(lamps.past_hair);
    return hair;
}

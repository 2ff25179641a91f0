// From groups of 8 × 8 invocations to the samples of the tiles that passes/find_tiles listed. Needs the buffer `tiles`.
//
// Passes over tiles do not leave early and unroll their loops over lamps and bands: in software, uniform values are read
// once for all lanes only outside of control flow, and lane by lane within it.
#extension GL_EXT_control_flow_attributes : require

/// Beyond the picture's edge the last sample again.
ivec2 sample_of_tile(uvec2 size) {
    return ivec2(min(8u * tiles[gl_WorkGroupID.x] + gl_LocalInvocationID.xy, size - 1u));
}

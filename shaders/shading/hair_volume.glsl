// What long hair leaves of the light at a point. Needs a buffer `voxels` of passes/hair_voxel.h.

struct HairAbout {
    vec4 lamps;         // share of each
    float sky;          // share
    float depth_per_mm; // optical
};

vec4 unpacked(uint bits) { return unpackUnorm4x8(bits); }

HairAbout hair_about(HairGrid grid, vec3 point) {
    HairAbout about;
    about.lamps = vec4(1.0);
    about.sky = 1.0;
    about.depth_per_mm = 0.0;
    if (grid.count.x == 0u)
        return about;
    vec3 at = clamp((point - grid.low) / grid.side - 0.5, vec3(0.0), vec3(grid.count) - 1.001);
    uvec3 base = uvec3(at);
    vec3 part = at - vec3(base);
    vec4 lamps = vec4(0.0), around = vec4(0.0);
    for (uint corner = 0u; corner < 8u; ++corner) {
        uvec3 step = uvec3(corner & 1u, corner >> 1u & 1u, corner >> 2u);
        vec3 near = mix(1.0 - part, part, vec3(step));
        uvec3 cell = min(base + step, grid.count - 1u);
        HairVoxel voxel = voxels[(cell.z * grid.count.y + cell.y) * grid.count.x + cell.x];
        float weight = near.x * near.y * near.z;
        lamps += weight * unpacked(voxel.lamps);
        around += weight * unpacked(voxel.around);
    }
    about.lamps = lamps;
    about.sky = around.x;
    about.depth_per_mm = around.y * most_hair_depth_per_mm;
    return about;
}

// What long hair leaves of the light in a cube of space.
#ifndef HEALED_HAIR_VOXEL
#define HEALED_HAIR_VOXEL

#include "declare_pass.h"

SHARED
struct HairVoxel {
    uint lamps; // share of each lamp, 8 bits each, the first lowest
    uint around; // 8 bits each: share of the sky, and optical depth a mm over most_hair_depth_per_mm
};

struct HairGrid {
    vec3 low;    // mm
    float side;  // of a voxel, mm
    uvec3 count; // along x, y, z; z slowest; 0: no long hair
};

const float most_hair_depth_per_mm = 2.0f;
SHARED_END

#endif

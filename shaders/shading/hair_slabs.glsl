// Where along the line of sight long hair lies: slabs that grow with the distance from its front, as in C. Yuksel & J.
// Keyser, Deep Opacity Maps (EGSR 2008), seen from the camera. Layers of an image of unsigned numbers: the front; two
// slabs of -ln(1 - coverage) each; their sum.

const uint front_layer = 0u, first_slab_layer = 1u, sum_layer = 5u;
const int slab_count = 8;
const float first_slab_mm = 0.3; // each further one ends twice as far from the front
const float slab_fixed_point = 512.0;
const float sum_fixed_point = 65536.0;
const float depth_fixed_point = 256.0;
/// What covers less of a sample is no front: a single hair that flies before the others.
const float least_front = 0.15;
const float most_opaque = 0.995;

float optical_depth(float covered) { return -log(1.0 - min(covered, most_opaque)); }

uint packed_front(float depth_mm) { return 0xffffffffu - uint(depth_mm * depth_fixed_point); }
float front_of(uint bits) { return float(0xffffffffu - bits) / depth_fixed_point; }

int slab_of(float behind_front_mm) {
    return clamp(int(floor(log2(max(behind_front_mm, 1e-3) / first_slab_mm))) + 1, 0, slab_count - 1);
}

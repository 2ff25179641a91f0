// Four signed numbers a texel are summed over spots as integers, so that their order does not matter: two in each word of
// 64 bits, in so many steps to 1. A word is the sum of low + 2^32 high; as long as each sum fits in 32 bits, both can be
// told from it, whatever their signs.

// Of what one spot adds to one texel, and of what a texel holds at 2^24 steps.
const float most_at_once = 16.0f;

uint64_t packed_pair(vec2 pair, float steps) {
    vec2 whole = floor(clamp(pair, -most_at_once, most_at_once) * steps + 0.5f);
    return (uint64_t(int64_t(int(whole.y))) << 32) + uint64_t(int64_t(int(whole.x)));
}

vec2 unpacked_pair(uint64_t sum, float steps) {
    int low = int(uint(sum & 0xfffffffful));
    int high = int(uint((sum - uint64_t(int64_t(low))) >> 32));
    return vec2(low, high) / steps;
}

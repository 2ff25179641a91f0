// Dark shares are summed as integers, so that their order does not matter: the share of a band in the lower half of 64
// bits, the same times the most in the upper half, both in steps of 2^-24. Shares stay far below the 256 that fit.
const float dark_steps = 16777216.0f;
const float most_at_once = 16.0f;

uint64_t packed_dark(float share, float weighted) {
    uint low = uint(min(share, most_at_once) * dark_steps + 0.5f);
    uint high = uint(min(weighted, most_at_once) * dark_steps + 0.5f);
    return (uint64_t(high) << 32) | uint64_t(low);
}

vec2 unpacked_dark(uint64_t sum) {
    return vec2(uint(sum & 0xfffffffful), uint(sum >> 32)) / dark_steps;
}

// Random numbers: xoroshiro64* of Blackman & Vigna (2018), period 2^64 - 1, seeded through the 32-bit finaliser of
// MurmurHash3 (Appleby 2011). Integers only, so a seed gives the same stream on every device and in C++.

struct RandomState {
    uint a;
    uint b;
};

inline uint scrambled(uint x) {
    x = (x ^ (x >> 16)) * 0x85ebca6bu;
    x = (x ^ (x >> 13)) * 0xc2b2ae35u;
    return x ^ (x >> 16);
}

// A stream of its own for each (seed, stream) pair.
inline RandomState random_stream(uint seed, uint stream) {
    RandomState s;
    s.a = scrambled(seed ^ scrambled(stream + 0x9e3779b9u));
    s.b = scrambled(s.a + 0x6a09e667u + stream) | 1u;
    return s;
}

inline RandomState next_random(RandomState s) {
    uint mixed = s.b ^ s.a;
    RandomState next;
    next.a = ((s.a << 26) | (s.a >> 6)) ^ mixed ^ (mixed << 9);
    next.b = (mixed << 13) | (mixed >> 19);
    return next;
}

// Uniform in [0, 1), 24 bits.
inline Number uniform_of(RandomState s) {
    return float((s.a * 0x9e3779bbu) >> 8) * 5.9604644775390625e-8f;
}

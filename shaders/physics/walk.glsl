// One photon through a stack of plane layers: free flight by optical depth, Henyey–Greenstein scattering, Fresnel at every
// interface, absorption carried as weight (Wang, Jacques & Zheng 1995, MCML; continuous absorption weighting). Depth z runs
// downwards from the surface; the caller keeps the layers and hands over the one that the photon is in.

// A layer and the refractive indices of what lies next to it. A last layer without end has its bottom at `endless`.
struct Layer {
    Length top;
    Length bottom;
    Number index;
    Number index_above;
    Number index_below;
    Number anisotropy;
    InverseLength absorption;
    InverseLength scattering;
};

const float endless = 1e9f;

const uint photon_walking = 0u;
const uint photon_left_above = 1u;
const uint photon_left_below = 2u;
const uint photon_died = 3u;

struct Photon {
    Length x;
    Length y;
    Length z;
    Number ux;
    Number uy;
    Number uz;
    Number weight;
    Number absorbed; // optical depth of absorption that the weight has still to pay
    Number flight;   // optical depth left until the next scattering event
    uint layer;
    uint fate;
    RandomState random;
};

// Below this weight a photon plays Russian roulette: it survives one time in ten, ten times heavier.
const float roulette_weight = 1e-4f;
const float roulette_survival = 0.1f;

// After so many events, and at each doubling of their number, it plays another.
const uint long_walk = 4096u;
const float long_walk_survival = 0.70710678f;

// Cosine and sine of an angle drawn evenly from the whole circle. Half the angle lies within a quarter turn of 0, where the
// sine is a short polynomial (Hastings 1955, Approximations for Digital Computers, sheet 16: error below 1e-8) and the cosine
// is not negative; doubling gives the angle itself. Software Vulkan needs a hundred operations for a sine and a cosine of any angle.
struct OnCircle {
    Number cosine;
    Number sine;
};

inline OnCircle evenly_on_circle(Number uniform01) {
    Number quarters = 2.0f * uniform01 - 1.0f;
    Number q = quarters * quarters;
    Number half_sine = quarters * (1.57079632f + q * (-0.645963711f + q * (0.0796896793f + q * (-0.00467376557f + q * 0.00015148419f))));
    Number half_cosine = sqrt(max(0.0f, 1.0f - half_sine * half_sine));
    OnCircle c;
    c.cosine = 1.0f - 2.0f * half_sine * half_sine;
    c.sine = 2.0f * half_sine * half_cosine;
    return c;
}

// A photon that enters from above at the origin: straight down, or from a cosine-weighted (Lambertian) direction, which
// holds for light that comes diffusely and, by reciprocity, for a diffuse detector. Its weight is what the surface lets in.
inline Photon launched(RandomState random, bool diffuse, Layer first) {
    Photon p;
    random = next_random(random);
    Number cosine = diffuse ? sqrt(1.0f - uniform_of(random)) : 1.0f;
    random = next_random(random);
    OnCircle azimuth = evenly_on_circle(uniform_of(random));
    Number cosine_inside = refracted_cosine(cosine, first.index_above, first.index);
    p.weight = 1.0f - fresnel_reflectance(cosine, cosine_inside, first.index_above, first.index);
    Number sine_inside = sqrt(max(0.0f, 1.0f - cosine_inside * cosine_inside));
    p.x = Length(0.0f);
    p.y = Length(0.0f);
    p.z = Length(0.0f);
    p.ux = sine_inside * azimuth.cosine;
    p.uy = sine_inside * azimuth.sine;
    p.uz = max(cosine_inside, 0.0f);
    p.layer = 0u;
    p.absorbed = 0.0f;
    random = next_random(random);
    p.flight = optical_depth_to_next_event(uniform_of(random));
    p.fate = p.weight > 0.0f ? photon_walking : photon_died;
    p.random = random;
    return p;
}

// Meets the interface that it has reached: reflects or refracts, by the toss of a coin, or leaves the stack.
inline Photon crossed_interface(Photon p, Layer here, uint last_layer) {
    bool down = p.uz > 0.0f;
    Number index_beyond = down ? here.index_below : here.index_above;
    Number cosine = abs(p.uz);
    Number refracted = refracted_cosine(cosine, here.index, index_beyond);
    Number cosine_beyond = index_beyond == here.index ? cosine : refracted;
    p.random = next_random(p.random);
    bool reflected = uniform_of(p.random) < fresnel_reflectance(cosine, cosine_beyond, here.index, index_beyond);
    Number bend = reflected ? Number(1.0f) : here.index / index_beyond;
    Number onwards = reflected ? -cosine : cosine_beyond;
    p.ux = p.ux * bend;
    p.uy = p.uy * bend;
    p.uz = down ? onwards : -onwards;
    bool leaves = !reflected && p.layer == (down ? last_layer : 0u);
    p.fate = leaves ? (down ? photon_left_below : photon_left_above) : photon_walking;
    p.layer = reflected ? p.layer : (down ? p.layer + 1u : p.layer - 1u);
    return p;
}

// New direction after scattering, and the flight to the event after it. The frame about the old direction is that of Duff
// et al. 2017 (Building an orthonormal basis, revisited): one division, good for every direction.
inline Photon scattered(Photon p, Number anisotropy) {
    p.random = next_random(p.random);
    Number cosine = henyey_greenstein_cosine(anisotropy, uniform_of(p.random));
    Number sine = sqrt(max(0.0f, 1.0f - cosine * cosine));
    p.random = next_random(p.random);
    OnCircle azimuth = evenly_on_circle(uniform_of(p.random));
    Number a = sine * azimuth.cosine;
    Number b = sine * azimuth.sine;
    Number side = p.uz < 0.0f ? -1.0f : 1.0f;
    Number tilt = -1.0f / (side + p.uz);
    Number twist = p.ux * p.uy * tilt;
    Number ux = a * (1.0f + side * p.ux * p.ux * tilt) + b * twist + cosine * p.ux;
    Number uy = a * (side * twist) + b * (side + p.uy * p.uy * tilt) + cosine * p.uy;
    Number uz = -side * a * p.ux - b * p.uy + cosine * p.uz;
    // Rounding would let the length of the direction drift over thousands of events: one step of Newton's method for
    // 1/sqrt, which is exact this near to 1.
    Number rescale = 1.5f - 0.5f * (ux * ux + uy * uy + uz * uz);
    p.ux = ux * rescale;
    p.uy = uy * rescale;
    p.uz = uz * rescale;
    p.random = next_random(p.random);
    p.flight = optical_depth_to_next_event(uniform_of(p.random));
    return p;
}

// Flies to the next event, be it an interface or a scatterer. The segment from the old place to the new one lies within
// the old layer; what is absorbed on it is put on the bill that settled() pays.
inline Photon advanced(Photon p, Layer here, uint last_layer) {
    Length boundary = p.uz > 0.0f ? here.bottom : here.top;
    // A flight parallel to the layers never meets a boundary, and one that never scatters always does.
    bool level = abs(p.uz) < 1e-7f;
    Length to_boundary = level ? Length(endless) : max(Length(0.0f), (boundary - p.z) / p.uz);
    bool reaches_boundary = p.flight >= to_boundary * here.scattering;
    Length path = reaches_boundary ? to_boundary : p.flight / here.scattering;
    p.x += path * p.ux;
    p.y += path * p.uy;
    p.z = reaches_boundary ? boundary : p.z + path * p.uz;
    p.absorbed = p.absorbed + here.absorption * path;
    if (reaches_boundary) {
        p.flight = p.flight - path * here.scattering;
        p = crossed_interface(p, here, last_layer);
    } else {
        p = scattered(p, here.anisotropy);
    }
    return p;
}

// Pays for absorption, and plays roulette with a photon still on its way that weighs less than `least_weight`. May be put
// off for some flights: neither changes the path.
inline Photon settled(Photon p, Number least_weight) {
    p.weight = p.weight * exp(-p.absorbed);
    p.absorbed = 0.0f;
    if (p.weight < least_weight && p.fate == photon_walking) {
        p.random = next_random(p.random);
        bool survives = uniform_of(p.random) < roulette_survival;
        p.weight = survives ? p.weight / roulette_survival : Number(0.0f);
        p.fate = survives ? photon_walking : photon_died;
    }
    return p;
}

// Where nothing absorbs, the share of photons still walking after n events falls as n^-1/2: without a roulette the mean walk
// has no end, and giving long ones up loses light. Survival s makes the events of an octave 2·2^(-1/2)·s times those of the
// octave before, and the variance of its heavier photons 2^(-1/2)/s times: s = 2^(-1/2) lets neither grow.
inline Photon after_long_walk(Photon p, uint events_before, uint events) {
    bool doubled = events >= long_walk && (events_before ^ events) > events_before;
    if (doubled && p.fate == photon_walking) {
        p.random = next_random(p.random);
        bool survives = uniform_of(p.random) < long_walk_survival;
        p.weight = survives ? p.weight / long_walk_survival : Number(0.0f);
        p.fate = survives ? photon_walking : photon_died;
    }
    return p;
}

inline Photon flown(Photon p, Layer here, uint last_layer) {
    return settled(advanced(p, here, last_layer), roulette_weight);
}

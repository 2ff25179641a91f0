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
    Number flight;   // optical depth left until the next scattering event
    uint layer;
    uint fate;
    RandomState random;
};

// Below this weight a photon plays Russian roulette: it survives one time in ten, ten times heavier.
const float roulette_weight = 1e-4f;
const float roulette_survival = 0.1f;

// A photon that enters from above at the origin: straight down, or from a cosine-weighted (Lambertian) direction, which
// holds for light that comes diffusely and, by reciprocity, for a diffuse detector. Its weight is what the surface lets in.
inline Photon launched(RandomState random, bool diffuse, Layer first) {
    Photon p;
    random = next_random(random);
    Number cosine = diffuse ? sqrt(1.0f - uniform_of(random)) : 1.0f;
    random = next_random(random);
    Number azimuth = 6.28318530717958648f * uniform_of(random);
    Number cosine_inside = refracted_cosine(cosine, first.index_above, first.index);
    p.weight = 1.0f - fresnel_reflectance(cosine, cosine_inside, first.index_above, first.index);
    Number sine_inside = sqrt(max(0.0f, 1.0f - cosine_inside * cosine_inside));
    p.x = Length(0.0f);
    p.y = Length(0.0f);
    p.z = Length(0.0f);
    p.ux = sine_inside * cos(azimuth);
    p.uy = sine_inside * sin(azimuth);
    p.uz = max(cosine_inside, 0.0f);
    p.layer = 0u;
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
    Number cosine_beyond = cosine;
    if (index_beyond != here.index) {
        cosine_beyond = refracted_cosine(cosine, here.index, index_beyond);
        p.random = next_random(p.random);
        if (uniform_of(p.random) < fresnel_reflectance(cosine, cosine_beyond, here.index, index_beyond)) {
            p.uz = -p.uz;
            return p;
        }
    }
    Number bend = here.index / index_beyond;
    p.ux = p.ux * bend;
    p.uy = p.uy * bend;
    p.uz = down ? cosine_beyond : -cosine_beyond;
    if (down) {
        p.fate = p.layer == last_layer ? photon_left_below : photon_walking;
        p.layer = p.layer + 1u;
    } else {
        p.fate = p.layer == 0u ? photon_left_above : photon_walking;
        p.layer = p.layer - 1u;
    }
    return p;
}

// New direction after scattering (MCML eq. 3.22-3.24), and the flight to the event after it.
inline Photon scattered(Photon p, Number anisotropy) {
    p.random = next_random(p.random);
    Number cosine = henyey_greenstein_cosine(anisotropy, uniform_of(p.random));
    Number sine = sqrt(max(0.0f, 1.0f - cosine * cosine));
    p.random = next_random(p.random);
    Number azimuth = 6.28318530717958648f * uniform_of(p.random);
    Number a = sine * cos(azimuth);
    Number b = sine * sin(azimuth);
    Number ux = p.ux;
    Number uy = p.uy;
    Number uz = p.uz;
    Number across = sqrt(max(0.0f, 1.0f - uz * uz));
    if (across < 1e-4f) {
        p.ux = a;
        p.uy = b;
        p.uz = uz > 0.0f ? cosine : -cosine;
    } else {
        p.ux = (ux * uz * a - uy * b) / across + ux * cosine;
        p.uy = (uy * uz * a + ux * b) / across + uy * cosine;
        p.uz = uz * cosine - across * a;
    }
    // Rounding would let the length of the direction drift over thousands of events.
    Number rescale = 1.0f / sqrt(p.ux * p.ux + p.uy * p.uy + p.uz * p.uz);
    p.ux = p.ux * rescale;
    p.uy = p.uy * rescale;
    p.uz = p.uz * rescale;
    p.random = next_random(p.random);
    p.flight = optical_depth_to_next_event(uniform_of(p.random));
    return p;
}

inline Photon after_roulette(Photon p) {
    if (p.weight < roulette_weight) {
        p.random = next_random(p.random);
        if (uniform_of(p.random) < roulette_survival) {
            p.weight = p.weight / roulette_survival;
        } else {
            p.weight = 0.0f;
            p.fate = photon_died;
        }
    }
    return p;
}

// Flies to the next event, be it an interface or a scatterer. The segment from the old place to the new one lies within
// the old layer; the weight lost on it was absorbed there.
inline Photon flown(Photon p, Layer here, uint last_layer) {
    Length boundary = p.uz > 0.0f ? here.bottom : here.top;
    // A flight parallel to the layers never meets a boundary, and one that never scatters always does.
    bool level = abs(p.uz) < 1e-7f;
    Length to_boundary = level ? Length(endless) : max(Length(0.0f), (boundary - p.z) / p.uz);
    bool reaches_boundary = p.flight >= to_boundary * here.scattering;
    Length path = reaches_boundary ? to_boundary : p.flight / here.scattering;
    p.x += path * p.ux;
    p.y += path * p.uy;
    p.z = reaches_boundary ? boundary : p.z + path * p.uz;
    p.weight = p.weight * transmittance(here.absorption, path);
    if (reaches_boundary) {
        p.flight = p.flight - path * here.scattering;
        return crossed_interface(p, here, last_layer);
    }
    return after_roulette(scattered(p, here.anisotropy));
}

// How a hair scatters light: a rough dielectric cylinder with a tinted inside (S. Marschner et al., Light Scattering from
// Human Hair Fibers, SIGGRAPH 2003), in the form that keeps energy at any roughness (E. d'Eon et al., EGSR 2011; M. Chiang
// et al., EGSR 2016). Directions point away from the hair; sines and cosines of inclination are against its normal plane,
// the sine positive towards the tip. `h`: -1 ... 1, where on its visible width light meets it.

/// Order of a way through the hair: mirrored, through, mirrored once inside; what remains after those.
const int fibre_orders = 3;

/// Index of keratin (Marschner et al. 2003, table 1).
const float hair_index = 1.55f;
/// Spread of the mirrored cone, 5-10 degrees, and tilt of the cuticle's scales, 2-3 degrees (the same table).
const float cuticle_spread_rad = 0.14f;
const float cuticle_tilt_rad = 0.05f;
/// Scale of the logistic spread about a hair's turn (Chiang et al. 2016, of an azimuthal roughness of 0.3).
const float turn_spread_rad = 0.117f;

/// exp(-x) I0(x), I0 the modified Bessel function, x >= 0 (Abramowitz & Stegun 1964, 9.8.1 and 9.8.2, within 2e-7).
inline Number scaled_bessel(Number x) {
    if (x < 3.75f) {
        Number t = x / 3.75f * (x / 3.75f);
        Number sum = 0.2659732f + t * (0.0360768f + t * 0.0045813f);
        return exp(-x) * (1.0f + t * (3.5156229f + t * (3.0899424f + t * (1.2067492f + t * sum))));
    }
    Number t = 3.75f / x;
    Number tail = 0.02635537f + t * (-0.01647633f + t * 0.00392377f);
    Number sum = 0.00916281f + t * (-0.02057706f + t * tail);
    return (0.39894228f + t * (0.01328592f + t * (0.00225319f + t * (-0.00157565f + t * sum)))) / sqrt(x);
}

/// Density over the inclination, times a cosine 1 over all of it (d'Eon et al. 2011, eq. 7).
inline Number inclination_lobe(Number sine_in, Number cosine_in, Number sine_out, Number cosine_out, Number variance) {
    Number a = cosine_in * cosine_out / variance;
    Number b = sine_in * sine_out / variance;
    Number norm = variance * (1.0f - exp(-2.0f / variance));
    return exp(a - b - 1.0f / variance) * scaled_bessel(a) / norm;
}

/// Variance of the cone of an order: half the spread of the mirrored one through the hair, twice after one turn inside.
inline Number inclination_variance(int order) {
    Number spread = order == 0 ? cuticle_spread_rad : (order == 1 ? 0.5f * cuticle_spread_rad : 2.0f * cuticle_spread_rad);
    return spread * spread;
}

/// By how much the scales tilt the cone of an order, of the inclination of the outgoing light.
inline Number cuticle_turn(int order) {
    return order == 0 ? 2.0f * cuticle_tilt_rad : (order == 1 ? -cuticle_tilt_rad : (order == 2 ? -4.0f * cuticle_tilt_rad : 0.0f));
}

/// Turn about the hair of light that leaves after so many crossings (Marschner et al. 2003, eq. 3).
inline Number fibre_turn(int order, Number gamma_out, Number gamma_inside) {
    return 2.0f * Number(order) * gamma_inside - 2.0f * gamma_out + Number(order) * 3.14159265f;
}

/// Density over the turn, -pi ... pi (Chiang et al. 2016, eq. 8).
inline Number turn_lobe(Number turn, Number spread) {
    Number wrapped = turn - 6.28318531f * floor((turn + 3.14159265f) / 6.28318531f);
    Number x = exp(-abs(wrapped) / spread);
    Number rim = exp(-3.14159265f / spread);
    return x / (spread * (1.0f + x) * (1.0f + x)) * (1.0f + rim) / (1.0f - rim);
}

/// What a ray at `h` meets: angles to the normal outside and inside, what is mirrored, one way through in radii.
struct FibreCrossing {
    Number gamma_out;
    Number gamma_inside;
    Number mirrored;
    Number way; // through the section and along the inclination
};

inline FibreCrossing fibre_crossing(Number h, Number sine_out, Number cosine_out) {
    Number sine_inside = sine_out / hair_index;
    Number cosine_inside = sqrt(1.0f - sine_inside * sine_inside);
    // Bravais: the section sees a higher index for light that comes at a slant.
    Number section_index = sqrt(hair_index * hair_index - sine_out * sine_out) / max(cosine_out, 1e-3f);
    Number h_inside = h / section_index;
    Number cosine = cosine_out * sqrt(max(1.0f - h * h, 0.0f));
    FibreCrossing crossing;
    crossing.gamma_out = asin(h);
    crossing.gamma_inside = asin(h_inside);
    crossing.mirrored = fresnel_reflectance(cosine, refracted_cosine(cosine, 1.0f, hair_index), 1.0f, hair_index);
    crossing.way = 2.0f * sqrt(1.0f - h_inside * h_inside) / cosine_inside;
    return crossing;
}

/// Share of light that takes the way of an order through a hair that absorbs nothing; order 3: all that remains.
inline Number order_share(int order, Number mirrored) {
    Number through = (1.0f - mirrored) * (1.0f - mirrored);
    return order == 0 ? mirrored : (order == 1 ? through : (order == 2 ? through * mirrored : (1.0f - mirrored) * mirrored * mirrored));
}

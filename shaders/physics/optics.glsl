// How light meets an interface, a length of tissue and a scatterer. Compiled as GLSL, as C++ in float, and as C++ with
// dimension-checked quantities; Number, Length and InverseLength are what the bridge makes of them.

// Beer–Lambert: share of light that a length of absorber lets through.
inline Number transmittance(InverseLength absorption, Length path) {
    return exp(-(absorption * path));
}

// Share of light that an optical depth of absorber takes, without the loss of digits of 1 - exp(-depth) where it is thin.
inline Number absorptance(Number optical_depth) {
    if (optical_depth < 1e-3f) {
        return optical_depth - 0.5f * optical_depth * optical_depth;
    }
    return 1.0f - exp(-optical_depth);
}

// Distance to the next scattering event for a uniform number in [0, 1) (inversion of the exponential law; Wang, Jacques &
// Zheng 1995, MCML, eq. 3.13), as optical depth so that it can be used up across layers.
inline Number optical_depth_to_next_event(Number uniform01) {
    return -log(1.0f - uniform01);
}

// Cosine of the angle on the far side of an interface (Snell), or -1 for total internal reflection.
inline Number refracted_cosine(Number cosine, Number index_from, Number index_to) {
    Number ratio = index_from / index_to;
    Number sine_squared = ratio * ratio * (1.0f - cosine * cosine);
    return sine_squared >= 1.0f ? -1.0f : sqrt(max(0.0f, 1.0f - sine_squared));
}

// Reflectance of an interface for unpolarised light (Fresnel; Born & Wolf, Principles of Optics, 1.5.3). `cosine` is of
// the angle of incidence, `cosine_beyond` as refracted_cosine gives it.
inline Number fresnel_reflectance(Number cosine, Number cosine_beyond, Number index_from, Number index_to) {
    Number s = (index_from * cosine - index_to * cosine_beyond) / (index_from * cosine + index_to * cosine_beyond);
    Number p = (index_from * cosine_beyond - index_to * cosine) / (index_from * cosine_beyond + index_to * cosine);
    return cosine_beyond < 0.0f ? 1.0f : 0.5f * (s * s + p * p);
}

// Cosine of the scattering angle for a uniform number (Henyey & Greenstein 1941, inverted as in MCML eq. 3.19); g is the
// mean cosine. With x = 2 u - 1 the inversion is multiplied out, so that it holds at g = 0 too, where cos = x.
inline Number henyey_greenstein_cosine(Number g, Number uniform01) {
    Number x = 2.0f * uniform01 - 1.0f;
    Number s = 1.0f + g * x;
    Number gg = 1.0f + g * g;
    return clamp((x * gg + 0.5f * g * (x * x * gg + 3.0f - g * g)) / (s * s), -1.0f, 1.0f);
}

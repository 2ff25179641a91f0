// Micro-relief of skin, true to scale. Needs shading/noise.glsl.

struct Relief {
    vec3 gradient;        // of the height, mm per mm, in space
    float shown_variance; // of the slopes that the picture shows: the gloss of skin, measured from afar, holds them too
};

/// Share of a wave of this length that a picture with samples of this width can show.
float shown_share(float wave_mm, float sample_width_mm) {
    return smoothstep(2.2, 5.0, wave_mm / sample_width_mm);
}

/// One octave of rolling relief with this root mean square slope.
void add_waves(inout Relief relief, vec3 point, float wave_mm, float slope, float sample_width_mm) {
    float share = shown_share(wave_mm, sample_width_mm);
    relief.shown_variance += share * share * slope * slope;
    // The gradient of value noise of unit cells has a root mean square of about 0.8 an axis in the plane.
    if (share > 0.0)
        relief.gradient += share * slope / 0.8 * value_noise_gradient(2.0 * point / wave_mm);
}

/// Furrows between the plates of the skin's surface (sulci cutis: H. Zahouani & R. Vargiolu in Measuring the Skin, Springer
/// 2004, find primary lines up to 0.05 mm deep on the forearm). Widths and depths here are assumed, by eye: the scalp is
/// stretched, and what it mirrors is the film of oil that levels the furrows.
void add_furrows(inout Relief relief, vec3 point, float plate_mm, float depth_mm, float sample_width_mm) {
    const float half_width = 0.42;
    float slope = depth_mm / (half_width * plate_mm);
    float share = shown_share(0.6 * plate_mm, sample_width_mm);
    relief.shown_variance += share * share * 0.35 * slope * slope;
    if (share <= 0.0)
        return;
    vec4 furrow = furrow_distance(point / plate_mm);
    float across = clamp(furrow.w / half_width, 0.0, 1.0);
    relief.gradient += share * slope * 6.0 * across * (1.0 - across) / 1.5 * furrow.xyz;
}

/// Mouths of sweat glands and of follicles that stand empty: round pits, some one in each mm².
void add_pores(inout Relief relief, vec3 point, float amount, float sample_width_mm) {
    const float spacing_mm = 0.55, radius_mm = 0.075, steepest = 0.09;
    float share = shown_share(4.0 * radius_mm, sample_width_mm);
    if (share <= 0.0)
        return;
    vec3 away = from_scattered_point(point / spacing_mm) * (spacing_mm / radius_mm);
    // The slope of a Gaussian pit is steepest, 1/√e, at one radius.
    relief.gradient += share * amount * steepest * 1.6487 * exp(-0.5 * dot(away, away)) * away;
}

/// Of healthy skin for `amount` 1.
Relief skin_relief(vec3 point, float sample_width_mm, float amount) {
    Relief relief;
    relief.gradient = vec3(0.0);
    relief.shown_variance = 0.0;
    add_waves(relief, point, 9.0, 0.010 * amount, sample_width_mm);
    add_waves(relief, point + 17.3, 2.7, 0.022 * amount, sample_width_mm);
    add_waves(relief, point + 41.9, 0.9, 0.034 * amount, sample_width_mm);
    add_furrows(relief, point, 0.36, 0.0060 * amount, sample_width_mm);
    add_furrows(relief, point + 5.1, 0.15, 0.0009 * amount, sample_width_mm);
    add_pores(relief, point + 29.7, amount, sample_width_mm);
    return relief;
}

vec3 tilted(vec3 normal, vec3 gradient) {
    return normalize(normal - gradient + normal * dot(normal, gradient));
}

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
        relief.gradient += share * slope / 0.8 * value_noise(2.0 * point / wave_mm).xyz;
}

/// Furrows between the plates of the skin's surface (sulci cutis: primary lines 0.3–0.8 mm apart and up to 0.05 mm deep,
/// H. Zahouani & R. Vargiolu in Measuring the Skin, Springer 2004; assumed shallower on the stretched scalp).
void add_furrows(inout Relief relief, vec3 point, float plate_mm, float depth_mm, float sample_width_mm) {
    const float half_width = 0.30;
    float slope = depth_mm / (half_width * plate_mm);
    float share = shown_share(0.6 * plate_mm, sample_width_mm);
    relief.shown_variance += share * share * 0.35 * slope * slope;
    if (share <= 0.0)
        return;
    vec4 furrow = furrow_distance(point / plate_mm);
    float across = clamp(furrow.w / half_width, 0.0, 1.0);
    relief.gradient += share * slope * 6.0 * across * (1.0 - across) / 1.5 * furrow.xyz;
}

/// Of healthy skin for `amount` 1.
Relief skin_relief(vec3 point, float sample_width_mm, float amount) {
    Relief relief;
    relief.gradient = vec3(0.0);
    relief.shown_variance = 0.0;
    add_waves(relief, point, 9.0, 0.005 * amount, sample_width_mm);
    add_waves(relief, point + 17.3, 2.7, 0.011 * amount, sample_width_mm);
    add_waves(relief, point + 41.9, 0.9, 0.050 * amount, sample_width_mm);
    add_furrows(relief, point, 0.62, 0.018 * amount, sample_width_mm);
    add_furrows(relief, point + 5.1, 0.23, 0.005 * amount, sample_width_mm);
    return relief;
}

vec3 tilted(vec3 normal, vec3 gradient) {
    return normalize(normal - gradient + normal * dot(normal, gradient));
}

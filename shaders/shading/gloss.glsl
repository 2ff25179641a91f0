// What the surface of skin mirrors. Needs shading/rectangle_lamp.glsl.

/// Slope scale of the two lobes of facial skin's surface (two-lobe fits after Weyrich et al., SIGGRAPH 2006 and E. d'Eon &
/// D. Luebke, GPU Gems 3, ch. 14): the bare horn, and the film of oil on it.
const float broad_lobe = 0.24;
const float tight_lobe = 0.09;
const float tight_share = 0.22;
/// Standard deviation on each axis of a mirror lobe over the slope scale of a GGX surface, about.
const float spread_per_scale = 1.25;

struct GlossPlace {
    vec3 point;
    vec3 normal;
    vec3 to_eye;
    float free;     // access to the sky
    float variance; // of slopes that are finer than the picture
    vec4 in_view;   // lamps
};

/// Share of the sky that a lobe still sees where the head leaves `free` of it (S. Lagarde & C. de Rousiers, Moving
/// Frostbite to PBR, 2014).
float lobe_free(float facing, float free, float scale) {
    return clamp(pow(facing + free, exp2(-16.0 * scale - 1.0)) - 1.0 + free, 0.0, 1.0);
}

float lobe_light(GlossPlace place, float slope_scale) {
    float scale = sqrt(slope_scale * slope_scale + 2.0 * place.variance);
    float facing = clamp(dot(place.normal, place.to_eye), 0.02, 1.0);
    vec3 reflected = reflect(-place.to_eye, place.normal);
    float spread = spread_per_scale * scale;
    float even = mix(frame[0].dome_ground, frame[0].dome_sky, clamp(0.5 + 0.5 * reflected.y / (1.0 + spread), 0.0, 1.0));
    float light = lobe_free(facing, place.free, scale) * even;
    for (uint i = 0u; i < frame[0].lamp_count; ++i)
        light += place.in_view[i] * frame[0].lamps[i].radiance *
                 lobe_share(frame[0].lamps[i], place.point, reflected, spread);
    // A rough surface mirrors less at grazing angles than Schlick's mirror: its slopes hide each other.
    float rim = pow(1.0 - facing, 5.0) / (1.0 + 6.0 * scale);
    return light * (frame[0].index_f0 + (1.0 - frame[0].index_f0) * rim);
}

/// Luminance mirrored to the eye. `oil`: 0 matt … 1 healthy … 2 greasy.
float gloss_light(GlossPlace place, float oil) {
    float share = clamp(tight_share * oil, 0.0, 0.6);
    return (1.0 - share) * lobe_light(place, broad_lobe) + share * lobe_light(place, tight_lobe);
}

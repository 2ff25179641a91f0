// What the surface of skin mirrors. Needs shading/rectangle_lamp.glsl and shading/sky.glsl.

/// Slope scale of the two lobes of facial skin's surface (two-lobe fits after Weyrich et al., SIGGRAPH 2006 and E. d'Eon &
/// D. Luebke, GPU Gems 3, ch. 14): the bare horn, and the film of oil on it.
const float broad_lobe = 0.25;
const float tight_lobe = 0.10;
const float tight_share = 0.17;
/// Standard deviation on each axis of a mirror lobe over the slope scale of a GGX surface, about.
const float spread_per_scale = 1.25;

struct GlossPlace {
    vec3 point;
    vec3 normal;
    vec3 to_eye;
    float free;     // access to the sky
    float variance; // of slopes that the picture shows
    vec4 in_view;   // lamps
};

/// Share of the sky that a lobe still sees where the head leaves `free` of it (S. Lagarde & C. de Rousiers, Moving
/// Frostbite to PBR, 2014).
float lobe_free(float facing, float free, float scale) {
    return clamp(pow(facing + free, exp2(-16.0 * scale - 1.0)) - 1.0 + free, 0.0, 1.0);
}

/// Slope scale and mirrored light of one lobe.
struct Lobe {
    float scale;
    float light;
};

Lobe lobe_of(GlossPlace place, float slope_scale, vec3 reflected, float facing) {
    Lobe lobe;
    // Relief that is seen as such does not blur the lobe as well.
    lobe.scale = sqrt(max(slope_scale * slope_scale - 2.0 * place.variance, 0.0016));
    // At grazing angles the lobe leaves along the surface, where the head stands in its way first: in a fold, the other
    // side of it.
    float square = place.free * place.free;
    float free = lobe_free(facing, place.free, lobe.scale) * mix(square * square, 1.0, facing);
    lobe.light = free * sky_in_lobe(reflected, spread_per_scale * lobe.scale);
    return lobe;
}

/// Reflection of a rough surface of this reflection straight on: at grazing angles its slopes hide each other, so it mirrors less than Schlick's mirror.
float rough_fresnel(float facing, float scale, float f0) {
    float x = 1.0 - facing;
    float square = x * x;
    float rim = square * square * x / (1.0 + 6.0 * scale);
    return f0 + (1.0 - f0) * rim;
}

/// Luminance mirrored to the eye. `oil`: 0 matt … 1 healthy … 2 greasy.
float gloss_light(GlossPlace place, float oil) {
    vec3 reflected = reflect(-place.to_eye, place.normal);
    float facing = clamp(dot(place.normal, place.to_eye), 0.02, 1.0);
    // The film stands in for the tight lobe: where it lies it mirrors alone.
    SurfaceFilm film = frame[0].film;
    float roughness = frame[0].roughness;
    Lobe broad = lobe_of(place, broad_lobe * roughness, reflected, facing);
    Lobe tight = lobe_of(place, mix(tight_lobe * roughness, film.slope, film.share), reflected, facing);
    [[unroll]] for (uint i = 0u; i < most_lamps; ++i) {
        Glint glint = glint_of(frame[0].lamps[i], place.point, reflected);
        float radiance = place.in_view[i] * frame[0].lamps[i].radiance;
        broad.light += radiance * lobe_share(frame[0].lamps[i], glint, spread_per_scale * broad.scale);
        tight.light += radiance * lobe_share(frame[0].lamps[i], glint, spread_per_scale * tight.scale);
    }
    float share = mix(clamp(tight_share * oil, 0.0, 0.6), 1.0, film.share);
    return (1.0 - share) * broad.light * rough_fresnel(facing, broad.scale, frame[0].index_f0) +
           share * tight.light * rough_fresnel(facing, tight.scale, mix(frame[0].index_f0, film.f0, film.share));
}

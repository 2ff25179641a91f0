// Light on a hair. Needs passes/frame.h, shading/fresnel.glsl and shading/rectangle_lamp.glsl.

/// Reflection of keratin, index 1.55 (S. Marschner et al., SIGGRAPH 2003).
const float hair_f0 = 0.0465;
/// Scales of the cuticle tilt the mirrored cone by about 3° and spread it by about 8° (Marschner et al. 2003, table 1).
const float cuticle_tilt = -0.05;
const float cuticle_spread = 0.14;

/// XYZ of a lit cylinder that scatters `own`. `tangent` from root to tip; `across`: -1 … 1 over its visible width.
vec3 hair_light(vec3 own, vec3 point, vec3 tangent, vec3 to_eye, float across, float free, vec4 in_view) {
    vec3 side = normalize(cross(to_eye, tangent));
    vec3 front = cross(tangent, side);
    vec3 normal = side * across + front * sqrt(max(1.0 - across * across, 0.0));
    float eye_sine = dot(tangent, to_eye);
    float even = free * mix(frame[0].dome_ground, frame[0].dome_sky, 0.5 + 0.5 * normal.y);
    vec3 sum = even * (own + frame[0].mirrored * hair_f0 * frame[0].white);
    for (uint i = 0u; i < frame[0].lamp_count; ++i) {
        vec3 form = form_vector(frame[0].lamps[i], point);
        float strength = length(form);
        vec3 to_lamp = form / max(strength, 1e-9);
        float light = in_view[i] * frame[0].lamps[i].radiance * strength;
        float lamp_sine = dot(tangent, to_lamp);
        float scattered = (0.35 + 0.65 * max(dot(normal, to_lamp), 0.0)) * sqrt(max(1.0 - lamp_sine * lamp_sine, 0.0));
        // First reflection: M_R · N_R of Marschner et al. for light in units of a card's, normalised over the sphere as
        // by E. d'Eon et al. (EGSR 2011). The lamp's own size widens its cone.
        float spread = sqrt(cuticle_spread * cuticle_spread + 0.3 * strength);
        float off = (eye_sine + lamp_sine) * 0.5 - cuticle_tilt;
        float cone = exp(-0.5 * off * off / (spread * spread)) / (2.5 * spread);
        float mirrored = fresnel(hair_f0, max(dot(normal, normalize(to_lamp + to_eye)), 0.0)) * cone *
                         0.39 * sqrt(max(0.5 + 0.5 * dot(to_lamp, to_eye), 0.0)) * smoothstep(-0.2, 0.3, dot(normal, to_lamp));
        sum += light * (scattered * own + frame[0].mirrored * mirrored * frame[0].white);
    }
    return sum;
}

// Light on a hair that is seen too small to tell its sides apart. Needs passes/frame.h, shading/rectangle_lamp.glsl, shading/sky.glsl,
// physics/hair_fibre.glsl, the table `fibre` of passes/fibre.h, and `const bool among_hair`: whether other hairs send light
// on to it.

/// A piece of hair and what reaches it.
struct LitHair {
    vec3 point;
    vec3 tangent; // unit, from root to tip
    vec3 to_eye;
    vec3 skin_normal;
    float radius;
    float melanin;  // over the person's own: 0 grey
    float free;     // share of the sky that head and hair leave
    float skin_seen; // share of the skin below that long hair leaves
    float open;      // share of the sky and the skin that stubble leaves
    vec4 in_view;      // of each lamp, past the head
    vec4 through_hair; // share of each lamp that comes through hair
};

/// Mean way through a hair that light crosses, in radii, and share of the light that it sends back on the way.
const float crossing_way = 1.6;
const float sent_back = 0.35;

/// XYZ of the light that a way through hair leaves of a white card's. `way_mm` of the person's own melanin.
vec3 through_hair(float way_mm) {
    float at = float(hair_ways - 1u) * sqrt(clamp(way_mm / longest_hair_way_mm, 0.0, 1.0));
    uint i = min(uint(at), hair_ways - 2u);
    return mix(frame[0].hair[i], frame[0].hair[i + 1u], at - float(i));
}

struct FibreSeen {
    uint row;
    float part;
};

vec3 mixed_share(FibreSeen seen, uint turn) {
    return mix(fibre[seen.row].turns[turn].share, fibre[seen.row + 1u].turns[turn].share, seen.part);
}

/// What the ways through a hair leave of a card's light: straight through, mirrored once inside, more often.
struct FibreTint {
    vec3 once;
    vec3 twice;
    vec3 more;
};

FibreTint tint_of(LitHair hair, FibreSeen seen) {
    vec3 way = mix(fibre[seen.row].way, fibre[seen.row + 1u].way, seen.part) * hair.radius * hair.melanin;
    FibreTint tint;
    tint.once = through_hair(way.x);
    tint.twice = through_hair(way.y);
    tint.more = through_hair(way.z);
    return tint;
}

/// Light of one lamp, by the ways of the hair.
vec3 lamp_light(LitHair hair, FibreSeen seen, FibreTint tint, vec3 to_lamp, float wide, float eye_sine, float eye_cosine) {
    float lamp_sine = clamp(dot(hair.tangent, to_lamp), -0.999, 0.999);
    float lamp_cosine = sqrt(1.0 - lamp_sine * lamp_sine);
    vec3 across_eye = hair.to_eye - eye_sine * hair.tangent, across_lamp = to_lamp - lamp_sine * hair.tangent;
    float cosine = clamp(dot(across_eye, across_lamp) / max(eye_cosine * lamp_cosine, 1e-4), -1.0, 1.0);
    float at = float(fibre_turns - 1u) * acos(cosine) / 3.14159265;
    uint turn = min(uint(at), fibre_turns - 2u);
    vec3 share = mix(mixed_share(seen, turn), mixed_share(seen, turn + 1u), at - float(turn));
    vec3 cone;
    for (int order = 0; order < fibre_orders; ++order) {
        float tilt = cuticle_turn(order);
        float sine = eye_sine * cos(tilt) - eye_cosine * sin(tilt);
        float variance = inclination_variance(order) + wide;
        cone[order] = inclination_lobe(lamp_sine, lamp_cosine, sine, sqrt(max(1.0 - sine * sine, 0.0)), variance);
    }
    vec3 amount = cone * share;
    return amount.x * frame[0].mirrored * frame[0].white + amount.y * tint.once + amount.z * tint.twice +
           fibre[seen.row].albedo.w * cone.z / 6.28318531 * tint.more;
}

/// What the hair sends on of even light from the eye's side and from beyond it.
vec3 even_light(FibreSeen seen, FibreTint tint, vec3 before, vec3 beyond) {
    vec4 albedo = mix(fibre[seen.row].albedo, fibre[seen.row + 1u].albedo, seen.part);
    // Mirrored light comes from the eye's side for the most part, that which went straight through from beyond.
    return albedo.x * frame[0].mirrored * mix(beyond, before, 0.82) +
           (albedo.y * mix(before, beyond, 0.9) * tint.once +
            0.5 * (before + beyond) * (albedo.z * tint.twice + albedo.w * tint.more)) / frame[0].white;
}

/// Share of even light that the hair sends on.
vec3 even_colour(FibreSeen seen, FibreTint tint) {
    vec4 albedo = mix(fibre[seen.row].albedo, fibre[seen.row + 1u].albedo, seen.part);
    return albedo.x + (albedo.y * tint.once + albedo.z * tint.twice + albedo.w * tint.more) / frame[0].white;
}

/// XYZ of the light that a hair sends to the eye.
vec3 hair_light(LitHair hair) {
    float eye_sine = clamp(dot(hair.tangent, hair.to_eye), -0.999, 0.999);
    float eye_cosine = sqrt(1.0 - eye_sine * eye_sine);
    float at = float(fibre_rows - 1u) * min(abs(eye_sine) / greatest_fibre_sine, 1.0);
    FibreSeen seen;
    seen.row = min(uint(at), fibre_rows - 2u);
    seen.part = at - float(seen.row);
    FibreTint tint = tint_of(hair, seen);
    vec3 sum = vec3(0.0);
    float on_skin = hair.free * sky_on_card(hair.skin_normal);
    vec3 around = on_skin * frame[0].white;
    for (uint i = 0u; i < frame[0].lamp_count; ++i) {
        vec3 form = form_vector(frame[0].lamps[i], hair.point);
        float strength = length(form);
        vec3 to_lamp = form / max(strength, 1e-9);
        float light = hair.in_view[i] * frame[0].lamps[i].radiance * strength;
        on_skin += light * hair.through_hair[i] * max(dot(hair.skin_normal, to_lamp), 0.0);
        sum += 3.14159265 * light * hair.through_hair[i] *
               lamp_light(hair, seen, tint, to_lamp, 0.25 * strength, eye_sine, eye_cosine);
        // What the hairs before it send on forwards arrives tinted and from all about (A. Zinke et al., Dual Scattering,
        // SIGGRAPH 2008).
        if (!among_hair)
            continue;
        float crossed = -log(max(hair.through_hair[i], 1e-3));
        around += 0.25 * light * (exp(-sent_back * crossed) - hair.through_hair[i]) *
                  through_hair(crossed * crossing_way * hair.radius * hair.melanin);
    }
    // What other hair hides is hair, about as bright as it sends on what reaches it from all about.
    vec3 hidden = around * even_colour(seen, tint);
    around = mix(hidden, around, hair.open);
    vec3 below = mix(hidden, on_skin * frame[0].skin, hair.open * hair.skin_seen);
    float above = 0.5 + 0.5 * dot(hair.skin_normal, hair.to_eye);
    return sum + even_light(seen, tint, mix(below, around, above), mix(around, below, above));
}

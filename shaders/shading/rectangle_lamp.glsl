// Light of an even rectangle. Needs passes/frame.h and shading/fresnel.glsl.

/// Angle between two directions over its sine, along their cross product (rational fit of S. Hill & E. Heitz, Real-Time
/// Area Lighting: a Journey from Research to Production, SIGGRAPH 2016).
vec3 edge_vector(vec3 from, vec3 to) {
    float x = dot(from, to);
    float y = abs(x);
    float v = (0.8543985 + (0.4965155 + 0.0145206 * y) * y) / (3.4175940 + (4.1616724 + y) * y);
    float angle_over_sine = x > 0.0 ? v : 0.5 * inversesqrt(max(1.0 - x * x, 1e-7)) - v;
    return cross(from, to) * angle_over_sine;
}

/// Points to the lamp; its length is the irradiance of a card across it under radiance 1, were there no horizon.
vec3 form_vector(RectangleLamp lamp, vec3 point) {
    vec3 centre = lamp.centre - point;
    vec3 a = normalize(centre - lamp.half_u - lamp.half_v);
    vec3 b = normalize(centre + lamp.half_u - lamp.half_v);
    vec3 c = normalize(centre + lamp.half_u + lamp.half_v);
    vec3 d = normalize(centre - lamp.half_u + lamp.half_v);
    vec3 sum = edge_vector(a, b) + edge_vector(b, c) + edge_vector(c, d) + edge_vector(d, a);
    return dot(sum, centre) < 0.0 ? -sum : sum;
}

/// Cosine of a ball's light on a card whose horizon may cut it, for a ball that fills sine² of the sky: quadratic
/// where it is cut, so that it starts at 0 and meets the whole ball's line without a kink.
float horizon_cosine(float cosine, float sine_square) {
    float sine = sqrt(sine_square);
    if (cosine >= sine)
        return cosine;
    float above = max(cosine + sine, 0.0);
    return above * above / (4.0 * sine);
}

/// Light of a lamp that enters skin, over what it would from an even sky.
float entering(RectangleLamp lamp, vec3 point, vec3 normal, float f0) {
    vec3 form = form_vector(lamp, point);
    float strength = length(form);
    vec3 direction = form / max(strength, 1e-9);
    float cosine = horizon_cosine(dot(normal, direction), min(strength, 1.0));
    return lamp.radiance * strength * cosine * passage(f0, cosine);
}

/// About the error function (M. Abramowitz & I. Stegun 1964, 7.1.27, within 5e-4).
float error_function(float x) {
    float y = abs(x);
    float sum = 1.0 + y * (0.278393 + y * (0.230389 + y * (0.000972 + y * 0.078108)));
    float square = sum * sum;
    float value = 1.0 - 1.0 / (square * square);
    return x < 0.0 ? -value : value;
}

/// Where a mirrored ray meets the plane of a lamp.
struct Glint {
    vec2 off;    // from the lamp's middle, mm
    float way;   // to the plane, mm
    float faces; // 1 where the ray goes towards the plane, 0 where it goes along or away from it
};

Glint glint_of(RectangleLamp lamp, vec3 point, vec3 reflected) {
    vec3 to_centre = lamp.centre - point;
    vec3 plane = cross(lamp.along_u, lamp.along_v);
    float towards = dot(to_centre, plane);
    float speed = dot(reflected, plane) * sign(towards);
    Glint glint;
    glint.way = abs(towards) / max(speed, 0.05);
    vec3 off = glint.way * reflected - to_centre;
    glint.off = vec2(dot(off, lamp.along_u), dot(off, lamp.along_v));
    glint.faces = smoothstep(0.0, 0.25, speed);
    return glint;
}

/// Share of a mirror lobe that meets the lamp. `spread`: its standard deviation on each axis, radian.
float lobe_share(RectangleLamp lamp, Glint glint, float spread) {
    float scale = 0.7071068 / (spread * glint.way);
    vec2 low = (lamp.half_size - glint.off) * scale, high = (lamp.half_size + glint.off) * scale;
    float along_u = 0.5 * (error_function(low.x) + error_function(high.x));
    float along_v = 0.5 * (error_function(low.y) + error_function(high.y));
    return glint.faces * along_u * along_v;
}

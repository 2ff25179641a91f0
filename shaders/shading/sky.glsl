// Soft light from all about (render/sky.h). Needs passes/frame.h.

float sky_curve(vec3 direction) {
    return direction.x * dot(frame[0].sky_curve[0], direction) + direction.y * dot(frame[0].sky_curve[1], direction) +
           direction.z * dot(frame[0].sky_curve[2], direction);
}

/// On a white card that faces so, with nothing in the way.
float sky_on_card(vec3 normal) {
    return max(frame[0].sky_mean + dot(frame[0].sky_slope, normal) + sky_curve(normal), 0.0);
}

/// Mean of the sky over a lobe about a direction. A card keeps 2/3 and 1/4 of the first two degrees of radiance; a lobe of
/// standard deviation `spread` on each axis keeps exp(-l (l + 1) spread²/2) of degree l.
float sky_in_lobe(vec3 direction, float spread) {
    float first = exp(-spread * spread);
    return max(frame[0].sky_mean + 1.5 * first * dot(frame[0].sky_slope, direction) +
                   4.0 * first * first * first * sky_curve(direction), 0.0);
}

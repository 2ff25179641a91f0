// From light to the display, hue for hue.

/// Slope of the film through middle grey, on logarithmic scales: that of a camera's portrait setting (a print seen in a lit room wants 1.2 to 1.3: R. Hunt, The Reproduction of Colour, 2004).
const float film_contrast = 1.3;
const float middle_grey = 0.18;
/// Where the shoulder begins.
const float knee = 0.55;

/// Straight to the knee, from there bent so that it meets white at infinity without a kink.
float shoulder(float x) { return x < knee ? x : 1.0 - (1.0 - knee) * exp(-(x - knee) / (1.0 - knee)); }

/// Contrast acts on each channel, as on film, and deepens colours a little. The shoulder acts on the strength of the
/// colour, so that ratios of the channels stay; only what nears white fades to it.
vec3 film(vec3 rgb) {
    vec3 deep = middle_grey * pow(max(rgb, 0.0) / middle_grey, vec3(film_contrast));
    float strongest = max(max(deep.r, deep.g), max(deep.b, 1e-6));
    float luminance = dot(deep, vec3(0.2126, 0.7152, 0.0722));
    float norm = max(mix(luminance, strongest, 0.5), 1e-6);
    float bent = shoulder(norm);
    vec3 coloured = deep * (bent / norm);
    return mix(coloured, vec3(bent), 0.7 * smoothstep(0.8, 1.25, strongest * bent / norm));
}

/// IEC 61966-2-1.
vec3 srgb_encode(vec3 linear) {
    vec3 x = clamp(linear, 0.0, 1.0);
    return mix(1.055 * pow(x, vec3(1.0 / 2.4)) - 0.055, 12.92 * x, lessThanEqual(x, vec3(0.0031308)));
}

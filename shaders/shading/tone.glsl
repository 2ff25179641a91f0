// From light to the display, hue for hue.

/// A film's curve: a soft toe, slope about 1 through the middle, a shoulder that reaches 1 only far above white
/// (rational form after H. Narkowicz's fit to the ACES curve, 2016, refitted here so that 0.18 stays 0.18).
float film_curve(float x) { return clamp(x * (1.90 * x + 0.105) / (x * (1.72 * x + 0.62) + 0.155), 0.0, 1.0); }

/// The curve acts on one strength of the colour, so that ratios of its channels stay; only what nears white fades to it.
vec3 film(vec3 rgb) {
    float strength = max(max(rgb.r, rgb.g), max(rgb.b, 1e-6));
    float luminance = max(dot(rgb, vec3(0.2126, 0.7152, 0.0722)), 1e-6);
    float norm = mix(luminance, strength, 0.5);
    float curved = film_curve(norm);
    vec3 coloured = rgb * (curved / norm);
    return mix(coloured, vec3(curved), smoothstep(0.75, 1.3, curved * strength / norm) * 0.8);
}

/// IEC 61966-2-1.
vec3 srgb_encode(vec3 linear) {
    vec3 x = clamp(linear, 0.0, 1.0);
    return mix(1.055 * pow(x, vec3(1.0 / 2.4)) - 0.055, 12.92 * x, lessThanEqual(x, vec3(0.0031308)));
}

// What ink leaves of the light in each band. Needs passes/frame.h and the textures `ratio` and `redness`.

struct BandRatio {
    vec4 fours[fours_of_bands];
    float blood;
};

/// Mean over the sample's footprint, a square of `width_mm` on the chart; 1 outside of the inked window.
BandRatio ink_at(vec2 chart, float width_mm) {
    BandRatio result;
    for (uint four = 0u; four < fours_of_bands; ++four)
        result.fours[four] = vec4(1.0);
    result.blood = 0.0;
    vec2 at = frame[0].ink_from_chart * (chart - frame[0].ink_origin);
    if (frame[0].has_ink == 0u || any(lessThan(at, vec2(0.0))) || any(greaterThan(at, vec2(1.0))))
        return result;
    mat2 footprint = frame[0].ink_from_chart * (width_mm / frame[0].ink_chart_mm);
    vec2 texels = (abs(footprint[0]) + abs(footprint[1])) * vec2(textureSize(ratio, 0).xy);
    // A linear tap spans up to two texels itself.
    int taps = clamp(int(max(texels.x, texels.y) + 0.4), 1, 6);
    for (uint four = 0u; four < fours_of_bands; ++four)
        result.fours[four] = vec4(0.0);
    for (int y = 0; y < taps; ++y)
        for (int x = 0; x < taps; ++x) {
            vec2 tap = at + footprint * ((vec2(x, y) + 0.5) / float(taps) - 0.5);
            for (uint four = 0u; four < fours_of_bands; ++four)
                result.fours[four] += texture(ratio, vec3(tap, float(four)));
            result.blood += texture(redness, tap).r;
        }
    float share = 1.0 / float(taps * taps);
    for (uint four = 0u; four < fours_of_bands; ++four)
        result.fours[four] *= share;
    result.blood *= share;
    return result;
}

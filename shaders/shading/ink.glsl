// What ink leaves of the light in each band. Needs passes/frame.h and the textures `ratio` and `redness`.

struct BandRatio {
    vec4 fours[fours_of_bands];
    float blood;
};

/// Mean over the sample's footprint, a square of `width_mm` on the chart; 1 outside of the inked window.
BandRatio ink_at(vec2 chart, float width_mm) {
    vec2 at = frame[0].ink_from_chart * (chart - frame[0].ink_origin);
    mat2 footprint = frame[0].ink_from_chart * (width_mm / frame[0].ink_chart_mm);
    vec2 texels = (abs(footprint[0]) + abs(footprint[1])) * vec2(textureSize(ratio, 0).xy);
    // A linear tap spans up to two texels itself.
    float level = log2(max(max(texels.x, texels.y) / 1.4, 1.0));
    bool inked = frame[0].has_ink == 1u && all(greaterThanEqual(at, vec2(0.0))) && all(lessThanEqual(at, vec2(1.0)));
    BandRatio result;
    [[unroll]] for (uint four = 0u; four < fours_of_bands; ++four)
        result.fours[four] = mix(vec4(1.0), textureLod(ratio, vec3(at, float(four)), level), inked ? 1.0 : 0.0);
    result.blood = inked ? textureLod(redness, at, 0.0).r : 0.0;
    return result;
}

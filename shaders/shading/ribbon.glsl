// A straight piece of hair as the picture sees it, and what it covers of each sample, however thin it is. Needs
// shading/camera.glsl. The filter is a tent two samples wide on each axis: its sum over samples is even everywhere.

const float quarter_turn_of_ends = 0.785398; // an end seen along the hair is a disc: π/4 of the square that encloses it
/// Software Vulkan ends loops silently beyond 65,535 iterations.
const int most_samples = 16000;

/// Rows run along the axis that the piece is longer on, columns across. Samples have their middle at whole numbers.
struct Ribbon {
    bool upright; // rows are those of the picture; else its columns
    float from;   // rows between which it lies
    float to;
    float middle; // column at `from`
    float slope;  // columns a row
    float half_width; // columns, at `from`
    float taper;      // columns a row
    float depth;      // mm, at `from`
    float deeper;     // mm a row
};

vec2 sample_place(vec4 clip, uvec2 size) { return (0.5 + 0.5 * clip.xy / clip.w) * vec2(size) - 0.5; }

/// `half_widths` in samples; `endwise`: cosine of the angle at which its ends are seen.
Ribbon ribbon_of(vec2 from, vec2 to, vec2 depths, vec2 half_widths, float endwise) {
    vec2 whole = to - from;
    float extent = length(whole);
    vec2 along = extent > 1e-3 ? whole / extent : vec2(0.0, 1.0);
    vec2 caps = quarter_turn_of_ends * endwise * half_widths;
    vec2 start = from - caps.x * along, end = to + caps.y * along;
    Ribbon ribbon;
    ribbon.upright = abs(along.y) >= abs(along.x);
    vec4 ends = ribbon.upright ? vec4(start.yx, end.yx) : vec4(start, end);
    float cosine = ribbon.upright ? abs(along.y) : abs(along.x);
    bool swapped = ends.x > ends.z;
    ends = swapped ? ends.zwxy : ends;
    depths = swapped ? depths.yx : depths;
    half_widths = (swapped ? half_widths.yx : half_widths) / cosine;
    float rows = max(ends.z - ends.x, 1e-4);
    ribbon.from = ends.x;
    ribbon.to = ends.z;
    ribbon.middle = ends.y;
    ribbon.slope = (ends.w - ends.y) / rows;
    ribbon.half_width = half_widths.x;
    ribbon.taper = (half_widths.y - half_widths.x) / rows;
    ribbon.depth = depths.x;
    ribbon.deeper = (depths.y - depths.x) / rows;
    return ribbon;
}

/// Integral of the tent from its foot.
float tent_integral(float x) {
    float y = clamp(x, -1.0, 1.0);
    return 0.5 + y * (1.0 - 0.5 * abs(y));
}

/// Share of the tent about `at` that lies between two lines.
float between(float at, float low, float high) { return tent_integral(high - at) - tent_integral(low - at); }

#include "passes/strands.h"
#include "shading/camera.glsl"
#include "shading/fresnel.glsl"
#include "shading/rectangle_lamp.glsl"
#include "shading/hair.glsl"

// Standard deviation of the sample filter, in samples: the narrowest whose sum over samples is even within 1.5 %.
const float filter_sigma = 0.5;
const float filter_reach = 1.5;
const float most_opaque = 0.995;
const float fixed_point = 65536.0;
const int longest_row = 512;
const int most_rows = 1024;

/// Share of a Gaussian filter centred at `at` that lies between two lines.
float between(float at, float low, float high) {
    float scale = 0.7071068 / filter_sigma;
    return 0.5 * (error_function((high - at) * scale) - error_function((low - at) * scale));
}

/// A piece as the picture sees it, in samples.
struct Ribbon {
    vec2 from;
    vec2 along;  // unit
    float extent;
    float from_half_width;
    float to_half_width;
};

vec2 sample_place(vec4 clip) { return (0.5 + 0.5 * clip.xy / clip.w) * vec2(frame[0].size); }

Ribbon ribbon_of(StrandPiece piece, vec4 from, vec4 to) {
    Ribbon ribbon;
    ribbon.from = sample_place(from);
    vec2 whole = sample_place(to) - ribbon.from;
    ribbon.extent = length(whole);
    ribbon.along = ribbon.extent > 1e-3 ? whole / ribbon.extent : vec2(0.0, 1.0);
    ribbon.from_half_width = piece.from_radius / sample_mm(frame[0].camera, frame[0].size, from.w);
    ribbon.to_half_width = piece.to_radius / sample_mm(frame[0].camera, frame[0].size, to.w);
    return ribbon;
}

void add(ivec2 texel, float covered, vec3 xyz) {
    float weight = -log(1.0 - min(covered, most_opaque));
    imageAtomicAdd(cover, ivec3(texel, 0), uint(weight * fixed_point));
    for (int i = 0; i < 3; ++i)
        imageAtomicAdd(cover, ivec3(texel, i + 1), uint(max(weight * xyz[i], 0.0) * fixed_point));
}

void cover_sample(Ribbon ribbon, StrandPiece piece, ivec2 texel, float depth, float slack_mm) {
    vec2 at = vec2(texel) + 0.5 - ribbon.from;
    float t = dot(at, ribbon.along), across = dot(at, vec2(-ribbon.along.y, ribbon.along.x));
    float part = clamp(t / max(ribbon.extent, 1e-3), 0.0, 1.0);
    float half_width = mix(ribbon.from_half_width, ribbon.to_half_width, part);
    float covered = between(across, -half_width, half_width) * between(t, 0.0, ribbon.extent);
    if (covered < 1e-4)
        return;
    float surface = texelFetch(normal_depth, texel, 0).w;
    if (surface > 0.0 && depth > surface + slack_mm)
        return;
    vec3 tangent = normalize(piece.to - piece.from);
    vec3 point = mix(piece.from, piece.to, part);
    LampsSeen seen = lamps_seen[piece.vertex];
    float off = clamp(across / max(half_width, filter_sigma), -0.95, 0.95);
    vec3 own = piece.grey_years > frame[0].years ? frame[0].hair : frame[0].grey_hair;
    vec3 xyz = hair_light(own, point, tangent, normalize(frame[0].camera.position - point), off,
                          vertices[piece.vertex].access, seen.seen / max(seen.all, vec4(1e-4)));
    add(texel, covered, xyz);
}

void main() {
    uint i = gl_GlobalInvocationID.x;
    if (i >= params.piece_count)
        return;
    StrandPiece piece = pieces[i];
    if (piece.gone_years <= frame[0].years)
        return;
    vec4 from = clip_from_point(frame[0].camera, piece.from), to = clip_from_point(frame[0].camera, piece.to);
    if (min(from.w, to.w) < frame[0].camera.near_mm)
        return;
    Ribbon ribbon = ribbon_of(piece, from, to);
    float reach = max(ribbon.from_half_width, ribbon.to_half_width) + filter_reach;
    vec2 end = ribbon.from + ribbon.extent * ribbon.along;
    ivec2 last = ivec2(frame[0].size) - 1;
    ivec2 low = max(ivec2(floor(min(ribbon.from, end) - reach)), ivec2(0));
    ivec2 high = min(ivec2(ceil(max(ribbon.from, end) + reach)), last);
    // The head hides what lies behind it, but not a root whose triangle is a little off the true surface.
    float slack_mm = 0.4 + sample_mm(frame[0].camera, frame[0].size, from.w);
    float depth = 0.5 * (from.w + to.w);
    int rows = min(high.y - low.y + 1, most_rows);
    for (int y = 0; y < rows; ++y) {
        // Where this row crosses the ribbon, widened by its reach along the row.
        float row = float(low.y + y) + 0.5 - ribbon.from.y;
        float slope = abs(ribbon.along.y);
        float middle = ribbon.along.x * row / (slope > 0.05 ? ribbon.along.y : 1e9);
        float wide = slope > 0.05 ? (reach + 0.5) / slope : 1e9;
        int first = max(low.x, int(floor(max(ribbon.from.x + middle - wide, -1e6))));
        int final = min(min(high.x, int(ceil(min(ribbon.from.x + middle + wide, 1e6)))), first + longest_row);
        for (int x = first; x <= final; ++x)
            cover_sample(ribbon, piece, ivec2(x, low.y + y), depth, slack_mm);
    }
}

#include "passes/strands.h"
#include "shading/camera.glsl"
#include "shading/fresnel.glsl"
#include "shading/rectangle_lamp.glsl"
#include "shading/hair.glsl"
#include "shading/ribbon.glsl"

const float most_opaque = 0.995;
const float fixed_point = 65536.0;

void add(ivec2 texel, float covered, vec3 xyz) {
    float weight = -log(1.0 - min(covered, most_opaque)) * fixed_point;
    imageAtomicAdd(cover, ivec3(texel, 0), uint(weight));
    imageAtomicAdd(cover, ivec3(texel, 1), uint(weight * xyz.x));
    imageAtomicAdd(cover, ivec3(texel, 2), uint(weight * xyz.y));
    imageAtomicAdd(cover, ivec3(texel, 3), uint(weight * xyz.z));
}

Ribbon ribbon_of(StrandPiece piece, vec4 from, vec4 to, vec3 tangent, vec3 to_eye) {
    ViewCamera camera = frame[0].camera;
    uvec2 size = frame[0].size;
    vec2 half_widths = vec2(piece.from_radius / sample_mm(camera, size, from.w),
                            piece.to_radius / sample_mm(camera, size, to.w));
    return ribbon_of(sample_place(from, size), sample_place(to, size), vec2(from.w, to.w), half_widths,
                     abs(dot(tangent, to_eye)));
}

/// Light at the nodes of Gauss's rule over a hair's width, so that thin hairs show their mean and wide ones their round.
struct RoundLight {
    vec3 left;
    vec3 middle;
    vec3 right;
};
const float node = 0.7745967;

RoundLight light_round(StrandPiece piece, vec3 tangent, vec3 point, vec3 to_eye) {
    LampsSeen seen = lamps_seen[piece.vertex];
    vec4 in_view = seen.seen / max(seen.all, vec4(1e-4));
    float free = vertices[piece.vertex].access;
    vec3 own = piece.grey_years > frame[0].years ? frame[0].hair : frame[0].grey_hair;
    RoundLight light;
    light.left = hair_light(own, point, tangent, to_eye, -node, free, in_view);
    light.middle = hair_light(own, point, tangent, to_eye, 0.0, free, in_view);
    light.right = hair_light(own, point, tangent, to_eye, node, free, in_view);
    return light;
}

/// `across`: -1 … 1 over the width of a hair that is `half_width` samples wide.
vec3 light_at(RoundLight light, float across, float half_width) {
    vec3 mean = (5.0 * (light.left + light.right) + 8.0 * light.middle) / 18.0;
    float x = clamp(across, -0.95, 0.95) / node;
    vec3 here = light.middle + 0.5 * x * (light.right - light.left + x * (light.left + light.right - 2.0 * light.middle));
    return mix(mean, max(here, vec3(0.0)), smoothstep(0.5, 1.5, half_width));
}

void draw(Ribbon ribbon, RoundLight light, uint part) {
    ivec2 last = ivec2(frame[0].size) - 1;
    int last_row = ribbon.upright ? last.y : last.x, last_column = ribbon.upright ? last.x : last.y;
    int columns = int(ceil(2.0 * max(ribbon.half_width, ribbon.half_width + ribbon.taper * (ribbon.to - ribbon.from)) + 2.0));
    columns = min(columns, 512);
    int first = max(int(floor(ribbon.from)), 0), end = min(int(ceil(ribbon.to)), last_row) + 1;
    int rows = (max(end - first, 0) + int(params.parts) - 1) / int(params.parts);
    first += int(part) * rows;
    rows = min(min(rows, end - first), most_samples / columns);
    // The head hides what lies behind it, but not a root whose triangle is a little off the true surface.
    float slack_mm = 0.4 + sample_mm(frame[0].camera, frame[0].size, ribbon.depth);
    int row = first, column = 0;
    for (int i = 0; i < rows * columns; ++i) {
        float along = clamp(float(row), ribbon.from, ribbon.to) - ribbon.from;
        float middle = ribbon.middle + along * ribbon.slope;
        float half_width = ribbon.half_width + along * ribbon.taper;
        int x = int(floor(middle - half_width)) + column;
        float covered = between(float(row), ribbon.from, ribbon.to) *
                        between(float(x), middle - half_width, middle + half_width);
        if (covered > 1e-4 && x >= 0 && x <= last_column) {
            ivec2 texel = ribbon.upright ? ivec2(x, row) : ivec2(row, x);
            float surface = texelFetch(normal_depth, texel, 0).w;
            if (surface == 0.0 || ribbon.depth + along * ribbon.deeper <= surface + slack_mm)
                add(texel, covered, light_at(light, (float(x) - middle) / half_width, half_width));
        }
        if (++column == columns) {
            column = 0;
            ++row;
        }
    }
}

void main() {
    uint i = clusters[gl_WorkGroupID.x] * gl_WorkGroupSize.x + gl_LocalInvocationID.x;
    if (i >= params.piece_count)
        return;
    StrandPiece piece = pieces[i];
    vec4 from = clip_from_point(frame[0].camera, piece.from), to = clip_from_point(frame[0].camera, piece.to);
    if (piece.gone_years <= frame[0].years || min(from.w, to.w) < frame[0].camera.near_mm)
        return;
    vec3 tangent = normalize(piece.to - piece.from);
    vec3 middle = 0.5 * (piece.from + piece.to);
    vec3 to_eye = normalize(frame[0].camera.position - middle);
    draw(ribbon_of(piece, from, to, tangent, to_eye), light_round(piece, tangent, middle, to_eye), gl_WorkGroupID.y);
}

// Walks over the samples that a piece of hair covers. Needs passes/frame.h, shading/camera.glsl, shading/ribbon.glsl, the
// buffers `pieces` and `clusters`, `normal_depth`, params.drawn, and from the shader that includes it `const bool among_hair`, whether long pieces
// are told from the head sample by sample, and

/// Takes note of a sample. `across`: -1 … 1 over the hair's width, which is twice `half_width` samples.
void cover(ivec2 texel, float covered, float depth_mm, float across, float half_width);

uint piece_index() {
    uint drawn_of_each = gl_WorkGroupSize.x / params.drawn.every;
    return clusters[gl_GlobalInvocationID.x / drawn_of_each] * gl_WorkGroupSize.x +
           gl_GlobalInvocationID.x % drawn_of_each * params.drawn.every;
}

/// A piece of hair before the camera.
struct SeenPiece {
    bool seen;
    StrandPiece piece;
    vec3 tangent;
    vec3 middle;
    vec3 to_eye;
    vec4 from; // clip place
    vec4 to;
};

SeenPiece seen_piece() {
    SeenPiece seen;
    uint i = piece_index();
    seen.piece = pieces[min(i, params.drawn.piece_count - 1u)];
    StrandPiece piece = seen.piece;
    seen.from = clip_from_point(frame[0].camera, piece.from);
    seen.to = clip_from_point(frame[0].camera, piece.to);
    seen.tangent = normalize(piece.to - piece.from);
    seen.middle = 0.5 * (piece.from + piece.to);
    seen.to_eye = normalize(frame[0].camera.position - seen.middle);
    seen.seen = i < params.drawn.piece_count && piece.share <= params.drawn.most_share && piece.gone_years > frame[0].years &&
                min(seen.from.w, seen.to.w) >= frame[0].camera.near_mm;
    return seen;
}

Ribbon ribbon_of(SeenPiece seen) {
    ViewCamera camera = frame[0].camera;
    uvec2 size = frame[0].size;
    float widen = seen.piece.share > 0u ? params.drawn.widen : float(params.drawn.every);
    vec2 half_widths = widen * vec2(seen.piece.from_radius / sample_mm(camera, size, seen.from.w),
                                    seen.piece.to_radius / sample_mm(camera, size, seen.to.w));
    return ribbon_of(sample_place(seen.from, size), sample_place(seen.to, size), vec2(seen.from.w, seen.to.w), half_widths,
                     abs(dot(seen.tangent, seen.to_eye)));
}

/// The head hides what lies behind it, but not a root whose triangle is a little off the true surface.
bool before_head(ivec2 texel, float depth_mm, float slack_mm) {
    float surface = texelFetch(normal_depth, texel, 0).w;
    return surface == 0.0 || depth_mm <= surface + slack_mm;
}

float slack_mm(float depth_mm) { return 0.4 + sample_mm(frame[0].camera, frame[0].size, depth_mm); }

/// A short piece is before the head or behind it as a whole.
bool middle_before_head(Ribbon ribbon) {
    float half_way = 0.5 * (ribbon.to - ribbon.from);
    ivec2 place = ivec2(round(vec2(ribbon.middle + half_way * ribbon.slope, ribbon.from + half_way)));
    ivec2 texel = clamp(ribbon.upright ? place : place.yx, ivec2(0), ivec2(frame[0].size) - 1);
    float depth = ribbon.depth + half_way * ribbon.deeper;
    return before_head(texel, depth, slack_mm(depth));
}

void draw(Ribbon ribbon) {
    ivec2 last = ivec2(frame[0].size) - 1;
    int last_row = ribbon.upright ? last.y : last.x, last_column = ribbon.upright ? last.x : last.y;
    float widest = max(ribbon.half_width, ribbon.half_width + ribbon.taper * (ribbon.to - ribbon.from));
    // What is much thinner than a sample lies between two, but for less than a hundredth of it.
    bool thin = widest < 0.2;
    int columns = thin ? 2 : min(int(ceil(2.0 * widest + 2.0)), 512);
    int first = max(int(floor(ribbon.from)), 0), end = min(int(ceil(ribbon.to)), last_row) + 1;
    int rows = (max(end - first, 0) + int(params.drawn.parts) - 1) / int(params.drawn.parts);
    first += int(gl_WorkGroupID.y) * rows;
    rows = min(min(rows, end - first), most_samples / columns);
    float slack = slack_mm(ribbon.depth);
    int row = first, column = 0;
    for (int i = 0; i < rows * columns; ++i) {
        float along = clamp(float(row), ribbon.from, ribbon.to) - ribbon.from;
        float middle = ribbon.middle + along * ribbon.slope;
        float half_width = ribbon.half_width + along * ribbon.taper;
        int x = int(floor(thin ? middle : middle - half_width)) + column;
        float covered = between(float(row), ribbon.from, ribbon.to) *
                        between(float(x), middle - half_width, middle + half_width);
        if (covered > 1e-4 && x >= 0 && x <= last_column) {
            ivec2 texel = ribbon.upright ? ivec2(x, row) : ivec2(row, x);
            float depth = ribbon.depth + along * ribbon.deeper;
            if (!among_hair || before_head(texel, depth, slack))
                cover(texel, covered, depth, (float(x) - middle) / half_width, half_width);
        }
        if (++column == columns) {
            column = 0;
            ++row;
        }
    }
}

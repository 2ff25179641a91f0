#include "passes/sense_absorbers.h"

const uint widths = 6u;

// How much of the absorbers' depth a piece crosses: for dots by the middle of the piece, which is shorter than sigma_z.
float sheet_crossing(LoneAbsorbers group, PathPiece piece) {
    if (group.sigma_z > 0.0f) {
        float away = (0.5f * (piece.z0 + piece.z1) - group.depth) / group.sigma_z;
        return away * away < 25.0f ? piece_length(piece) * exp(-0.5f * away * away) : 0.0f;
    }
    return sheet_path(0.0f, group.depth, piece);
}

float crossing(LoneAbsorbers group, float sigma, vec2 place, PathPiece piece) {
    if (group.sigma_z > 0.0f) {
        GaussianDot dot;
        dot.x = place.x;
        dot.y = place.y;
        dot.depth = group.depth;
        dot.slant_x = group.slant_x;
        dot.slant_y = 0.0f;
        dot.sigma = sigma;
        dot.sigma_z = group.sigma_z;
        return gaussian_path(dot, piece);
    }
    LeaningCylinder shaft;
    shaft.x = place.x;
    shaft.y = place.y;
    shaft.top = 0.0f;
    shaft.bottom = group.depth;
    shaft.slant_x = group.slant_x;
    shaft.slant_y = 0.0f;
    shaft.radius = sigma;
    return cylinder_path(shaft, piece);
}

// Where an absorber must lie for the middle of a piece to be in its middle.
vec2 place_over(LoneAbsorbers group, PathPiece piece) {
    float z = 0.5f * (piece.z0 + piece.z1);
    float reference = group.sigma_z > 0.0f ? group.depth : 0.0f;
    return vec2(0.5f * (piece.x0 + piece.x1) - group.slant_x * (z - reference), 0.5f * (piece.y0 + piece.y1));
}

// Standard deviation of the draw of a place about a piece: somewhat wider than the absorber.
float draw_spread(float sigma) {
    return 1.5f * sigma;
}

void main() {
    uint path_index = gl_GlobalInvocationID.x;
    if (path_index >= params.path_count) {
        return;
    }
    PathSpan path = paths[path_index];
    LoneAbsorbers group = groups[gl_GlobalInvocationID.y];
    RandomState random = random_stream(params.seed + gl_GlobalInvocationID.y, path_index);

    // A piece chosen by how much of the absorbers' depth it crosses (reservoir sampling).
    float total = 0.0f;
    vec2 chosen = vec2(0.0f);
    vec3 from = vertices[path.first];
    for (uint i = 1u; i < path.count; ++i) {
        vec3 to = vertices[path.first + i];
        PathPiece piece = piece_between(from.x, from.y, from.z, to.x, to.y, to.z);
        float share = sheet_crossing(group, piece);
        total += share;
        random = next_random(random);
        if (share > 0.0f && uniform_of(random) * total < share) {
            chosen = place_over(group, piece);
        }
        from = to;
    }
    // A place near it for each width, by a Gaussian.
    vec2 place[widths];
    float density[widths];
    float crossed[widths];
    for (uint w = 0u; w < widths; ++w) {
        random = next_random(random);
        float radius = draw_spread(group.sigma[w]) * sqrt(2.0f * optical_depth_to_next_event(uniform_of(random)));
        random = next_random(random);
        float azimuth = 6.28318530717958648f * uniform_of(random);
        place[w] = chosen + radius * vec2(cos(azimuth), sin(azimuth));
        density[w] = 0.0f;
        crossed[w] = 0.0f;
    }
    from = vertices[path.first];
    for (uint i = 1u; i < path.count && total > 1e-7f; ++i) {
        vec3 to = vertices[path.first + i];
        PathPiece piece = piece_between(from.x, from.y, from.z, to.x, to.y, to.z);
        float share = sheet_crossing(group, piece);
        if (share > 0.0f) {
            vec2 over = place_over(group, piece);
            for (uint w = 0u; w < widths; ++w) {
                vec2 away = (place[w] - over) / draw_spread(group.sigma[w]);
                density[w] += share * exp(-0.5f * dot(away, away));
                crossed[w] += crossing(group, group.sigma[w], place[w], piece);
            }
        }
        from = to;
    }
    for (uint w = 0u; w < widths; ++w) {
        float spread = draw_spread(group.sigma[w]);
        Sensing sensing;
        sensing.crossed = crossed[w];
        sensing.area_per_sample = density[w] > 0.0f ? total * 6.28318530717958648f * spread * spread / density[w] : 0.0f;
        sensing.distance = length(place[w]);
        sensing.sheet_crossed = total;
        sensings[(gl_GlobalInvocationID.y * widths + w) * params.path_count + path_index] = sensing;
    }
}

#include "passes/replay_ink.h"

const float opaque_depth = 30.0f;

PathPiece moved(PathPiece p, float x, float y) {
    p.x0 += x;
    p.x1 += x;
    p.y0 += y;
    p.y1 += y;
    return p;
}

// Into the base rectangle of a patch that repeats, by the piece's middle.
PathPiece folded(PathPiece p) {
    if (params.period_x > 0.0f) {
        float x = floor(0.5f * (p.x0 + p.x1) / params.period_x) * params.period_x;
        float y = floor(0.5f * (p.y0 + p.y1) / params.period_y) * params.period_y;
        return moved(p, -x, -y);
    }
    return p;
}

bool outside_box(uint image, PathPiece p) {
    return max(p.x0, p.x1) < images[image].low_x || min(p.x0, p.x1) > images[image].high_x ||
           max(p.y0, p.y1) < images[image].low_y || min(p.y0, p.y1) > images[image].high_y ||
           max(p.z0, p.z1) < images[image].low_z || min(p.z0, p.z1) > images[image].high_z;
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    uint points = params.columns * params.rows;
    if (index >= params.path_count * points) {
        return;
    }
    uint point = index % points;
    float x = (float(point % params.columns) + 0.5f) * params.step_x;
    float y = (float(point / params.columns) + 0.5f) * params.step_y;
    uint first = paths[params.first_path + index / points].first;
    uint count = paths[params.first_path + index / points].count;
    vec4 depth = params.add == 1u ? depths[index] : vec4(0.0f);
    uint end = min(count, params.first_piece + params.piece_count);
    for (uint k = params.first_piece; k < end && any(lessThan(depth, vec4(opaque_depth))); ++k) {
        PathPiece piece = folded(moved(pieces[first + k], x, y));
        float column = floor((0.5f * (piece.x0 + piece.x1) - params.low_x) / params.cell);
        float row = floor((0.5f * (piece.y0 + piece.y1) - params.low_y) / params.cell);
        if (column < 0.0f || row < 0.0f || column > float(params.cell_columns) || row > float(params.cell_rows)) {
            continue;
        }
        uint cell = min(uint(row), params.cell_rows - 1u) * params.cell_columns + min(uint(column), params.cell_columns - 1u);
        uint member = cell_firsts[cell] + params.first_member;
        uint last = min(cell_firsts[cell + 1u], member + params.member_count);
        for (; member < last; ++member) {
            uint image = cell_members[member];
            if (!outside_box(image, piece)) {
                float crossed = images[image].strength * shape_path(images[image].shape, piece);
                depth += crossed * absorptions[images[image].absorber];
            }
        }
    }
    depths[index] = depth;
}

// How much of an absorber a straight piece of a photon's path crosses, as an equivalent length at the absorber's (peak)
// absorption coefficient; optical depth = coefficient × that length. Each is a unit shape (unit_shapes.glsl) seen through an
// affine map. Shapes may lean: a horizontal cut at depth z is then moved sideways by slant × (z − the reference depth).

struct PathPiece {
    Length x0;
    Length y0;
    Length z0;
    Length x1;
    Length y1;
    Length z1;
};

inline PathPiece piece_between(Length x0, Length y0, Length z0, Length x1, Length y1, Length z1) {
    PathPiece p;
    p.x0 = x0;
    p.y0 = y0;
    p.z0 = z0;
    p.x1 = x1;
    p.y1 = y1;
    p.z1 = z1;
    return p;
}

struct GaussianDot {
    Length x;
    Length y;
    Length depth;
    Number slant_x;
    Number slant_y;
    Length sigma;
    Length sigma_z;
};

struct LeaningCylinder {
    Length x;   // of the axis at its top
    Length y;
    Length top;
    Length bottom;
    Number slant_x;
    Number slant_y;
    Length radius;
};

// The affine map of an absorber: unit coordinates are the matrix times the displacement from the origin. A row of zeros
// leaves an absorber without end in that direction.
struct AbsorberShape {
    uint kind;
    Length x;
    Length y;
    Length z;
    InverseLength xx;
    InverseLength xy;
    InverseLength xz;
    InverseLength yx;
    InverseLength yy;
    InverseLength yz;
    InverseLength zx;
    InverseLength zy;
    InverseLength zz;
};

const uint gaussian_ball = 0u;   // exp(-(x² + y² + z²)/2)
const uint gaussian_rod = 1u;    // exp(-(x² + y²)/2) for z from 0 to 1
const uint solid_rod = 2u;       // 1 within x² + y² < 1 for z from 0 to 1

inline UnitPiece seen_from(AbsorberShape s, PathPiece p) {
    Length ax = p.x0 - s.x;
    Length ay = p.y0 - s.y;
    Length az = p.z0 - s.z;
    Length bx = p.x1 - p.x0;
    Length by = p.y1 - p.y0;
    Length bz = p.z1 - p.z0;
    UnitPiece u;
    u.ax = s.xx * ax + s.xy * ay + s.xz * az;
    u.ay = s.yx * ax + s.yy * ay + s.yz * az;
    u.az = s.zx * ax + s.zy * ay + s.zz * az;
    u.bx = s.xx * bx + s.xy * by + s.xz * bz;
    u.by = s.yx * bx + s.yy * by + s.yz * bz;
    u.bz = s.zx * bx + s.zy * by + s.zz * bz;
    return u;
}

inline Length piece_length(PathPiece p) {
    return sqrt((p.x1 - p.x0) * (p.x1 - p.x0) + (p.y1 - p.y0) * (p.y1 - p.y0) + (p.z1 - p.z0) * (p.z1 - p.z0));
}

inline Length shape_path(AbsorberShape shape, PathPiece p) {
    UnitPiece u = seen_from(shape, p);
    Number share = 0.0f;
    if (shape.kind == gaussian_ball) {
        share = gaussian_share(u, 0.0f, 1.0f);
    } else if (shape.kind == gaussian_rod) {
        share = gaussian_rod_share(u);
    } else {
        share = solid_rod_share(u);
    }
    return piece_length(p) * share;
}

inline Length gaussian_path(GaussianDot dot, PathPiece p) {
    UnitPiece u;
    u.ax = (p.x0 - dot.x - dot.slant_x * (p.z0 - dot.depth)) / dot.sigma;
    u.ay = (p.y0 - dot.y - dot.slant_y * (p.z0 - dot.depth)) / dot.sigma;
    u.az = (p.z0 - dot.depth) / dot.sigma_z;
    u.bx = (p.x1 - p.x0 - dot.slant_x * (p.z1 - p.z0)) / dot.sigma;
    u.by = (p.y1 - p.y0 - dot.slant_y * (p.z1 - p.z0)) / dot.sigma;
    u.bz = (p.z1 - p.z0) / dot.sigma_z;
    return piece_length(p) * gaussian_share(u, 0.0f, 1.0f);
}

inline Length cylinder_path(LeaningCylinder c, PathPiece p) {
    UnitPiece u;
    u.ax = (p.x0 - c.x - c.slant_x * (p.z0 - c.top)) / c.radius;
    u.ay = (p.y0 - c.y - c.slant_y * (p.z0 - c.top)) / c.radius;
    u.az = (p.z0 - c.top) / (c.bottom - c.top);
    u.bx = (p.x1 - p.x0 - c.slant_x * (p.z1 - p.z0)) / c.radius;
    u.by = (p.y1 - p.y0 - c.slant_y * (p.z1 - p.z0)) / c.radius;
    u.bz = (p.z1 - p.z0) / (c.bottom - c.top);
    return piece_length(p) * solid_rod_share(u);
}

inline Length sheet_path(Length top, Length thickness, PathPiece p) {
    PieceShare s = share_within((p.z0 - top) / thickness, (p.z1 - p.z0) / thickness, 0.0f, 1.0f);
    return piece_length(p) * max(0.0f, s.to - s.from);
}

// How much of an absorber a straight piece of a photon's path crosses, as an equivalent length at the absorber's (peak)
// absorption coefficient; optical depth = coefficient × that length. All shapes may lean: a horizontal cut at depth z is
// moved sideways by slant × (z − the shape's reference depth), which keeps straight pieces straight.

struct PathPiece {
    Length x0;
    Length y0;
    Length z0;
    Length x1;
    Length y1;
    Length z1;
};

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

// Error function by Abramowitz & Stegun 7.1.26: absolute error below 1.5e-7.
inline Number error_function(Number x) {
    Number a = abs(x);
    Number t = 1.0f / (1.0f + 0.3275911f * a);
    Number tail = t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
    Number positive = 1.0f - tail * exp(-a * a);
    return x < 0.0f ? -positive : positive;
}

inline Length piece_length(PathPiece p) {
    return sqrt((p.x1 - p.x0) * (p.x1 - p.x0) + (p.y1 - p.y0) * (p.y1 - p.y0) + (p.z1 - p.z0) * (p.z1 - p.z0));
}

// Along the piece the Gaussian's exponent is a parabola in the share t travelled, q(t) = |a + b t|²/2 in units of sigma:
// completing the square leaves an error function.
inline Length gaussian_path(GaussianDot dot, PathPiece p) {
    Number ax = (p.x0 - dot.x - dot.slant_x * (p.z0 - dot.depth)) / dot.sigma;
    Number ay = (p.y0 - dot.y - dot.slant_y * (p.z0 - dot.depth)) / dot.sigma;
    Number az = (p.z0 - dot.depth) / dot.sigma_z;
    Number bx = (p.x1 - p.x0 - dot.slant_x * (p.z1 - p.z0)) / dot.sigma;
    Number by = (p.y1 - p.y0 - dot.slant_y * (p.z1 - p.z0)) / dot.sigma;
    Number bz = (p.z1 - p.z0) / dot.sigma_z;
    Number bb = bx * bx + by * by + bz * bz;
    Number ab = ax * bx + ay * by + az * bz;
    Number aa = ax * ax + ay * ay + az * az;
    // A piece much shorter than sigma: its mean is the value at its middle, and the general form would cancel.
    if (bb < 1e-4f) {
        return piece_length(p) * exp(-0.5f * (aa + ab + 0.25f * bb));
    }
    Number b = sqrt(bb);
    Number nearest = max(0.0f, aa - ab * ab / bb);
    if (nearest > 60.0f) {
        return Length(0.0f);
    }
    Number along = error_function(0.70710678f * (b + ab / b)) - error_function(0.70710678f * ab / b);
    return piece_length(p) * (1.25331414f / b) * exp(-0.5f * nearest) * along;
}

// Share of the piece between two depths, as the interval [from, to] of t; empty when from >= to.
struct PieceShare {
    Number from;
    Number to;
};

inline PieceShare share_between(PathPiece p, Length top, Length bottom) {
    PieceShare s;
    Length dz = p.z1 - p.z0;
    if (abs(dz) < Length(1e-9f)) {
        bool inside = p.z0 >= top && p.z0 < bottom;
        s.from = 0.0f;
        s.to = inside ? 1.0f : 0.0f;
        return s;
    }
    Number t_top = (top - p.z0) / dz;
    Number t_bottom = (bottom - p.z0) / dz;
    s.from = max(0.0f, min(t_top, t_bottom));
    s.to = min(1.0f, max(t_top, t_bottom));
    return s;
}

inline Length sheet_path(Length top, Length thickness, PathPiece p) {
    PieceShare s = share_between(p, top, top + thickness);
    return piece_length(p) * max(0.0f, s.to - s.from);
}

inline Length cylinder_path(LeaningCylinder c, PathPiece p) {
    PieceShare s = share_between(p, c.top, c.bottom);
    Number ax = (p.x0 - c.x - c.slant_x * (p.z0 - c.top)) / c.radius;
    Number ay = (p.y0 - c.y - c.slant_y * (p.z0 - c.top)) / c.radius;
    Number bx = (p.x1 - p.x0 - c.slant_x * (p.z1 - p.z0)) / c.radius;
    Number by = (p.y1 - p.y0 - c.slant_y * (p.z1 - p.z0)) / c.radius;
    Number bb = bx * bx + by * by;
    Number aa = ax * ax + ay * ay;
    if (bb < 1e-12f) {
        return aa < 1.0f ? piece_length(p) * max(0.0f, s.to - s.from) : Length(0.0f);
    }
    Number ab = ax * bx + ay * by;
    Number discriminant = ab * ab - bb * (aa - 1.0f);
    if (discriminant <= 0.0f) {
        return Length(0.0f);
    }
    Number half_width = sqrt(discriminant) / bb;
    Number from = max(s.from, -ab / bb - half_width);
    Number to = min(s.to, -ab / bb + half_width);
    return piece_length(p) * max(0.0f, to - from);
}

// A sheet whose absorption is Gaussian in depth, about `depth`. The integral of exp(-z²/2σ²) over the piece's depths.
inline Length gaussian_sheet_path(Length depth, Length sigma_z, PathPiece p) {
    Number a = (p.z0 - depth) / sigma_z;
    Number b = (p.z1 - p.z0) / sigma_z;
    if (abs(b) < 1e-2f) {
        Number middle = a + 0.5f * b;
        return piece_length(p) * exp(-0.5f * middle * middle);
    }
    Number difference = error_function(0.70710678f * (a + b)) - error_function(0.70710678f * a);
    return piece_length(p) * (1.25331414f / b) * difference;
}

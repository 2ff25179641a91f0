// Straight pieces through unit shapes: a Gaussian ball, a rod with a Gaussian cross-section, a solid rod. An affine map keeps
// straight pieces straight and shares of them the same, so absorbers.glsl makes every absorber out of these.

// A piece in coordinates in which an absorber is a unit shape: it is at a + b t for t from 0 to 1.
struct UnitPiece {
    Number ax;
    Number ay;
    Number az;
    Number bx;
    Number by;
    Number bz;
};

// Error function by Abramowitz & Stegun 7.1.26: absolute error below 1.5e-7.
inline Number error_function(Number x) {
    Number a = abs(x);
    Number t = 1.0f / (1.0f + 0.3275911f * a);
    Number tail = t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
    Number positive = 1.0f - tail * exp(-a * a);
    return x < 0.0f ? -positive : positive;
}

// Share of the piece within from <= a + b t < to, as the interval [from, to] of t; empty when from >= to.
struct PieceShare {
    Number from;
    Number to;
};

inline PieceShare share_within(Number a, Number b, Number low, Number high) {
    PieceShare s;
    if (abs(b) < 1e-9f) {
        s.from = 0.0f;
        s.to = a >= low && a < high ? 1.0f : 0.0f;
        return s;
    }
    Number t_low = (low - a) / b;
    Number t_high = (high - a) / b;
    s.from = max(0.0f, min(t_low, t_high));
    s.to = min(1.0f, max(t_low, t_high));
    return s;
}

// The integral of exp(-|a + b t|²/2) over t from `from` to `to`. The exponent is a parabola in t: with d = |a × b|/|b|, how
// near the whole line comes, |a + b t|² = d² + (|b| t + a·b/|b|)², and what is left is an error function. (d² written as
// |a|² − (a·b)²/|b|² would cancel for long pieces.) Over a short way Simpson's rule is closer: within 4e-6 of it below |b|
// = 0.25, where the difference of two error functions cancels.
inline Number gaussian_share(UnitPiece u, Number from, Number to) {
    Number width = to - from;
    if (width <= 0.0f) {
        return 0.0f;
    }
    Number bb = u.bx * u.bx + u.by * u.by + u.bz * u.bz;
    Number ab = u.ax * u.bx + u.ay * u.by + u.az * u.bz;
    if (bb * width * width < 0.0625f) {
        Number aa = u.ax * u.ax + u.ay * u.ay + u.az * u.az;
        Number middle = 0.5f * (from + to);
        Number first = exp(-0.5f * (aa + from * (2.0f * ab + from * bb)));
        Number second = exp(-0.5f * (aa + middle * (2.0f * ab + middle * bb)));
        Number third = exp(-0.5f * (aa + to * (2.0f * ab + to * bb)));
        return width * (first + 4.0f * second + third) / 6.0f;
    }
    Number cx = u.ay * u.bz - u.az * u.by;
    Number cy = u.az * u.bx - u.ax * u.bz;
    Number cz = u.ax * u.by - u.ay * u.bx;
    Number nearest_squared = (cx * cx + cy * cy + cz * cz) / bb;
    if (nearest_squared > 120.0f) {
        return 0.0f;
    }
    Number b = sqrt(bb);
    Number along = ab / b;
    Number difference = error_function(0.70710678f * (b * to + along)) - error_function(0.70710678f * (b * from + along));
    return 1.25331414f / b * exp(-0.5f * nearest_squared) * difference;
}

inline Number gaussian_rod_share(UnitPiece u) {
    PieceShare s = share_within(u.az, u.bz, 0.0f, 1.0f);
    u.az = 0.0f;
    u.bz = 0.0f;
    return gaussian_share(u, s.from, s.to);
}

inline Number solid_rod_share(UnitPiece u) {
    PieceShare s = share_within(u.az, u.bz, 0.0f, 1.0f);
    Number bb = u.bx * u.bx + u.by * u.by;
    Number aa = u.ax * u.ax + u.ay * u.ay;
    if (bb < 1e-12f) {
        return aa < 1.0f ? max(0.0f, s.to - s.from) : 0.0f;
    }
    Number ab = u.ax * u.bx + u.ay * u.by;
    Number across = u.ax * u.by - u.ay * u.bx;
    Number discriminant = bb - across * across;
    if (discriminant <= 0.0f) {
        return 0.0f;
    }
    Number half_width = sqrt(discriminant) / bb;
    Number from = max(s.from, -ab / bb - half_width);
    Number to = min(s.to, -ab / bb + half_width);
    return max(0.0f, to - from);
}

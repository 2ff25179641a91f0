// Light at the surface of skin.

/// Reflection at an angle (Schlick 1994).
float fresnel(float f0, float cosine) {
    float x = clamp(1.0 - cosine, 0.0, 1.0);
    float square = x * x;
    return f0 + (1.0 - f0) * square * square * x;
}

/// What enters or leaves at an angle over the mean of an even sky, whose mean reflection is f0 + (1 - f0)/21: the
/// reflectance of a skin is told for an even sky.
float passage(float f0, float cosine) { return (1.0 - fresnel(f0, cosine)) / ((1.0 - f0) * 20.0 / 21.0); }

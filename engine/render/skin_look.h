#pragma once

namespace healed::render {

/// What lies on the skin and mirrors.
struct Gloss {
    float oil = 1;       ///< film of sebum: 0 matt, 1 healthy, 2 greasy
    float roughness = 1; ///< of what mirrors: slopes of the surface over those of healthy skin, 0.5 … 2
    float wet = 0;       ///< share of the surface under water, 0 … 1
    float sunscreen = 0; ///< 0 none … 1 fresh and thick: an even sheen

    bool operator==(const Gloss&) const = default;
};

/// How a person's skin looks at its surface, beyond its colour.
struct SkinLook {
    Gloss gloss;
    float relief = 1.0f;             ///< of fine lines and pores: 0 smooth, 1 grown skin
    float unevenness = 1.0f;         ///< of blood and melanin from place to place: 0 none, 1 grown skin
    bool crossed_polarisers = false; ///< before lamps and lens, as in trichoscopy: nothing mirrored is seen
};

} // namespace healed::render

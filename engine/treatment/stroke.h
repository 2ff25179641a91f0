#pragma once

#include "treatment/area.h"

#include <cstddef>
#include <vector>

namespace healed::treatment {

inline constexpr std::size_t most_stroke_places = 256;

/// Where a brush went over the scalp, and what it changes there. Later strokes act on what earlier ones have
/// left; one stroke acts once on a place, however often it crosses it.
struct Stroke {
    enum class Kind {
        Density, ///< more dots, or fewer
        Erase,   ///< no dots
        Comb     ///< hair, and the dots that follow it, lie the way of the stroke
    };
    Kind kind = Kind::Density;
    std::vector<Place> along{Place{}}; ///< in the order of the hand; two or more to comb
    double radius_mm = 12.0;           ///< of the brush, its soft edge included, on a median head, 1 … 60
    double softness = 0.5;             ///< share of the radius over which it fades outwards, 0 … 1
    /// Of Density: share of natural follicles added, taken away below 0; -1 … 1.
    double density = 0.25;
    bool mirrored = false; ///< acts on both sides of the midline alike
};

} // namespace healed::treatment

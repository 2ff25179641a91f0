#pragma once

#include "aging/client.h"
#include "aging/exposure.h"
#include "aging/laser.h"
#include "ink/ink.h"
#include "treatment/dot.h"

#include <array>
#include <string>
#include <vector>

namespace healed::aging {

/// Names of the pigments that change into one another.
inline constexpr const char* magnetite = "magnetite";

/// Immune clearance of carbon at a depth without sun, 1/y: k_deep + k_pap exp(-z/l).
double clearance_per_year(double depth_mm);

/// What client, ink and events bring to the fading of the dots of one appointment; computed once for all of
/// them.
struct Kinetics {
    using PerPigment = std::array<double, treatment::max_pigments>;

    std::vector<std::string> pigments; ///< in the order of the dot's masses
    PerPigment clearance_factor{};     ///< against carbon
    PerPigment metabolic_per_year{};
    PerPigment bleach_per_sed{};
    int magnetite_place = -1;        ///< which of the pigments, or -1
    double made_years = 0.0;         ///< on the plan's clock, when the dots are set
    Exposure exposure;               ///< the client's life
    Care care;                       ///< of the fresh dots
    double reddening = 1.0;          ///< of the fresh dots, over that of a light, quick touch
    std::vector<LaserEffect> passes; ///< rising in time; those before `made_years` do nothing
};

/// Throws Error for an ink of more than max_pigments components, an unknown pigment, or a client out of
/// range.
Kinetics kinetics(const ink::Ink& ink, const ink::Library& library, const Client& client);

} // namespace healed::aging

#pragma once

#include "aging/client.h"
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

/// What client and ink bring to the fading of a dot; computed once, used for all dots of a session.
struct Kinetics {
    using PerPigment = std::array<double, treatment::max_pigments>;

    std::vector<std::string> pigments; ///< in the order of the dot's masses
    double client_factor = 1.0;        ///< immunity × age × oil × smoking
    double vertex_sed_per_year = 0.0;  ///< dose on level skin
    PerPigment clearance_factor{};     ///< against carbon
    PerPigment metabolic_per_year{};
    PerPigment bleach_per_sed{};
    int magnetite_place = -1; ///< which of the pigments, or -1

    /// Multiplies clearance_per_year() for carbon under a yearly dose.
    double immune_factor(double sed_per_year) const;
};

/// Throws Error for an ink of more than max_pigments components, an unknown pigment, or a client out of
/// range.
Kinetics kinetics(const ink::Ink& ink, const ink::Library& library, const Client& client);

} // namespace healed::aging

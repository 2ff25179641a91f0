#pragma once

#include "aging/age.h"

#include <filesystem>
#include <numeric>

namespace healed {

inline const ink::Library& the_library() {
    static const ink::Library library =
        ink::load_library(std::filesystem::path(HEALED_SOURCE_DIR) / "assets");
    return library;
}

/// A dot of an ink on level skin.
inline treatment::Dot level_dot(const ink::Ink& ink, double depth_mm) {
    treatment::Dot dot{};
    dot.normal = {0.0f, 1.0f, 0.0f};
    dot.depth_mm = static_cast<float>(depth_mm);
    dot.footprint_mm = 0.24f;
    for (std::size_t i = 0; i < ink.components.size(); ++i)
        dot.mass_ng[i] = static_cast<float>(ink.pigment_ng_per_dot * ink.components[i].mass_fraction);
    return dot;
}

inline double delivered_ng(const treatment::Dot& dot) {
    return std::accumulate(dot.mass_ng.begin(), dot.mass_ng.end(), 0.0);
}

/// All ink of a dot, crust and ferric red included.
inline double ink_ng(const treatment::Dot& dot, const aging::DotState& state) {
    return std::accumulate(state.mass_ng.begin(), state.mass_ng.end(), 0.0) +
           state.crust * delivered_ng(dot) + state.ferric_ng + state.darkened_ng;
}

inline aging::Client in_the_dark() {
    aging::Client client;
    client.ambient_sed_per_year = 0.0;
    return client;
}

inline constexpr double day = 1.0 / 365.25;

} // namespace healed

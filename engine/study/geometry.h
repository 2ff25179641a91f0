#pragma once

#include "aging/dot_state.h"
#include "head/head.h"
#include "treatment/front_edge.h"
#include "treatment/treat.h"

#include <optional>
#include <span>
#include <string_view>

namespace healed::study {

/// Figures of the dots in the skin at a time: what a ruler and a lens would tell, without any light.
struct Geometry {
    double mean_diameter_mm = 0.0;
    double diameter_spread = 0.0;      ///< coefficient of variation of the diameters
    double dots_per_cm2 = 0.0;         ///< on the treated skin, treatment::treated_skin()
    double nearest_neighbour_mm = 0.0; ///< mean, on that skin
    double nearest_neighbour_cv = 0.0;
    double clark_evans = 0.0;       ///< mean distance over that of chance
    double coverage = 0.0;          ///< share of that skin under dots
    double skin_between_dots = 0.0; ///< share of it that no dot darkens, treatment::Coverage
    double streak_mm = 0.0;         ///< mean length by which leaning deposits run aside between their ends
    double angle_to_growth_deg = 0.0;
    double bare_ring_cm2 = 0.0; ///< skin that has lost more than half of its hair and holds no dots for it
    double order = 0.0;         ///< of the dots in rows, treatment::Spacing
    std::optional<double> hairline_height_mm, hairline_straightness; ///< of `front`
    std::optional<treatment::FrontEdge> front;
};

/// `states` has one for each dot of the treatment, at `years` on the plan's clock. Dots that hold no ink then
/// do not count.
Geometry geometry(const head::Head& head, const treatment::Plan& plan, const treatment::Treatment& treatment,
                  std::span<const aging::DotState> states, double years);

/// One of them by the name of its member; none for a name that is none of them and for a figure that the plan
/// does not have.
std::optional<double> figure(const Geometry& geometry, std::string_view name);

} // namespace healed::study

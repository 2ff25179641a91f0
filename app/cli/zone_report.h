#pragma once

#include "treated_head.h"

#include "base/json.h"
#include "portfolio/work.h"

#include <optional>
#include <string>

namespace healed::cli {

/// Which of a plan's dots are judged.
struct ZoneChoice {
    std::string region;             ///< one of the scalp's regions; all when empty
    std::optional<std::size_t> dot; ///< a single one, in the order of the treatment
};

/// The whole treatment's core, one region's, or one dot with the skin that a dot of the core has to itself.
/// Throws Error for a dot or region that has no dots.
study::CoreZone chosen_zone(const TreatedHead& treated, const ZoneChoice& choice);

/// Colours, casts and shares of a work's core at a time on the plan's clock.
nlohmann::ordered_json colour_json(const portfolio::Work& work, double years);

} // namespace healed::cli

#pragma once

#include "treated_head.h"

#include "aging/age.h"
#include "base/json.h"
#include "study/core_zone.h"
#include "study/two_blues.h"

#include <optional>
#include <string>

namespace healed::cli {

/// Which of a plan's dots are judged.
struct ZoneChoice {
    std::string region;             ///< one of the scalp's regions; all when empty
    std::optional<std::size_t> dot; ///< a single one, in the order of the treatment
};

/// The colour of a plan's treated zone over the years: its skin under daylight, its core, its inks.
class ZoneReport {
  public:
    /// Bakes the skin's tables or reads them from the cache, with a progress bar. Throws Error for a dot or
    /// region that has no dots.
    ZoneReport(const project::Project& project, const ink::Library& library, const TreatedHead& treated,
               const ZoneChoice& choice);

    /// Dots and area that are judged.
    nlohmann::ordered_json zone_json() const;
    /// Colours, casts and shares at a time on the plan's clock.
    nlohmann::ordered_json colour_json(double years) const;

  private:
    aging::Course course_;
    study::InkBands inks_;
    transport::BandValues carbon_mm2_per_ng_;
    study::CoreZone zone_;
    study::ZoneSkin skin_;
    study::DarkGrid grid_;
};

} // namespace healed::cli

#pragma once

#include "treatment/dot.h"
#include "treatment/point_grid.h"
#include "treatment/treat.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace healed::treatment {

/// What dots have kept when a later visit comes, each over what the practitioner meant to find of it by then:
/// 1 where all went as meant. `dots` are those of all visits before `visit` (of treatment::visits).
using Retention = std::function<std::vector<float>(std::span<const Dot> dots, std::size_t visit)>;

/// How much more or less ink a visit sets where skin has kept less or more than was meant.
class Steering {
  public:
    /// Nothing to steer by: the plan's own dose everywhere.
    Steering() = default;
    /// `kept` is of Retention, one a dot; `compensation` the share of what lacks that is made up for, 0 … 1.
    Steering(std::span<const Dot> dots, std::vector<float> kept, double compensation);

    /// Over the plan's own dose, by what the dots about a place have kept on the mean; bounded by how far
    /// practice goes in one visit.
    double dose(glm::vec3 place_mm) const;

  private:
    std::vector<glm::vec3> places_;
    std::vector<float> kept_;
    double compensation_ = 0.0;
    std::optional<PointGrid> grid_;
};

/// treat() with each session that compensates steered by what `retention` says of those before it
/// (aging::carry_out knows); treat() itself sets the plan's own dose everywhere.
Treatment treat_steered(const head::Head& head, const Plan& plan, const ink::Library& library,
                        const Retention& retention);

} // namespace healed::treatment

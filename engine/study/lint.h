#pragma once

#include "base/constant.h"
#include "study/geometry.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace healed::study {

/// What a plan does that practice warns of.
struct Finding {
    std::string name;  ///< "too-low", "too-straight", …
    std::string words; ///< one sentence for people
    double value, limit;
    Constant rule; ///< by which it was found: its unit, range and evidence
};

/// Lightness L* of the healed zone, of the bare skin, and of skin with the client's own hair shaved to the
/// surface; none where a plan has no zone.
struct Tone {
    double zone, bare, hair;
};

/// Everything that is wrong with a plan as it will have healed, in a fixed order; none for a test chart. The
/// limits for hairlines grow with the client's age.
std::vector<Finding> lint(const treatment::Plan& plan, double age_years, const Geometry& healed,
                          const std::optional<Tone>& tone);

/// The limits, for people.
std::span<const Constant> lint_constants();

} // namespace healed::study

#pragma once

#include "base/progress.h"
#include "head/fitting.h"
#include "head/head.h"
#include "head/soup.h"

#include <optional>
#include <string>

namespace healed::head {

/// Where a head lies in a model, whatever its unit and axes.
struct FoundHead {
    double mm_per_unit = 1.0;
    std::string unit; ///< name of the unit; "none" when no unit makes a head of it and it was scaled to one
    Lie lie;          ///< of the median head in the model, after mm_per_unit
    Agreement agreement;   ///< of the median head, stretched, with the model
    double rival_rms_mm{}; ///< of the best lie that is turned otherwise by more than 50°
};

/// Compares the median head in many lies and, where the model's size leaves it open, several units, and keeps
/// the best. `median` is the built-in head. `mm_per_unit` fixes the unit; `start` fixes where to begin
/// (lengths in mm). Throws Error naming `origin` when nothing in the model looks like a head: flat, a box,
/// too unlike in shape or size.
FoundHead find_head(const Soup& soup, const Head& median, std::optional<double> mm_per_unit,
                    const std::optional<Lie>& start, const std::string& origin, const Progress& progress);

/// Places of the skin of a head from the crown down to under the chin, denser on face and ears, which tell
/// front from back.
std::vector<SurfacePoint> skin_of(const Head& head, std::size_t count);

} // namespace healed::head

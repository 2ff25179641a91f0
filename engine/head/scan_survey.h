#pragma once

#include "head/form.h"
#include "head/scan.h"

#include <span>

namespace healed::head {

/// The scalp chart of a scan: its outermost skin as seen from the centre of a form like it. Ears are looked
/// behind; what the scan does not show is bridged from around and is no scalp.
struct ScanSurvey {
    ScalpChart chart;
    double holes_cm2 = 0.0; ///< of the scalp that the scan does not show
};
ScanSurvey survey_scan(const Scan& scan, std::span<const glm::vec3> normals, const Form& form, int size);

} // namespace healed::head

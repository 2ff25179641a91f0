#pragma once

#include "head/form.h"
#include "head/landmarks.h"
#include "head/scan.h"

namespace healed::head {

/// The landmarks of a scan with how sure each is, 0 … 1: by its place against where the median head's would
/// lie, and by how well the surface about it is there.
struct ScanLandmarks {
    Landmarks at;
    std::array<double, landmark_names.size()> confidence{};
    double left_ear = 1.0, right_ear = 1.0; ///< sizes on the median's
};

/// Finds them by their definitions in anthropometry near those of a form that lies as the scan does; ears by
/// laying the median ear on them. `median` is the built-in head.
ScanLandmarks find_landmarks(const Scan& scan, const Form& form, const Head& median);

/// The form that has the landmarks and widths of a scan.
Form form_like(const Scan& scan, const ScanLandmarks& found, const Form& start);

} // namespace healed::head

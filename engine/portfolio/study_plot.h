#pragma once

#include "base/image.h"
#include "study/findings.h"

#include <string>

namespace healed::portfolio {

/// A page about a cohort: who is still content over the years, by protection and all together with the 90 %
/// band of a sample of that size; why the others came back; and what the sun does. `footnote` names plan and
/// seed. Throws Error when the fonts are missing.
ByteImage plot_study(const std::vector<study::Fate>& fates, const study::Findings& found,
                     const std::string& title, const std::string& footnote);

} // namespace healed::portfolio

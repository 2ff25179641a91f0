#pragma once

#include "base/image.h"
#include "study/sensitivity.h"

#include <string>

namespace healed::portfolio {

/// A page with the constants on which the share of clients that is content at three years hangs most: from
/// the low end of each one's range to its high end. Throws Error when the fonts are missing.
ByteImage plot_sensitivity(const study::SensitivityTable& table, const std::string& footnote);

} // namespace healed::portfolio

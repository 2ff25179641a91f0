#pragma once

#include "base/image.h"
#include "study/maintenance.h"

#include <string>

namespace healed::portfolio {

/// A page about the nearest course of touch-ups: tone within its band, dots a cm² and skin between them, each
/// with the limit beyond which a zone reads as a helmet. Throws Error when the fonts are missing.
ByteImage plot_maintenance(const study::Maintenance& maintenance, const std::string& title,
                           const std::string& footnote);

} // namespace healed::portfolio

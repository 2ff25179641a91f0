#pragma once

#include "interface/studio.h"

#include <string>

namespace healed::studio {

/// The `healed …` command that makes the same file as the dialog's button.
std::string export_command(const Studio& studio);

/// Starts the export in the background, and tells in the corner when it is done. False, with a message, for
/// wishes that cannot be met.
bool start_export(Studio& studio);

/// The moment's words as the command line reads them: "healed", "12.5d", "6.5y".
std::string moment_words(double years);

} // namespace healed::studio

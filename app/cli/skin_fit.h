#pragma once

#include <string>

namespace healed::cli {

/// The words of `healed skin --fit`.
struct SkinFitOptions {
    std::string spectrum; ///< CSV file; empty when nothing is to be fitted
    std::string specular = "included", light = "normal";
    std::string output; ///< file of a skin to write; empty for none
};

/// Finds the skin that looks as it was measured, prints it and writes it where asked. Throws Error naming
/// file, line and value for a spectrum that cannot be used.
void fit_and_print(const SkinFitOptions& options, bool json);

} // namespace healed::cli

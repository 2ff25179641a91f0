#pragma once

#include <CLI/CLI.hpp>

namespace healed::cli {

/// `healed ink import`: a measured spectrum becomes an ink.
void declare_ink_import(CLI::App& ink);

} // namespace healed::cli

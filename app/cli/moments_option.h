#pragma once

#include "project/moment.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace healed::cli {

/// Declares --at for a list of times; words that are no time are wrong usage.
CLI::Option* add_moments_option(CLI::App& command, std::string& words, const std::string& description);

/// Declares --at for a single time.
CLI::Option* add_moment_option(CLI::App& command, std::string& words, const std::string& description);

} // namespace healed::cli

#pragma once

#include "head/import.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace healed::cli {

/// What a person says about a model on the command line.
struct HeadOptions {
    std::string unit = "auto";
    std::vector<std::string> landmarks; ///< NAME=X,Y,Z
};

void add_head_options(CLI::App& command, HeadOptions& options);

/// Throws Error for a landmark that is not NAME=X,Y,Z, of no name that is known, or given twice.
head::ImportWishes wishes_of(const HeadOptions& options);

} // namespace healed::cli

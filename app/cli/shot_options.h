#pragma once

#include "portfolio/sitting.h"

#include <CLI/CLI.hpp>
#include <string>

namespace healed::cli {

/// How a picture is taken, in the words of the command line.
struct ShotOptions {
    std::string camera, light, size;
    int supersamples = 2;
    bool polarised = false;
    bool measure = false;
};

void add_shot_options(CLI::App& command, ShotOptions& options);

/// Throws Error for a size that is not WIDTHxHEIGHT or is out of range, and for an unknown camera or light.
portfolio::Shot shot_of(const ShotOptions& options);

} // namespace healed::cli

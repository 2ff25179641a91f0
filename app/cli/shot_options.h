#pragma once

#include "portfolio/sitting.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <string_view>

namespace healed::cli {

/// How a picture is taken, in the words of the command line.
struct ShotOptions {
    std::string camera, light, size;
    float turn_deg = 0, tilt_deg = 0, zoom = 1, light_turn_deg = 0;
    float shift_right_mm = 0, shift_up_mm = 0, focal_length_mm = 0;
    int supersamples = 2;
    float f_number = 0;
    render::Development development;
    render::Gloss gloss;
    bool polarised = false;
    bool measure = false;
};

void add_shot_options(CLI::App& command, ShotOptions& options);

/// Its camera may be one of the plan's bookmarks. Throws Error for a size that is not WIDTHxHEIGHT or is out
/// of range, and for what portfolio::check refuses.
portfolio::Shot shot_of(const ShotOptions& options, const std::vector<project::Bookmark>& bookmarks = {});

/// Throws Error naming the file when it cannot be written or its ending is none of .png, .jpg, .jpeg and the
/// further one: before the work, not after.
void require_picture_output(const std::filesystem::path& file, std::string_view further_ending = "");

} // namespace healed::cli

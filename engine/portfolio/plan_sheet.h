#pragma once

#include "base/progress.h"
#include "portfolio/sitting.h"
#include "project/moment.h"

#include <filesystem>
#include <string>
#include <vector>

namespace healed::portfolio {

/// A contact sheet of one plan: a column a moment, a row a skin, a camera and an ink.
struct PlanSheet {
    std::vector<project::Moment> moments;
    std::string at;                   ///< their words, as they were given
    std::vector<std::string> inks;    ///< of all sessions, a row each; none: one row, the plan as it is
    std::vector<std::string> skins;   ///< Fitzpatrick's types, "I" … "VI"; none: the client's own
    std::vector<std::string> cameras; ///< or bookmarks; none: that of `shot`
    std::string version;              ///< of the program
    Shot shot;
};

/// What a sheet came to.
struct MadeSheet {
    std::size_t dots, rows;
    std::vector<std::string> columns;
};

/// Takes the pictures, sets the sheet and replaces the file. Throws Error for an unknown ink, skin or camera
/// and for a file that cannot be written.
MadeSheet write_plan_sheet(const gpu::Device& device, const project::Project& project,
                           const PlanSheet& wanted, const std::filesystem::path& file,
                           const Progress& progress);

} // namespace healed::portfolio

#pragma once

#include "head/head.h"
#include "ink/ink.h"
#include "project/project.h"
#include "treatment/treat.h"

#include <filesystem>

namespace healed::cli {

/// A project whose inks are known. Throws Error naming file, field and value.
project::Project open_project(const std::filesystem::path& path, const ink::Library& library);

/// The head of a project with the plan carried out on it.
struct TreatedHead {
    head::Head head;
    treatment::Treatment treatment;
};
TreatedHead treat_head(const project::Project& project, const ink::Library& library);

} // namespace healed::cli

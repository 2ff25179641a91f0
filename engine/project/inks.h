#pragma once

#include "ink/ink.h"
#include "project/project.h"

#include <string>

namespace healed::project {

/// Throws Error "origin: plan.sessions[i].ink: …" for the first ink that the library does not hold.
void check_inks(const Project& project, const ink::Library& library, const std::string& origin);

} // namespace healed::project

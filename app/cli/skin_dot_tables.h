#pragma once

#include "project/project.h"
#include "transport/dot_tables.h"

namespace healed::cli {

/// What single dots take of the light in a client's skin; baked or read from the cache, with a progress bar.
transport::DotTables skin_dot_tables(const project::Project& project);

} // namespace healed::cli

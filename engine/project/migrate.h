#pragma once

#include "base/json.h"

namespace healed::project {

/// The document as the present version of the schema would have it. Throws Error naming file, field and value
/// when schema_version is missing, no version at all, or newer than this program.
Json migrated(const JsonReader& file);

} // namespace healed::project

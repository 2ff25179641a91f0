#pragma once

#include "base/json.h"
#include "ink/ink.h"

#include <filesystem>

namespace healed::ink {

/// One pigment from a JSON file; its name is the file's stem. Throws Error naming file, field and value.
Pigment read_pigment(const std::filesystem::path& file);

/// One ink from a JSON file, e.g. a user's own, made of pigments of the library or stated in the file itself
/// ("own_pigments": those of read_pigment, each with a "name"). Throws Error naming file, field and value,
/// also for unknown pigments, more than most_components, and mass fractions that do not add up to 1.
Ink read_ink(const std::filesystem::path& file, const Library& library);
/// The same of what is parsed already, under a name.
Ink read_ink(JsonReader json, const std::string& name, const Library& library);

} // namespace healed::ink

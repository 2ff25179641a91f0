#pragma once

#include "session/session.h"

#include <filesystem>

namespace healed::studio {

/// Replays a story in a session of its own and writes how it ended to `state` (none when empty). False when
/// something that it expects did not come; each such line is told on stderr.
bool play_story(const SessionOptions& options, const std::filesystem::path& story,
                const std::filesystem::path& state);

} // namespace healed::studio

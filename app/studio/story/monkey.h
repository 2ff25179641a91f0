#pragma once

#include "session/session.h"

#include <cstdint>
#include <string>

namespace healed::studio {

/// Does so many things at random: moves, clicks, drags, wheel, keys, letters, dropped names, sizes. The same
/// seed does the same. Returns what is wrong: memory that grew on and on; "" for nothing.
std::string play_monkey(Session& session, int steps, std::uint64_t seed);

} // namespace healed::studio

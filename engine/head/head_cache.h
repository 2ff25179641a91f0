#pragma once

#include "head/head.h"

#include <optional>
#include <string>

namespace healed::head {

/// Heads that this very program has made before, kept in the cache folder. The program's file is part of the
/// name, so that a head of an earlier build is never taken for one of this.
std::optional<Head> cached_head(const std::string& name);

/// A cache that cannot be written is done without.
void keep_in_cache(const Head& head);

} // namespace healed::head

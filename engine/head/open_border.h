#pragma once

#include "head/soup.h"

namespace healed::head {

/// Middles of the edges that only one triangle has: where a surface ends, or a scan broke off.
std::vector<glm::vec3> open_border(const Soup& soup);

} // namespace healed::head

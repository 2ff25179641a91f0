#pragma once

#include "passes/fibre.h"

#include <vector>

namespace healed::render {

/// Sums a hair's scattering over its width: passes::fibre_rows elements.
std::vector<passes::FibreRow> fibre_table();

} // namespace healed::render

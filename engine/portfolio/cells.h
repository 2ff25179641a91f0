#pragma once

#include "base/progress.h"
#include "portfolio/sheet.h"
#include "portfolio/sitting.h"
#include "project/moment.h"

#include <span>
#include <vector>

namespace healed::portfolio {

/// A treatment on a sitting's head at each moment, with a close look set in unless the shot is one itself.
std::vector<Cell> cells_of(Sitting& sitting, const Treated& treated, std::span<const project::Moment> moments,
                           const Shot& shot, const Progress& progress);

} // namespace healed::portfolio

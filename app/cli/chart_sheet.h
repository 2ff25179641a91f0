#pragma once

#include "ink/library.h"
#include "project/moment.h"
#include "project/project.h"

#include <span>
#include <string>

namespace healed::cli {

/// `healed sheet` for a test chart: the chart on a flat patch with its sizes, depths and inks written beside
/// it, one time below another.
void make_chart_sheet(const project::Project& project, const ink::Library& library,
                      std::span<const project::Moment> moments, const std::string& at,
                      const std::string& output);

} // namespace healed::cli

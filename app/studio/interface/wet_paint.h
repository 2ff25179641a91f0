#pragma once

#include "interface/eye.h"
#include "project/project.h"

#include <vector>

namespace healed::studio {

/// Shows strokes before a picture does: dots at their density and about their size, bare skin where they are
/// taken away, and which way combed hair will lie.
void draw_wet(ImDrawList& list, const Eye& eye, const std::vector<treatment::Stroke>& strokes,
              const project::Project& project);

/// What a wanted plan has painted that the picture shown does not have yet.
std::vector<treatment::Stroke> still_wet(const project::Project& wanted, const project::Project& shown);

} // namespace healed::studio

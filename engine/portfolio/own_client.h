#pragma once

#include "project/project.h"
#include "study/population.h"
#include "study/skins.h"

namespace healed::portfolio {

/// The client of a project as a person of a study: dots exactly as planned, taste as the median's.
study::Person own_person(const project::Project& project);

/// The plan as it went in one of the client's futures: in that body, under that hand.
project::Project lived_by(project::Project project, const study::Person& person);

/// The client's own skin in the place of its Fitzpatrick type, the others missing; baked or read from the
/// cache.
study::Skins own_skin(const gpu::Device& device, const project::Project& project, const Progress& progress);

} // namespace healed::portfolio

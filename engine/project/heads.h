#pragma once

#include "base/progress.h"
#include "head/import.h"
#include "project/project.h"

namespace healed::project {

/// The head of a project: its client's model, or the built-in one in the shape asked for. Both are kept in
/// the cache. Throws Error naming the model file and the reason.
head::Head head_of(
    const Project& project, const Progress& progress = [](double) {});

/// A head by the name of a preset or the path of a model. Throws Error for what is neither, naming the
/// presets.
HeadChoice head_choice(const std::string& name_or_file);

} // namespace healed::project

#pragma once

#include "base/progress.h"
#include "validation/context.h"

#include <filesystem>

namespace healed::cli {

/// Sets exact | fast | difference of the scenes where the fast model errs most, and of as many about the
/// median, on one labelled page that says simulation. The context has run the family fast-model. Replaces the
/// file in one step; throws Error naming it when it is no .png or .jpg.
void write_model_pictures(validation::Context& context, const std::filesystem::path& file,
                          const Progress& progress);

} // namespace healed::cli

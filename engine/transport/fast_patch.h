#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "transport/patch.h"

namespace healed::transport {

/// R/R0 at the points of a patch by the fast model; `standard_error` stays empty, `bare` is
/// adding-doubling's. Throws Error for a patch that the model does not serve.
PatchReflectance fast_patch(const gpu::Device& device, const Patch& patch, const Progress& progress);

} // namespace healed::transport

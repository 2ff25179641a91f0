#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "transport/patch.h"

namespace healed::transport {

/// The fast model on a flat patch (engine/docs/decisions/0003-fast-model.md): splats the absorbers into depth
/// slices and sends light through them by the renewal cascade, four wavelengths at a time. Any stack, any
/// wavelengths, any size of patch; once splatted the cost does not depend on the number of absorbers. `bare`
/// is by adding-doubling. `standard_error` stays empty: what error there is, is the model's
/// (engine/docs/fast-model.md). The laws of the stack are walked at the first use and cached on disk. Throws
/// Error when the device has no room.
PatchReflectance fast_patch(const gpu::Device& device, const Patch& patch, const Progress& progress);

} // namespace healed::transport

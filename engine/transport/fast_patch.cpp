#include "transport/fast_patch.h"

#include "base/error.h"

namespace healed::transport {

PatchReflectance fast_patch(const gpu::Device& device, const Patch& patch, const Progress&) {
    fail("patch: the fast model serves no free-standing patch of {} dots on {} yet; use --method exact",
         patch.dots.size(), device.name());
}

} // namespace healed::transport

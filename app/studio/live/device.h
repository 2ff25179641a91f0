#pragma once

#include "gpu/device.h"

#include <memory>
#include <string>
#include <string_view>

namespace healed::studio {

/// Part of the name of the device that computes without a graphics card.
inline constexpr const char* software_device = "llvmpipe";

/// A device that cannot be had gives way to software, and `refusal` says why. Throws Error in one line where
/// there is no software either.
std::unique_ptr<gpu::Device> device_or_software(gpu::DeviceOptions wanted, std::string& refusal);

/// Whether a message tells of a device that went away while it worked.
bool tells_of_loss(std::string_view message);

} // namespace healed::studio

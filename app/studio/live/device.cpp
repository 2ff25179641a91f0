#include "live/device.h"

#include "base/error.h"

namespace healed::studio {

std::unique_ptr<gpu::Device> device_or_software(gpu::DeviceOptions wanted, std::string& refusal) {
    try {
        return std::make_unique<gpu::Device>(wanted);
    } catch (const Error& problem) {
        refusal = problem.what();
        wanted.wanted = software_device;
        return std::make_unique<gpu::Device>(wanted);
    }
}

bool tells_of_loss(std::string_view message) {
    return message.find("device was lost") != std::string_view::npos;
}

} // namespace healed::studio

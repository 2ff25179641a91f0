#include "commands.h"

#include "base/error.h"
#include "base/json.h"
#include "gpu/choice.h"

#include <fmt/ranges.h>
#include <memory>

namespace healed::cli {

namespace {

void print_json(const std::vector<gpu::DeviceDescription>& devices) {
    Json json = Json::array();
    for (const gpu::DeviceDescription& device : devices)
        json.push_back({{"name", device.name},
                        {"type", device.type},
                        {"driver", device.driver},
                        {"usable", device.usable},
                        {"reasons", device.reasons}});
    fmt::print("{}\n", json.dump(2));
}

void print_table(const std::vector<gpu::DeviceDescription>& devices) {
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const gpu::DeviceDescription& device = devices[i];
        fmt::print("{}  {} ({}, {})\n   {}\n", i, device.name, device.type, device.driver,
                   device.usable ? "usable" : fmt::format("refused: {}", fmt::join(device.reasons, "; ")));
    }
}

} // namespace

void declare_devices(CLI::App& program) {
    auto json = std::make_shared<bool>(false);
    CLI::App* command = program.add_subcommand("devices", "List GPUs and why each was refused");
    command->add_flag("--json", *json, "For machines");
    command->footer(
        "HEALED_DEVICE=1 or HEALED_DEVICE=nvidia chooses a device by its number or a part of its name.\n"
        "Examples:\n  healed devices\n  HEALED_DEVICE=llvmpipe healed optics medium.json");
    command->callback([json] {
        const std::vector<gpu::DeviceDescription> devices = gpu::list_devices();
        if (devices.empty())
            fail("no Vulkan device: no driver was found (mesa-vulkan-drivers brings a software one)");
        *json ? print_json(devices) : print_table(devices);
    });
}

} // namespace healed::cli

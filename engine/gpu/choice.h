#pragma once

#include <vulkan/vulkan.h>

#include <cstdint>
#include <string>
#include <vector>

namespace healed::gpu {

/// A physical device as `healed devices` tells of it.
struct DeviceDescription {
    std::string name;
    std::string type;   ///< "discrete", "integrated", "virtual", "software" or "other"
    std::string driver; ///< name and version
    bool usable;
    std::vector<std::string> reasons; ///< why it was refused; empty when usable
};

/// Every Vulkan device of this machine, in the loader's order (the index that HEALED_DEVICE takes). Empty
/// when there is no driver.
std::vector<DeviceDescription> list_devices();

/// A device that can do all we ask, and the queue family that both draws and computes.
struct ChosenDevice {
    VkPhysicalDevice physical;
    std::uint32_t queue_family;
    std::uint32_t timestamp_bits; ///< how many bits of a timestamp count; the others are to be ignored
};

DeviceDescription describe(VkPhysicalDevice physical);

/// The fastest kind of usable device (discrete, integrated, virtual, software), or the one that `wanted`
/// names by its index or by a part of its name, in any case. Throws Error with the reasons of every refused
/// device.
ChosenDevice choose_device(VkInstance instance, const std::string& wanted);

/// Everything the house asks of a device, ready for VkDeviceCreateInfo::pNext; self-referring, so it stays
/// put.
struct RequiredFeatures {
    VkPhysicalDeviceVulkan13Features v13{};
    VkPhysicalDeviceVulkan12Features v12{};
    VkPhysicalDeviceFeatures2 core{};
    RequiredFeatures();
    RequiredFeatures(const RequiredFeatures&) = delete;
    RequiredFeatures& operator=(const RequiredFeatures&) = delete;
};

} // namespace healed::gpu

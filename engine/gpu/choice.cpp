#include "gpu/choice.h"

#include "base/error.h"
#include "gpu/result.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <optional>

namespace healed::gpu {

RequiredFeatures::RequiredFeatures() {
    v13.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES;
    v12.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES;
    core.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2;
    core.pNext = &v12;
    v12.pNext = &v13;
    core.features.shaderStorageImageExtendedFormats = VK_TRUE;
    core.features.shaderInt64 = VK_TRUE;
    core.features.geometryShader = VK_TRUE; // what lets a fragment know its triangle's number
    v12.scalarBlockLayout = VK_TRUE;
    v12.shaderBufferInt64Atomics = VK_TRUE;
    v13.dynamicRendering = VK_TRUE;
    v13.synchronization2 = VK_TRUE;
    v13.maintenance4 = VK_TRUE;
}

static std::optional<ChosenDevice> with_a_queue(VkPhysicalDevice physical) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(physical, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(physical, &count, families.data());
    constexpr VkQueueFlags both = VK_QUEUE_GRAPHICS_BIT | VK_QUEUE_COMPUTE_BIT;
    for (std::uint32_t i = 0; i < count; ++i)
        if ((families[i].queueFlags & both) == both && families[i].timestampValidBits > 0)
            return ChosenDevice{physical, i, families[i].timestampValidBits};
    return std::nullopt;
}

static bool has_extension(VkPhysicalDevice physical, const char* name) {
    std::uint32_t count = 0;
    vkEnumerateDeviceExtensionProperties(physical, nullptr, &count, nullptr);
    std::vector<VkExtensionProperties> extensions(count);
    vkEnumerateDeviceExtensionProperties(physical, nullptr, &count, extensions.data());
    return std::any_of(extensions.begin(), extensions.end(), [&](const VkExtensionProperties& extension) {
        return std::strcmp(extension.extensionName, name) == 0;
    });
}

static std::vector<std::string> missing_features(VkPhysicalDevice physical) {
    RequiredFeatures has;
    vkGetPhysicalDeviceFeatures2(physical, &has.core);
    const std::array<std::pair<VkBool32, const char*>, 8> asked = {{
        {has.v13.dynamicRendering, "no dynamic rendering"},
        {has.v13.synchronization2, "no synchronization2"},
        {has.v13.maintenance4, "no maintenance4"},
        {has.v12.scalarBlockLayout, "no scalar block layout"},
        {has.v12.shaderBufferInt64Atomics, "no 64-bit atomics in buffers"},
        {has.core.features.geometryShader, "no numbers of triangles in fragments"},
        {has.core.features.shaderInt64, "no 64-bit integers in shaders"},
        {has.core.features.shaderStorageImageExtendedFormats, "no extended storage image formats"},
    }};
    std::vector<std::string> missing;
    for (const auto& [present, words] : asked)
        if (!present)
            missing.push_back(words);
    return missing;
}

static std::vector<std::string> refusals(VkPhysicalDevice physical,
                                         const VkPhysicalDeviceProperties& properties) {
    if (properties.apiVersion < VK_API_VERSION_1_3)
        return {fmt::format("offers Vulkan {}.{}, needs 1.3", VK_API_VERSION_MAJOR(properties.apiVersion),
                            VK_API_VERSION_MINOR(properties.apiVersion))};
    std::vector<std::string> reasons = missing_features(physical);
    if (!has_extension(physical, VK_KHR_PUSH_DESCRIPTOR_EXTENSION_NAME))
        reasons.push_back("no push descriptors");
    if (!with_a_queue(physical))
        reasons.push_back("no queue that draws, computes and keeps time");
    return reasons;
}

static std::string type_name(VkPhysicalDeviceType type) {
    switch (type) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
        return "discrete";
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
        return "integrated";
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
        return "virtual";
    case VK_PHYSICAL_DEVICE_TYPE_CPU:
        return "software";
    default:
        return "other";
    }
}

DeviceDescription describe(VkPhysicalDevice physical) {
    VkPhysicalDeviceDriverProperties driver{.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES};
    VkPhysicalDeviceProperties2 properties{.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2,
                                           .pNext = &driver};
    vkGetPhysicalDeviceProperties2(physical, &properties);
    const VkPhysicalDeviceProperties& core = properties.properties;
    std::vector<std::string> reasons = refusals(physical, core);
    return {core.deviceName, type_name(core.deviceType),
            fmt::format("{} {}", driver.driverName, driver.driverInfo), reasons.empty(), std::move(reasons)};
}

static std::vector<VkPhysicalDevice> physical_devices(VkInstance instance) {
    std::uint32_t count = 0;
    vkEnumeratePhysicalDevices(instance, &count, nullptr);
    std::vector<VkPhysicalDevice> devices(count);
    vkEnumeratePhysicalDevices(instance, &count, devices.data());
    return devices;
}

std::vector<DeviceDescription> list_devices() {
    const VkApplicationInfo application{.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO,
                                        .pApplicationName = "healed",
                                        .apiVersion = VK_API_VERSION_1_3};
    const VkInstanceCreateInfo info{.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO,
                                    .pApplicationInfo = &application};
    VkInstance instance = VK_NULL_HANDLE;
    const VkResult result = vkCreateInstance(&info, nullptr, &instance);
    if (result == VK_ERROR_INCOMPATIBLE_DRIVER)
        return {};
    check(result, "instance");
    std::vector<DeviceDescription> descriptions;
    for (VkPhysicalDevice physical : physical_devices(instance))
        descriptions.push_back(describe(physical));
    vkDestroyInstance(instance, nullptr);
    return descriptions;
}

static std::string lowercase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// A number below the count of devices is an index; anything else is part of a name ("H200" is no index).
static bool is_wanted(const std::string& wanted, std::size_t index, std::size_t count,
                      const std::string& name) {
    for (std::size_t i = 0; i < count; ++i)
        if (wanted == std::to_string(i))
            return i == index;
    return lowercase(name).find(lowercase(wanted)) != std::string::npos;
}

static int rank(const DeviceDescription& device) {
    constexpr std::array order = {"other", "software", "virtual", "integrated", "discrete"};
    return static_cast<int>(std::find(order.begin(), order.end(), device.type) - order.begin());
}

ChosenDevice choose_device(VkInstance instance, const std::string& wanted) {
    const std::vector<VkPhysicalDevice> devices = physical_devices(instance);
    VkPhysicalDevice best = VK_NULL_HANDLE;
    int best_rank = -1;
    std::string told;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const DeviceDescription device = describe(devices[i]);
        const bool meant = is_wanted(wanted, i, devices.size(), device.name);
        told += fmt::format("; {} {}: {}", i, device.name,
                            !meant ? "not the one asked for"
                                   : fmt::format("{}", fmt::join(device.reasons, ", ")));
        if (meant && device.usable && rank(device) > best_rank) {
            best = devices[i];
            best_rank = rank(device);
        }
    }
    if (best == VK_NULL_HANDLE)
        fail("no usable Vulkan device{}{}", wanted.empty() ? "" : fmt::format(" matches '{}'", wanted),
             devices.empty() ? "; there is no driver (Debian: mesa-vulkan-drivers)" : told);
    return *with_a_queue(best);
}

} // namespace healed::gpu

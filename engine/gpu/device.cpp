#include "gpu/device.h"

#include "base/error.h"
#include "gpu/result.h"

#include <cstdlib>

namespace healed::gpu {

static std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

Device::Device(const DeviceOptions& options) {
    const bool asked_by_environment = environment("HEALED_VALIDATION") == "1";
    validation_log_ = std::make_shared<ValidationLog>(asked_by_environment);
    try {
        create_instance(options, options.validation || asked_by_environment);
        create_device(options);
        create_sampler();
    } catch (...) {
        destroy();
        throw;
    }
}

Device::~Device() {
    destroy();
}

void Device::destroy() {
    if (device_ != VK_NULL_HANDLE) {
        vkDeviceWaitIdle(device_);
        vkDestroySampler(device_, linear_sampler_, nullptr);
        vkDestroyDevice(device_, nullptr);
    }
    if (messenger_ != VK_NULL_HANDLE) {
        const auto destroy_messenger = reinterpret_cast<PFN_vkDestroyDebugUtilsMessengerEXT>(
            vkGetInstanceProcAddr(instance_, "vkDestroyDebugUtilsMessengerEXT"));
        destroy_messenger(instance_, messenger_, nullptr);
    }
    if (instance_ != VK_NULL_HANDLE)
        vkDestroyInstance(instance_, nullptr);
}

void Device::create_instance(const DeviceOptions& options, bool validation) {
    if (validation)
        require_validation_layer();
    const VkApplicationInfo application{.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO,
                                        .pApplicationName = "healed",
                                        .apiVersion = VK_API_VERSION_1_3};
    VkDebugUtilsMessengerCreateInfoEXT messenger = validation_log_->messenger_info();
    const VkValidationFeatureEnableEXT synchronization =
        VK_VALIDATION_FEATURE_ENABLE_SYNCHRONIZATION_VALIDATION_EXT;
    const VkValidationFeaturesEXT features{.sType = VK_STRUCTURE_TYPE_VALIDATION_FEATURES_EXT,
                                           .pNext = &messenger,
                                           .enabledValidationFeatureCount = 1,
                                           .pEnabledValidationFeatures = &synchronization};
    std::vector<const char*> extensions = options.instance_extensions;
    extensions.push_back(VK_EXT_DEBUG_UTILS_EXTENSION_NAME);
    const VkInstanceCreateInfo info{.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO,
                                    .pNext = validation ? &features : nullptr,
                                    .pApplicationInfo = &application,
                                    .enabledLayerCount = validation ? 1u : 0u,
                                    .ppEnabledLayerNames = &validation_layer,
                                    .enabledExtensionCount = static_cast<std::uint32_t>(extensions.size()),
                                    .ppEnabledExtensionNames = extensions.data()};
    check(vkCreateInstance(&info, nullptr, &instance_), "instance");
    if (!validation)
        return;
    const auto create_messenger = reinterpret_cast<PFN_vkCreateDebugUtilsMessengerEXT>(
        vkGetInstanceProcAddr(instance_, "vkCreateDebugUtilsMessengerEXT"));
    check(create_messenger(instance_, &messenger, nullptr, &messenger_), "validation messenger");
}

static bool all_memory_is_shared(VkPhysicalDevice physical) {
    VkPhysicalDeviceMemoryProperties memory;
    vkGetPhysicalDeviceMemoryProperties(physical, &memory);
    constexpr VkMemoryPropertyFlags shared = VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT |
                                             VK_MEMORY_PROPERTY_HOST_COHERENT_BIT |
                                             VK_MEMORY_PROPERTY_HOST_CACHED_BIT;
    for (std::uint32_t heap = 0; heap < memory.memoryHeapCount; ++heap)
        if (!(memory.memoryHeaps[heap].flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT))
            return false;
    for (std::uint32_t type = 0; type < memory.memoryTypeCount; ++type)
        if ((memory.memoryTypes[type].propertyFlags & shared) == shared)
            return true;
    return false;
}

void Device::create_device(const DeviceOptions& options) {
    const ChosenDevice chosen =
        choose_device(instance_, options.wanted.empty() ? environment("HEALED_DEVICE") : options.wanted);
    physical_ = chosen.physical;
    queue_family_ = chosen.queue_family;
    timestamp_bits_ = chosen.timestamp_bits;
    VkPhysicalDeviceProperties properties;
    vkGetPhysicalDeviceProperties(physical_, &properties);
    name_ = properties.deviceName;
    limits_ = properties.limits;
    unified_memory_ = all_memory_is_shared(physical_);

    const float priority = 1.0f;
    const VkDeviceQueueCreateInfo queue{.sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO,
                                        .queueFamilyIndex = queue_family_,
                                        .queueCount = 1,
                                        .pQueuePriorities = &priority};
    const RequiredFeatures features;
    std::vector<const char*> extensions = options.device_extensions;
    extensions.push_back(VK_KHR_PUSH_DESCRIPTOR_EXTENSION_NAME);
    const VkDeviceCreateInfo info{.sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO,
                                  .pNext = &features.core,
                                  .queueCreateInfoCount = 1,
                                  .pQueueCreateInfos = &queue,
                                  .enabledExtensionCount = static_cast<std::uint32_t>(extensions.size()),
                                  .ppEnabledExtensionNames = extensions.data()};
    check(vkCreateDevice(physical_, &info, nullptr, &device_), name_);
    vkGetDeviceQueue(device_, queue_family_, 0, &queue_);
    const auto load = [this](const char* function) { return vkGetDeviceProcAddr(device_, function); };
    set_object_name_ =
        reinterpret_cast<PFN_vkSetDebugUtilsObjectNameEXT>(load("vkSetDebugUtilsObjectNameEXT"));
    begin_label_ = reinterpret_cast<PFN_vkCmdBeginDebugUtilsLabelEXT>(load("vkCmdBeginDebugUtilsLabelEXT"));
    end_label_ = reinterpret_cast<PFN_vkCmdEndDebugUtilsLabelEXT>(load("vkCmdEndDebugUtilsLabelEXT"));
    push_descriptors_ = reinterpret_cast<PFN_vkCmdPushDescriptorSetKHR>(load("vkCmdPushDescriptorSetKHR"));
}

void Device::create_sampler() {
    const VkSamplerCreateInfo info{.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
                                   .magFilter = VK_FILTER_LINEAR,
                                   .minFilter = VK_FILTER_LINEAR,
                                   .mipmapMode = VK_SAMPLER_MIPMAP_MODE_NEAREST,
                                   .addressModeU = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                   .addressModeV = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                   .addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                   .maxLod = VK_LOD_CLAMP_NONE};
    check(vkCreateSampler(device_, &info, nullptr, &linear_sampler_), "linear sampler");
    set_name(VK_OBJECT_TYPE_SAMPLER, linear_sampler_, "linear sampler");
}

void Device::submit(VkCommandBuffer commands, VkFence fence) const {
    const VkCommandBufferSubmitInfo buffer{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO,
                                           .commandBuffer = commands};
    const VkSubmitInfo2 info{.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO_2,
                             .commandBufferInfoCount = 1,
                             .pCommandBufferInfos = &buffer};
    const std::lock_guard lock(queue_mutex_);
    check(vkQueueSubmit2(queue_, 1, &info, fence), "submit");
}

double Device::milliseconds_between(std::uint64_t earlier_tick, std::uint64_t later_tick) const {
    const std::uint64_t ticks = (later_tick - earlier_tick) & UINT64_MAX >> (64 - timestamp_bits_);
    return static_cast<double>(ticks) * static_cast<double>(limits_.timestampPeriod) * 1e-6;
}

VkDeviceMemory Device::allocate(const VkMemoryRequirements& needs, VkMemoryPropertyFlags wanted,
                                std::string_view resource) const {
    VkPhysicalDeviceMemoryProperties memory;
    vkGetPhysicalDeviceMemoryProperties(physical_, &memory);
    for (std::uint32_t type = 0; type < memory.memoryTypeCount; ++type) {
        const bool fits = needs.memoryTypeBits >> type & 1u;
        if (!fits || (memory.memoryTypes[type].propertyFlags & wanted) != wanted)
            continue;
        const VkMemoryAllocateInfo info{.sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO,
                                        .allocationSize = needs.size,
                                        .memoryTypeIndex = type};
        VkDeviceMemory allocated = VK_NULL_HANDLE;
        check(vkAllocateMemory(device_, &info, nullptr, &allocated),
              fmt::format("{} bytes for '{}'", needs.size, resource));
        return allocated;
    }
    fail("Vulkan: {} has no memory type for '{}'", name_, resource);
}

void Device::set_name(VkObjectType type, std::uint64_t object, const std::string& name) const {
    const VkDebugUtilsObjectNameInfoEXT info{.sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_OBJECT_NAME_INFO_EXT,
                                             .objectType = type,
                                             .objectHandle = object,
                                             .pObjectName = name.c_str()};
    check(set_object_name_(device_, &info), name);
}

void Device::begin_label(VkCommandBuffer commands, const std::string& label) const {
    const VkDebugUtilsLabelEXT info{.sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_LABEL_EXT,
                                    .pLabelName = label.c_str()};
    begin_label_(commands, &info);
}

void Device::end_label(VkCommandBuffer commands) const {
    end_label_(commands);
}

void Device::push_descriptors(VkCommandBuffer commands, VkPipelineBindPoint point, VkPipelineLayout layout,
                              const std::vector<VkWriteDescriptorSet>& writes) const {
    push_descriptors_(commands, point, layout, 0, static_cast<std::uint32_t>(writes.size()), writes.data());
}

} // namespace healed::gpu

#pragma once

#include "gpu/choice.h"
#include "gpu/validation.h"

#include <vulkan/vulkan.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace healed::gpu {

struct DeviceOptions {
    std::string wanted; ///< index or part of the name; when empty, $HEALED_DEVICE, then the best device
    bool validation =
        false; ///< validation and synchronization validation; $HEALED_VALIDATION=1 also turns it on
    std::vector<const char*> instance_extensions; ///< a window's needs
    std::vector<const char*> device_extensions;
};

/// Instance, device and its one queue. Everything made from a Device must go before it. Buffers, images and
/// passes may be made from any thread; each Commands belongs to one thread.
class Device {
  public:
    /// Throws Error in one line when there is no usable device or the validation layer is asked for and
    /// missing.
    explicit Device(const DeviceOptions& options = {});
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    VkInstance instance() const { return instance_; }
    VkPhysicalDevice physical() const { return physical_; }
    VkDevice handle() const { return device_; }
    VkQueue queue() const { return queue_; }
    std::uint32_t queue_family() const { return queue_family_; }
    const std::string& name() const { return name_; }
    const VkPhysicalDeviceLimits& limits() const { return limits_; }
    VkSampler linear_sampler() const { return linear_sampler_; }
    double milliseconds_between(std::uint64_t earlier_tick, std::uint64_t later_tick) const;

    /// True where the CPU and the device share all memory: buffers are then mapped instead of staged.
    bool unified_memory() const { return unified_memory_; }

    void submit(VkCommandBuffer commands, VkFence fence) const;
    /// Memory for a resource; `resource` names it when there is none left.
    VkDeviceMemory allocate(const VkMemoryRequirements& needs, VkMemoryPropertyFlags wanted,
                            std::string_view resource) const;

    /// The name that validation messages, profilers and debuggers show.
    template <typename Object>
    void set_name(VkObjectType type, Object object, std::string_view name) const {
        set_name(type, reinterpret_cast<std::uint64_t>(object), std::string(name));
    }
    void begin_label(VkCommandBuffer commands, const std::string& label) const;
    void end_label(VkCommandBuffer commands) const;
    void push_descriptors(VkCommandBuffer commands, VkPipelineBindPoint point, VkPipelineLayout layout,
                          const std::vector<VkWriteDescriptorSet>& writes) const;

    std::vector<std::string> validation_messages() const { return validation_log_->messages(); }
    /// Outlives the device, to hear also what it says when it is destroyed.
    std::shared_ptr<ValidationLog> validation_log() const { return validation_log_; }

  private:
    void create_instance(const DeviceOptions& options, bool validation);
    void create_device(const DeviceOptions& options);
    void create_sampler();
    void destroy();
    void set_name(VkObjectType type, std::uint64_t object, const std::string& name) const;

    std::shared_ptr<ValidationLog> validation_log_;
    VkInstance instance_ = VK_NULL_HANDLE;
    VkDebugUtilsMessengerEXT messenger_ = VK_NULL_HANDLE;
    VkPhysicalDevice physical_ = VK_NULL_HANDLE;
    VkDevice device_ = VK_NULL_HANDLE;
    VkQueue queue_ = VK_NULL_HANDLE;
    VkSampler linear_sampler_ = VK_NULL_HANDLE;
    std::uint32_t queue_family_ = 0;
    std::uint32_t timestamp_bits_ = 64;
    std::string name_;
    VkPhysicalDeviceLimits limits_{};
    bool unified_memory_ = false;
    mutable std::mutex queue_mutex_;
    PFN_vkSetDebugUtilsObjectNameEXT set_object_name_ = nullptr;
    PFN_vkCmdBeginDebugUtilsLabelEXT begin_label_ = nullptr;
    PFN_vkCmdEndDebugUtilsLabelEXT end_label_ = nullptr;
    PFN_vkCmdPushDescriptorSetKHR push_descriptors_ = nullptr;
};

} // namespace healed::gpu

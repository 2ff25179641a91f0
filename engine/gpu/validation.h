#pragma once

#include <vulkan/vulkan.h>

#include <mutex>
#include <string>
#include <vector>

namespace healed::gpu {

/// What the validation layer said, warnings and errors alike. Layers may speak from any thread.
class ValidationLog {
  public:
    explicit ValidationLog(bool print) : print_(print) {}
    void add(std::string message);
    std::vector<std::string> messages() const;

    /// For an instance's pNext chain and for a messenger of its own; the log must outlive both.
    VkDebugUtilsMessengerCreateInfoEXT messenger_info();

  private:
    mutable std::mutex mutex_;
    std::vector<std::string> messages_;
    bool print_;
};

/// Throws Error naming the package when the layer is not installed.
void require_validation_layer();

inline constexpr const char* validation_layer = "VK_LAYER_KHRONOS_validation";

} // namespace healed::gpu

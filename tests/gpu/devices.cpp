#include "base/error.h"
#include "gpu/commands.h"
#include "gpu_device.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace healed::gpu {
namespace {

/// Sets a variable of the environment as long as it lives.
class Variable {
  public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* before = std::getenv(name))
            before_ = before;
        setenv(name, value, 1);
    }
    ~Variable() {
        if (before_)
            setenv(name_, before_->c_str(), 1);
        else
            unsetenv(name_);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
    std::optional<std::string> before_;
};

std::string refusal(const DeviceOptions& options) {
    try {
        const Device device(options);
    } catch (const Error& error) {
        return error.what();
    }
    return "was not refused";
}

TEST(Devices, AreListedWithTheReasonsOfEachRefusal) {
    const std::vector<DeviceDescription> devices = list_devices();
    ASSERT_FALSE(devices.empty()) << "no Vulkan device (Debian: mesa-vulkan-drivers)";
    for (const DeviceDescription& device : devices) {
        EXPECT_FALSE(device.name.empty());
        EXPECT_FALSE(device.driver.empty());
        EXPECT_EQ(device.usable, device.reasons.empty()) << device.name;
    }
}

TEST(Devices, AreChosenByAPartOfTheNameInAnyCase) {
    std::string name = test::device().name();
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
    EXPECT_EQ(Device({.wanted = name.substr(0, 5)}).name(), test::device().name());
}

TEST(Devices, AreChosenByIndex) {
    const std::vector<DeviceDescription> devices = list_devices();
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (devices[i].usable)
            EXPECT_EQ(Device({.wanted = std::to_string(i)}).name(), devices[i].name);
        else
            EXPECT_NE(refusal({.wanted = std::to_string(i)}).find(devices[i].reasons.front()),
                      std::string::npos);
    }
}

TEST(Devices, AreChosenByTheEnvironment) {
    const Variable variable("HEALED_DEVICE", "no such thing");
    const std::string said = refusal({});
    EXPECT_EQ(said.rfind("no usable Vulkan device matches 'no such thing'; 0 ", 0), 0u) << said;
    EXPECT_EQ(said.find('\n'), std::string::npos);
    EXPECT_NE(said.find(": not the one asked for"), std::string::npos) << said;
}

TEST(Devices, WithoutADriverAreMissedInOneLine) {
    const Variable old_name("VK_ICD_FILENAMES", "/nonexistent/driver.json");
    const Variable new_name("VK_DRIVER_FILES", "/nonexistent/driver.json");
    EXPECT_TRUE(list_devices().empty());
    EXPECT_EQ(refusal({}), "Vulkan: instance: no driver is installed (Debian: mesa-vulkan-drivers)");
}

bool said(const Device& device, const std::string& words) {
    const std::vector<std::string> messages = device.validation_messages();
    return std::any_of(messages.begin(), messages.end(),
                       [&](const std::string& message) { return message.find(words) != std::string::npos; });
}

TEST(Validation, HearsAnInvalidCall) {
    const Device device({.validation = true});
    EXPECT_TRUE(device.validation_messages().empty());
    const VkBufferCreateInfo nothing{.sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO,
                                     .usage = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT};
    VkBuffer buffer = VK_NULL_HANDLE;
    vkCreateBuffer(device.handle(), &nothing, nullptr, &buffer);
    vkDestroyBuffer(device.handle(), buffer, nullptr);
    EXPECT_TRUE(said(device, "VUID-VkBufferCreateInfo-size-00912"));
}

TEST(Validation, HearsAMissingBarrier) {
    const Device device({.validation = true});
    const Buffer<std::uint32_t> buffer(device, "raced for", 64);
    Commands commands(device, "a race");
    commands.begin_pass("two fills without a barrier");
    vkCmdFillBuffer(commands.handle(), buffer.handle(), 0, VK_WHOLE_SIZE, 1);
    vkCmdFillBuffer(commands.handle(), buffer.handle(), 0, VK_WHOLE_SIZE, 2);
    commands.end_pass();
    commands.submit_and_wait();
    EXPECT_TRUE(said(device, "SYNC-HAZARD-WRITE-AFTER-WRITE"));
    EXPECT_TRUE(said(device, "raced for") || said(device, "a race"));
}

TEST(Validation, HearsWhatWasNeverDestroyed) {
    std::shared_ptr<ValidationLog> log;
    {
        const Device device({.validation = true});
        log = device.validation_log();
        const VkFenceCreateInfo info{.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
        VkFence forgotten = VK_NULL_HANDLE;
        ASSERT_EQ(vkCreateFence(device.handle(), &info, nullptr, &forgotten), VK_SUCCESS);
    }
    EXPECT_FALSE(log->messages().empty());
}

} // namespace
} // namespace healed::gpu

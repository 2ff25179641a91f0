#pragma once

#include "gpu/device.h"

#include <gtest/gtest.h>

#include <memory>

namespace healed::test {

/// The one device of a test program, with validation and synchronization validation on. Every message of
/// theirs fails the program, those about what was never destroyed too; a missing device fails each test that
/// asks for it.
class GpuEnvironment : public testing::Environment {
  public:
    static gpu::Device& device() {
        if (!device_)
            device_ = std::make_unique<gpu::Device>(gpu::DeviceOptions{.validation = true});
        return *device_;
    }
    void TearDown() override {
        if (!device_)
            return;
        const std::shared_ptr<gpu::ValidationLog> log = device_->validation_log();
        device_.reset();
        for (const std::string& message : log->messages())
            ADD_FAILURE() << message;
    }

  private:
    static inline std::unique_ptr<gpu::Device> device_;
};

inline const testing::Environment* const gpu_environment =
    testing::AddGlobalTestEnvironment(new GpuEnvironment);

inline gpu::Device& device() {
    return GpuEnvironment::device();
}

} // namespace healed::test

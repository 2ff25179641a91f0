#pragma once

#include "gpu/pass.h"

#include <cstdint>
#include <glm/glm.hpp>
#include <optional>
#include <string>
#include <vector>

namespace healed::gpu {

/// Of a compute pass; rounded up to whole groups of its local size, so a shader must mind the end.
struct Invocations {
    std::uint32_t x = 1;
    std::uint32_t y = 1;
    std::uint32_t z = 1;
};

/// Images that a draw adds to; clear them first. All have the same width and height.
struct Attachments {
    std::vector<const Image*> colour;
    const Image* depth = nullptr;
};

/// Timestamps make the device finish each pass: 60 µs a pass in software.
enum class Timing { per_pass, none };

struct PassTime {
    std::string label;
    double milliseconds;
};

/// Records work, then submits it once. Every method is one pass: it sees all that the passes before it wrote
/// (one memory barrier stands between), carries a debug label and is timed. What it uses must outlive wait().
class Commands {
  public:
    Commands(const Device& device, std::string_view name, Timing timing = Timing::per_pass);
    ~Commands();
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;

    /// Throws Error when an image is not what the pass declares, or there are more groups than a device takes.
    template <typename Declared>
    void dispatch(const Pass<Declared>& pass, const typename Declared::Bindings& bindings,
                  const typename Declared::Params& params, Invocations invocations) {
        dispatch(pass, as_array(bindings), &params, sizeof(params), invocations, Declared::local_size);
    }
    /// As many groups as the device finds there.
    template <typename Declared>
    void dispatch(const Pass<Declared>& pass, const typename Declared::Bindings& bindings,
                  const typename Declared::Params& params, const Buffer<glm::uvec3>& groups) {
        dispatch(pass, as_array(bindings), &params, sizeof(params), groups);
    }
    template <typename Declared>
    void draw(const GraphicsPass<Declared>& pass, const typename Declared::Bindings& bindings,
              const typename Declared::Params& params, const Attachments& attachments, std::uint32_t vertices,
              std::uint32_t instances = 1) {
        draw(pass, as_array(bindings), &params, sizeof(params), attachments, nullptr, vertices, instances);
    }
    /// The first `count` triangles by the numbers of their corners: gl_VertexIndex is such a number.
    template <typename Declared>
    void draw(const GraphicsPass<Declared>& pass, const typename Declared::Bindings& bindings,
              const typename Declared::Params& params, const Attachments& attachments,
              const Buffer<glm::uvec3>& triangles, std::size_t count) {
        draw(pass, as_array(bindings), &params, sizeof(params), attachments, &triangles,
             static_cast<std::uint32_t>(3 * count), 1);
    }

    /// Every 32-bit word of the buffer.
    void fill(const BufferMemory& buffer, std::uint32_t word);
    /// Every texel of every layer: a depth takes the first value, an unsigned format the values rounded down.
    void clear(const Image& image, std::array<float, 4> value = {});
    /// Each further level of a colour image as the mean of four texels of the one before.
    void make_levels(const Image& image);
    void copy(const BufferMemory& from, const BufferMemory& to, VkDeviceSize bytes);
    void copy(const BufferMemory& from, const Image& to);
    void copy(const Image& from, const BufferMemory& to);
    /// Takes an image that was just made from layout UNDEFINED to GENERAL, where it stays.
    void make_general(const Image& image);

    void submit();
    /// The passes in order once the device has finished, none where they are not timed. Throws Error when the
    /// device was lost.
    std::vector<PassTime> wait();
    std::vector<PassTime> submit_and_wait() {
        submit();
        return wait();
    }

    /// For what has no method here (a swapchain, an interface): record between begin_pass and end_pass.
    VkCommandBuffer handle() const { return buffer_; }
    void begin_pass(const std::string& label);
    void end_pass();

  private:
    void dispatch(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
                  std::size_t params_bytes, Invocations invocations, std::array<std::uint32_t, 3> local_size);
    void dispatch(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
                  std::size_t params_bytes, const BufferMemory& groups);
    void draw(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
              std::size_t params_bytes, const Attachments& attachments, const BufferMemory* indices,
              std::uint32_t vertices, std::uint32_t instances);
    void bind(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
              std::size_t params_bytes);
    void write_timestamp();

    const Device* device_;
    std::string name_;
    Timing timing_;
    Handle<VkCommandPool, vkDestroyCommandPool> pool_;
    Handle<VkFence, vkDestroyFence> fence_;
    std::vector<Handle<VkQueryPool, vkDestroyQueryPool>> timestamp_pools_;
    VkCommandBuffer buffer_ = VK_NULL_HANDLE;
    std::uint32_t timestamps_ = 0;
    std::vector<std::string> labels_;
    bool in_flight_ = false;
};

} // namespace healed::gpu

#pragma once

#include "gpu/device.h"
#include "gpu/handle.h"

#include <cassert>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace healed::gpu {

/// Bytes on the device. Upload and download block and must not overlap commands still in flight on the same
/// buffer.
class BufferMemory {
  public:
    enum class Place { device, staging }; ///< staging: seen by the CPU, of any size, bound to no shader

    /// Contents start undefined. Throws Error naming the buffer when it is empty, larger than a shader may
    /// bind (128 MiB in software), or when memory is exhausted.
    BufferMemory(const Device& device, std::string_view name, VkDeviceSize bytes,
                 Place place = Place::device);

    VkBuffer handle() const { return buffer_.get(); }
    VkDeviceSize bytes() const { return bytes_; }
    const std::string& name() const { return name_; }

    /// Copies into the start of the buffer; `bytes` at most its size.
    void upload_bytes(const void* data, std::size_t bytes);
    void download_bytes(void* data, std::size_t bytes) const;

  private:
    const Device* device_;
    std::string name_;
    VkDeviceSize bytes_;
    Handle<VkDeviceMemory, vkFreeMemory> memory_;
    Handle<VkBuffer, vkDestroyBuffer> buffer_;
    void* mapped_ = nullptr; ///< null where memory is not shared: then copies are staged
};

/// An array of elements laid out as `scalar` in GLSL: no padding but C++'s own.
template <typename Element>
class Buffer : public BufferMemory {
    static_assert(std::is_trivially_copyable_v<Element>);

  public:
    Buffer(const Device& device, std::string_view name, std::size_t count)
        : BufferMemory(device, name, count * sizeof(Element)), count_(count) {}
    Buffer(const Device& device, std::string_view name, std::span<const Element> elements)
        : Buffer(device, name, elements.size()) {
        upload(elements);
    }

    std::size_t count() const { return count_; }
    void upload(std::span<const Element> elements) {
        assert(elements.size() <= count_);
        upload_bytes(elements.data(), elements.size_bytes());
    }
    std::vector<Element> download() const {
        std::vector<Element> elements(count_);
        download_bytes(elements.data(), count_ * sizeof(Element));
        return elements;
    }

  private:
    std::size_t count_;
};

} // namespace healed::gpu

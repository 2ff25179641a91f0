#include "gpu/buffer.h"

#include "base/error.h"
#include "gpu/commands.h"
#include "gpu/result.h"

#include <cstring>

namespace healed::gpu {

static VkBuffer create_buffer(const Device& device, std::string_view name, VkDeviceSize bytes,
                              BufferMemory::Place place) {
    const bool bindable = place == BufferMemory::Place::device;
    if (bytes == 0)
        fail("buffer '{}': 0 bytes", name);
    if (bindable && bytes > device.limits().maxStorageBufferRange)
        fail("buffer '{}': {} bytes, {} binds at most {}", name, bytes, device.name(),
             device.limits().maxStorageBufferRange);
    const VkBufferUsageFlags copied = VK_BUFFER_USAGE_TRANSFER_SRC_BIT | VK_BUFFER_USAGE_TRANSFER_DST_BIT;
    const VkBufferUsageFlags bound = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT | VK_BUFFER_USAGE_UNIFORM_BUFFER_BIT |
                                     VK_BUFFER_USAGE_INDEX_BUFFER_BIT | VK_BUFFER_USAGE_INDIRECT_BUFFER_BIT;
    const VkBufferUsageFlags usage = bindable ? copied | bound : copied;
    const VkBufferCreateInfo info{
        .sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO, .size = bytes, .usage = usage};
    VkBuffer buffer = VK_NULL_HANDLE;
    check(vkCreateBuffer(device.handle(), &info, nullptr, &buffer), name);
    return buffer;
}

BufferMemory::BufferMemory(const Device& device, std::string_view name, VkDeviceSize bytes, Place place)
    : device_(&device), name_(name), bytes_(bytes),
      buffer_(device.handle(), create_buffer(device, name, bytes, place)) {
    constexpr VkMemoryPropertyFlags on_device = VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT;
    constexpr VkMemoryPropertyFlags mappable = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT |
                                               VK_MEMORY_PROPERTY_HOST_COHERENT_BIT |
                                               VK_MEMORY_PROPERTY_HOST_CACHED_BIT;
    const bool mapped = place == Place::staging || device.unified_memory();
    VkMemoryRequirements needs;
    vkGetBufferMemoryRequirements(device.handle(), handle(), &needs);
    memory_ = {device.handle(), device.allocate(needs, mapped ? mappable : on_device, name)};
    check(vkBindBufferMemory(device.handle(), handle(), memory_.get(), 0), name);
    if (mapped)
        check(vkMapMemory(device.handle(), memory_.get(), 0, VK_WHOLE_SIZE, 0, &mapped_), name);
    device.set_name(VK_OBJECT_TYPE_BUFFER, handle(), name);
    device.set_name(VK_OBJECT_TYPE_DEVICE_MEMORY, memory_.get(), name);
}

void BufferMemory::upload_bytes(const void* data, std::size_t bytes) {
    assert(bytes <= bytes_);
    if (bytes == 0)
        return;
    if (mapped_) {
        std::memcpy(mapped_, data, bytes);
        return;
    }
    BufferMemory staging(*device_, name_ + " upload", bytes, Place::staging);
    std::memcpy(staging.mapped_, data, bytes);
    Commands commands(*device_, staging.name(), Timing::none);
    commands.copy(staging, *this, bytes);
    commands.submit_and_wait();
}

void BufferMemory::download_bytes(void* data, std::size_t bytes) const {
    assert(bytes <= bytes_);
    if (mapped_) {
        std::memcpy(data, mapped_, bytes);
        return;
    }
    BufferMemory staging(*device_, name_ + " download", bytes, Place::staging);
    Commands commands(*device_, staging.name(), Timing::none);
    commands.copy(*this, staging, bytes);
    commands.submit_and_wait();
    std::memcpy(data, staging.mapped_, bytes);
}

} // namespace healed::gpu

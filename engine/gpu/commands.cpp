#include "gpu/commands.h"

#include "base/error.h"
#include "gpu/result.h"

namespace healed::gpu {

static constexpr std::uint32_t timestamps_per_pool = 64;

Commands::Commands(const Device& device, std::string_view name, Timing timing)
    : device_(&device), name_(name), timing_(timing) {
    const VkCommandPoolCreateInfo pool_info{.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO,
                                            .flags = VK_COMMAND_POOL_CREATE_TRANSIENT_BIT,
                                            .queueFamilyIndex = device.queue_family()};
    VkCommandPool pool = VK_NULL_HANDLE;
    check(vkCreateCommandPool(device.handle(), &pool_info, nullptr, &pool), name);
    pool_ = {device.handle(), pool};
    const VkFenceCreateInfo fence_info{.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
    VkFence fence = VK_NULL_HANDLE;
    check(vkCreateFence(device.handle(), &fence_info, nullptr, &fence), name);
    fence_ = {device.handle(), fence};
    const VkCommandBufferAllocateInfo buffer_info{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO,
                                                  .commandPool = pool,
                                                  .level = VK_COMMAND_BUFFER_LEVEL_PRIMARY,
                                                  .commandBufferCount = 1};
    check(vkAllocateCommandBuffers(device.handle(), &buffer_info, &buffer_), name);
    device.set_name(VK_OBJECT_TYPE_COMMAND_BUFFER, buffer_, name);
    device.set_name(VK_OBJECT_TYPE_FENCE, fence, name);
    const VkCommandBufferBeginInfo begin{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO,
                                         .flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT};
    check(vkBeginCommandBuffer(buffer_, &begin), name);
    write_timestamp();
}

Commands::~Commands() {
    if (in_flight_)
        vkWaitForFences(device_->handle(), 1, std::array{fence_.get()}.data(), VK_TRUE, UINT64_MAX);
}

void Commands::write_timestamp() {
    if (timing_ == Timing::none)
        return;
    const std::uint32_t index = timestamps_++ % timestamps_per_pool;
    if (index == 0) {
        const VkQueryPoolCreateInfo info{.sType = VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO,
                                         .queryType = VK_QUERY_TYPE_TIMESTAMP,
                                         .queryCount = timestamps_per_pool};
        VkQueryPool pool = VK_NULL_HANDLE;
        check(vkCreateQueryPool(device_->handle(), &info, nullptr, &pool), name_);
        timestamp_pools_.emplace_back(device_->handle(), pool);
        vkCmdResetQueryPool(buffer_, pool, 0, timestamps_per_pool);
    }
    vkCmdWriteTimestamp2(buffer_, VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT, timestamp_pools_.back().get(), index);
}

void Commands::begin_pass(const std::string& label) {
    labels_.push_back(label);
    device_->begin_label(buffer_, label);
}

void Commands::end_pass() {
    // One barrier for everything: software drivers ignore it and a GPU loses microseconds, where a tracker of
    // single resources would cost the reader a subsystem.
    const VkMemoryBarrier2 barrier{.sType = VK_STRUCTURE_TYPE_MEMORY_BARRIER_2,
                                   .srcStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT,
                                   .srcAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT,
                                   .dstStageMask =
                                       VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT | VK_PIPELINE_STAGE_2_HOST_BIT,
                                   .dstAccessMask = VK_ACCESS_2_MEMORY_READ_BIT |
                                                    VK_ACCESS_2_MEMORY_WRITE_BIT | VK_ACCESS_2_HOST_READ_BIT};
    const VkDependencyInfo dependency{
        .sType = VK_STRUCTURE_TYPE_DEPENDENCY_INFO, .memoryBarrierCount = 1, .pMemoryBarriers = &barrier};
    vkCmdPipelineBarrier2(buffer_, &dependency);
    write_timestamp();
    device_->end_label(buffer_);
}

void Commands::submit() {
    assert(!in_flight_);
    check(vkEndCommandBuffer(buffer_), name_);
    device_->submit(buffer_, fence_.get());
    in_flight_ = true;
}

std::vector<PassTime> Commands::wait() {
    assert(in_flight_);
    const VkFence fence = fence_.get();
    check(vkWaitForFences(device_->handle(), 1, &fence, VK_TRUE, UINT64_MAX), name_);
    in_flight_ = false;
    std::vector<std::uint64_t> ticks(timestamps_);
    for (std::uint32_t first = 0; first < timestamps_; first += timestamps_per_pool) {
        const std::uint32_t count = std::min(timestamps_per_pool, timestamps_ - first);
        check(vkGetQueryPoolResults(device_->handle(), timestamp_pools_[first / timestamps_per_pool].get(), 0,
                                    count, count * sizeof(std::uint64_t), ticks.data() + first,
                                    sizeof(std::uint64_t), VK_QUERY_RESULT_64_BIT | VK_QUERY_RESULT_WAIT_BIT),
              name_);
    }
    std::vector<PassTime> times;
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i)
        times.push_back({labels_[i], device_->milliseconds_between(ticks[i], ticks[i + 1])});
    return times;
}

} // namespace healed::gpu

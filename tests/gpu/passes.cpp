#include "dependent.h"
#include "gpu/commands.h"
#include "gpu_device.h"
#include "healed_test_shaders.h"

#include <numeric>

namespace healed::gpu {
namespace {

TEST(Passes, SecondSeesWhatTheFirstWrote) {
    Device& device = test::device();
    const Pass<passes::Dependent> dependent{device, healed_test_shader};
    std::vector<std::uint32_t> numbers(10'000);
    std::iota(numbers.begin(), numbers.end(), 0u);
    const Buffer<std::uint32_t> first(device, "first", numbers);
    const Buffer<std::uint32_t> second(device, "second", numbers.size());
    const Buffer<std::uint32_t> third(device, "third", numbers.size());

    Commands commands(device, "two passes");
    const auto count = static_cast<std::uint32_t>(numbers.size());
    commands.dispatch(dependent, {.source = first, .target = second}, {.factor = 3, .offset = 1}, {count});
    commands.dispatch(dependent, {.source = second, .target = third}, {.factor = 2, .offset = 5}, {count});
    commands.submit_and_wait();

    const std::vector<std::uint32_t> result = third.download();
    for (std::uint32_t i = 0; i < count; ++i)
        ASSERT_EQ(result[i], (i * 3 + 1) * 2 + 5);
}

} // namespace
} // namespace healed::gpu

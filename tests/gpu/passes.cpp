#include "base/error.h"
#include "count.h"
#include "dependent.h"
#include "echo.h"
#include "gpu/commands.h"
#include "gpu_device.h"
#include "healed_test_shaders.h"
#include "tally.h"

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

// lavapipe silently leaves a loop after 65,535 iterations of one invocation, so the house stays below 20,000.
TEST(Passes, LoopsOfTwentyThousandAreNotCutShort) {
    Device& device = test::device();
    const Pass<passes::Count> count{device, healed_test_shader};
    const std::vector<std::uint32_t> ones(1'000, 1u);
    const Buffer<std::uint32_t> source(device, "ones", ones);
    const Buffer<std::uint32_t> counts(device, "counts", 256);
    Commands commands(device, "count");
    commands.dispatch(count, {.ones = source, .counts = counts}, {.iterations = 20'000}, {256});
    commands.submit_and_wait();
    for (const std::uint32_t counted : counts.download())
        ASSERT_EQ(counted, 20'000u);
}

TEST(Passes, ShaderReadsParamsWhereCppWroteThem) {
    Device& device = test::device();
    const Pass<passes::Echo> echo{device, healed_test_shader};
    passes::Echo::Params params{.scalar = 1.5f,
                                .direction = {2.5f, 3.5f, 4.5f},
                                .index = 5,
                                .corner = {6.5f, 7.5f},
                                .cell = {-8, 9, -10},
                                .camera = {},
                                .last = 27.5f};
    std::vector<float> expected = {1.5f, 2.5f, 3.5f, 4.5f, 5.0f, 6.5f, 7.5f, -8.0f, 9.0f, -10.0f};
    for (int i = 0; i < 16; ++i) {
        params.camera[i / 4][i % 4] = 11.5f + static_cast<float>(i);
        expected.push_back(11.5f + static_cast<float>(i));
    }
    expected.push_back(27.5f);
    const Buffer<float> floats(device, "floats", expected.size());
    Commands commands(device, "echo");
    commands.dispatch(echo, {.floats = floats}, params, {});
    commands.submit_and_wait();
    EXPECT_EQ(floats.download(), expected);
}

TEST(Passes, SumsIn64BitsDoNotWrap) {
    Device& device = test::device();
    const Pass<passes::Tally> tally{device, healed_test_shader};
    const Buffer<std::uint64_t> sum(device, "sum", 1);
    Commands commands(device, "tally");
    commands.fill(sum, 0);
    commands.dispatch(tally, {.sum = sum}, {.amount = 1u << 31}, {4'096});
    commands.submit_and_wait();
    EXPECT_EQ(sum.download().front(), std::uint64_t{1} << 43);
}

TEST(Passes, AreTimedUnderTheirNames) {
    Device& device = test::device();
    const Pass<passes::Dependent> dependent{device, healed_test_shader};
    const Buffer<std::uint32_t> source(device, "source", 64);
    const Buffer<std::uint32_t> target(device, "target", 64);
    Commands commands(device, "many");
    commands.fill(source, 1);
    constexpr std::size_t dispatches = 200; // more than one pool of timestamps holds
    for (std::size_t i = 0; i < dispatches; ++i)
        commands.dispatch(dependent, {.source = source, .target = target}, {.factor = 1, .offset = 0}, {64});
    const std::vector<PassTime> times = commands.submit_and_wait();
    ASSERT_EQ(times.size(), dispatches + 1);
    EXPECT_EQ(times.front().label, "fill source");
    for (std::size_t i = 1; i < times.size(); ++i)
        EXPECT_EQ(times[i].label, "dependent");
    for (const PassTime& time : times) {
        EXPECT_GE(time.milliseconds, 0.0);
        EXPECT_LT(time.milliseconds, 60'000.0);
    }
}

TEST(Passes, AreNotTimedWhereNobodyAsks) {
    const Buffer<std::uint32_t> buffer(test::device(), "buffer", 64);
    Commands commands(test::device(), "untimed", Timing::none);
    commands.fill(buffer, 3);
    EXPECT_TRUE(commands.submit_and_wait().empty());
    EXPECT_EQ(buffer.download(), std::vector<std::uint32_t>(64, 3));
}

TEST(Passes, RefuseMoreGroupsThanTheDeviceTakes) {
    Device& device = test::device();
    const Pass<passes::Dependent> dependent{device, healed_test_shader};
    const Buffer<std::uint32_t> buffer(device, "buffer", 64);
    const std::uint32_t most = device.limits().maxComputeWorkGroupCount[1];
    if (most == UINT32_MAX)
        GTEST_SKIP() << device.name() << " takes any number of groups";
    Commands commands(device, "too many");
    EXPECT_THROW(commands.dispatch(dependent, {.source = buffer, .target = buffer},
                                   {.factor = 1, .offset = 0}, {1, most + 1}),
                 Error);
}

} // namespace
} // namespace healed::gpu

#include "base/parallel.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace healed {
namespace {

TEST(Parallel, VisitsEachElementOnce) {
    for (std::size_t count : {0u, 1u, 7u, 1000u, 1024u}) {
        std::vector<int> visits(count, 0);
        parallel_for(count, 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                ++visits[i];
        });
        EXPECT_EQ(visits, std::vector<int>(count, 1));
    }
}

TEST(Parallel, HandsOnTheFirstFailure) {
    const auto body = [](std::size_t begin, std::size_t) {
        if (begin >= 500)
            throw std::runtime_error("no");
    };
    EXPECT_THROW(parallel_for(1000, 10, body), std::runtime_error);
}

} // namespace
} // namespace healed

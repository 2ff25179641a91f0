#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace healed {

void parallel_for(std::size_t count, std::size_t piece,
                  const std::function<void(std::size_t, std::size_t)>& body) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr first_failure;
    std::mutex failure_guard;
    auto work = [&] {
        for (;;) {
            const std::size_t begin = next.fetch_add(piece);
            if (begin >= count)
                return;
            try {
                body(begin, std::min(begin + piece, count));
            } catch (...) {
                const std::lock_guard lock(failure_guard);
                if (!first_failure)
                    first_failure = std::current_exception();
                next = count;
            }
        }
    };
    const std::size_t pieces = (count + piece - 1) / piece;
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(pieces, cores); ++i)
        helpers.emplace_back(work);
    work();
    helpers.clear();
    if (first_failure)
        std::rethrow_exception(first_failure);
}

} // namespace healed

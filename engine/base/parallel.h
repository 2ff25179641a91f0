#pragma once

#include <cstddef>
#include <functional>

namespace healed {

/// Calls body(begin, end) for consecutive pieces of [0, count) on all cores; returns when all are done.
/// Pieces are of fixed size, so a body that writes only to its own piece gives the same result on any number
/// of threads. The first exception thrown by a body is thrown again here.
void parallel_for(std::size_t count, std::size_t piece,
                  const std::function<void(std::size_t begin, std::size_t end)>& body);

} // namespace healed

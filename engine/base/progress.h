#pragma once

#include <functional>

namespace healed {

/// Told now and then how much of a long piece of work is done, 0 … 1. May throw to stop the work.
using Progress = std::function<void(double done)>;

} // namespace healed

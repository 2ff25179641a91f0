#pragma once

#include <functional>

namespace healed::studio {

/// What the painter is at; the window has words for each ("stage.head" …).
enum class Stage { Idle, Head, Treatment, Picture };

/// Told before each stage and while it lasts, 0 … 1; may throw to stop the work.
using Tell = std::function<void(Stage stage, double done)>;

} // namespace healed::studio

#pragma once

#include "window/input.h"

#include <deque>
#include <vector>

namespace healed::studio {

/// Hands inputs on to ImGui, a frame at a time. A key or button that goes down and up again within one frame
/// would never be seen, so each frame takes at most one such change and leaves the rest for the next.
class Feed {
  public:
    void add(std::vector<Input> inputs);
    bool is_empty() const { return waiting_.empty(); }

    /// Moves the next frame's share into ImGui's IO and returns what is not ImGui's: drops and the wish to
    /// close.
    std::vector<Input> next_frame();

  private:
    std::deque<Input> waiting_;
};

/// Tells ImGui which of GLFW's keys are its own. After its context was made.
void map_keys();

} // namespace healed::studio

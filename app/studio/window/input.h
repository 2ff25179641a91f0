#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace healed::studio {

/// One thing that a person, or a story about one, does to the window. Keys and modifiers are GLFW's.
struct Input {
    enum class Kind { Move, Press, Release, Wheel, KeyDown, KeyUp, Text, Drop, Close };
    Kind kind;
    float x = 0, y = 0;             ///< pixels from the top left; of a wheel, steps
    int code = 0;                   ///< mouse button or key
    std::uint32_t character = 0;    ///< of Text
    std::vector<std::string> files; ///< of Drop
};

} // namespace healed::studio

#pragma once

#include <array>
#include <string_view>

namespace healed::head {

/// Units that models come in.
struct Unit {
    std::string_view name;
    double mm;
};
inline constexpr std::array<Unit, 6> units{
    {{"mm", 1.0}, {"cm", 10.0}, {"inch", 25.4}, {"dm", 100.0}, {"foot", 304.8}, {"m", 1000.0}}};

/// What a file or a flag may say: one of them, or that it is to be guessed from the size of the head.
inline constexpr std::array<std::string_view, 7> unit_words{"auto", "mm", "cm", "inch", "dm", "foot", "m"};

} // namespace healed::head

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace healed::studio {

/// What the window remembers from one day to the next.
struct Memory {
    int width = 1440, height = 900; ///< of the window, screen units
    double scale = 1.0;             ///< of letters and everything else, 0.75 … 2
    std::string language = "en";
    std::string mode = "client"; ///< client, trainer or portfolio
    bool panels = true;
    std::vector<std::string> recent; ///< files, the latest first, at most `most_recent`
    std::vector<std::string> lights; ///< pictures of surroundings, the same
    bool welcomed = false;           ///< has seen the first start

    static constexpr std::size_t most_recent = 8;
    void remember(const std::filesystem::path& file);
    void remember_light(const std::filesystem::path& file);

    bool operator==(const Memory&) const = default;
};

inline constexpr double smallest_scale = 0.75, largest_scale = 2.0;

/// $XDG_CONFIG_HOME/healed/studio.json or ~/.config/healed/studio.json.
std::filesystem::path memory_file();

/// What cannot be read, is forgotten: a window opens with its defaults.
Memory load_memory(const std::filesystem::path& file);
/// Throws Error naming the file when it cannot be written.
void save_memory(const std::filesystem::path& file, const Memory& memory);

} // namespace healed::studio

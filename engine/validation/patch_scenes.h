#pragma once

#include "skin/optics.h"
#include "transport/patch.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace healed::validation {

/// A patch of somebody's skin with ink or hair in it, to be followed by the exact and by the fast model.
struct PatchScene {
    std::string name;
    std::string skin; ///< preset
    transport::Patch patch;
};

/// Sixty-four scenes that never change: sheets, single dots, lattices, random dots at 30, 70 and 100 % of
/// follicular spacing, clusters, hair and dots together; the six types of skin in turn, eight wavelengths
/// from 420 to 680 nm. Throws Error when a preset cannot be read.
std::vector<PatchScene> named_scenes(const std::filesystem::path& assets);

/// Scenes drawn at random over the same ranges: depth 0.2 to 2 mm, sigma 0.04 to 0.5 mm, peak absorption 0.5
/// to 100 per mm (even in the logarithm), hair with it in one of three. The same seed draws the same scenes,
/// whatever their number.
std::vector<PatchScene> drawn_scenes(const std::filesystem::path& assets, std::uint64_t seed, int count);

} // namespace healed::validation

#pragma once

#include "color/spectrum.h"
#include "skin/optics.h"
#include "transport/patch.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace healed::transport {

/// What a patch file asks: a patch of skin, and how many paths of which seed the exact method may walk.
struct PatchFile {
    Patch patch;
    std::optional<skin::Skin> skin; ///< where the file names a type or parameters, not where it lists layers
    std::uint64_t paths = 20'000;
    std::uint32_t seed = 1;
};

/// Reads PATCH.json (healed patch --help shows one); named skins and haemoglobin come from `assets`. Throws
/// Error naming file, field and value for broken JSON, unknown or missing keys, values out of range and
/// spectra whose length is not that of wavelengths_nm.
PatchFile read_patch(const std::filesystem::path& path, const std::filesystem::path& assets);

} // namespace healed::transport

#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "skin/optics.h"
#include "transport/dot_tables.h"
#include "transport/ink_field.h"
#include "transport/leg_tally.h"

#include <array>
#include <cstdint>
#include <vector>

namespace healed::transport {

/// What a walk through one bare skin tells the fast model: how light moves between depth slices, and what
/// single absorbers take from it.
struct SkinTables {
    std::vector<LegTally> legs; ///< one a band
    DotTables dots;
    BandValues bare{}; ///< reflectance that the walk found, diffuse light, specular excluded
};

/// Draft walks four wavelengths of 12,000 photons and mixes the bands between them, each with its own
/// absorption; final walks every band with 36,000.
enum class BakeQuality { Draft, Final };

/// Walks and tallies; the same skin, quality and seed give the same tables on one device.
SkinTables bake_skin_tables(const gpu::Device& device, const skin::Skin& skin, BakeQuality quality,
                            std::uint32_t seed, const Progress& progress);

/// The tables from the cache folder when this skin was baked before, else baked now and kept there. A cache
/// that cannot be read or written is done without.
SkinTables cached_skin_tables(const gpu::Device& device, const skin::Skin& skin, BakeQuality quality,
                              const Progress& progress);

/// The fast model's constants for one size of texel.
BandTables band_tables(const SkinTables& tables, double texel_mm);

} // namespace healed::transport

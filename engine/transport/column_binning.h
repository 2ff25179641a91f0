#pragma once

#include "passes/gather_columns.h"
#include "transport/absorber.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace healed::transport {

/// A flat rectangle of skin, cut into square texels; x to the right, y down from its upper left corner. Both
/// sides are multiples of 128 texels.
struct FieldWindow {
    std::uint32_t columns, rows;
    float texel_mm;
    bool periodic = false; ///< the absorbers repeat without end; else the edge goes on

    float width_mm() const { return texel_mm * static_cast<float>(columns); }
    float height_mm() const { return texel_mm * static_cast<float>(rows); }
};

/// Absorbers as the gathering pass wants them, for the four bands from `first_band`: what each slice holds of
/// each, and for each tile of texels those that reach it.
struct BinnedAbsorbers {
    std::vector<passes::ColumnAbsorber> absorbers;
    std::vector<float> slice_shares;
    std::vector<glm::uvec2> tiles;
    std::vector<std::uint32_t> tile_absorbers;
    std::uint32_t tiles_across = 0;
    std::vector<bool> inked; ///< a slice: whether any absorber has a share in it
};

BinnedAbsorbers bin_absorbers(const FieldWindow& window, std::span<const DotAbsorber> dots,
                              std::span<const ShaftAbsorber> shafts, std::size_t first_band);

} // namespace healed::transport

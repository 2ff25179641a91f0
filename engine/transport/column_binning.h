#pragma once

#include "passes/gather_columns.h"
#include "transport/absorber.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace healed::transport {

/// A flat rectangle of skin, cut into square texels; x to the right, y down from its upper left corner. Sides
/// are multiples of 16 texels, of 128 where the window is periodic.
struct FieldWindow {
    std::uint32_t columns, rows;
    float texel_mm;
    bool periodic = false; ///< light that leaves at one side comes in at the other; else the edge goes on

    float width_mm() const { return texel_mm * static_cast<float>(columns); }
    float height_mm() const { return texel_mm * static_cast<float>(rows); }
};

/// Absorbers as the gathering pass wants them, for the four bands from `first_band`: what each slice holds of
/// each, and for each tile of texels those that reach it.
struct BinnedAbsorbers {
    std::vector<passes::ColumnAbsorber> absorbers;
    std::vector<float> slice_shares;
    std::vector<glm::vec4> sheets; ///< a slice: vertical optical depth that lies everywhere
    std::vector<glm::uvec2> tiles;
    std::vector<std::uint32_t> tile_absorbers;
    std::uint32_t tiles_across = 0;
    std::vector<bool> inked; ///< a slice: whether anything absorbs in it
};

/// Sorts the absorbers of one window, each with its strength in four bands. `period_mm` repeats every
/// absorber without end; 0 does not.
class ColumnBinning {
  public:
    explicit ColumnBinning(const FieldWindow& window, glm::vec2 period_mm = {0.0f, 0.0f});

    /// The bands of the absorber itself are not read.
    void add(const DotAbsorber& dot, glm::vec4 absorbing_area_mm2);
    void add(const ShaftAbsorber& shaft, glm::vec4 absorption_per_mm);
    void add_sheet(float top_mm, float thickness_mm, glm::vec4 absorption_per_mm);

    BinnedAbsorbers finished();

  private:
    /// The rectangle about its place that an absorber reaches, leaning included.
    struct Reach {
        float low_x, high_x, low_y, high_y;
    };
    std::uint32_t begin_shares();
    void set_share(std::size_t slice, float share);
    void place(const passes::ColumnAbsorber& absorber, Reach reach);
    void list(const passes::ColumnAbsorber& absorber, Reach reach);

    FieldWindow window_;
    glm::vec2 period_mm_;
    float tile_mm_;
    std::uint32_t tiles_down_;
    BinnedAbsorbers binned_;
    std::vector<std::vector<std::uint32_t>> lists_;
};

/// Dots and shafts in the four bands from `first_band`; where the window is periodic they repeat with it.
BinnedAbsorbers bin_absorbers(const FieldWindow& window, std::span<const DotAbsorber> dots,
                              std::span<const ShaftAbsorber> shafts, std::size_t first_band);

} // namespace healed::transport

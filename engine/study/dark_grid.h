#pragma once

#include "transport/dot_tables.h"

#include <array>
#include <vector>

namespace healed::study {

/// What one absorber takes of the light in every band (transport::Darkening, without its spread).
struct Dark {
    transport::BandValues area_mm2{};
    transport::BandValues sheet_share{};
};

/// Many absorbers seen from afar: the mean of a region that they fill evenly.
class DarkSum {
  public:
    /// `per_mm2`: how many such absorbers stand on a square millimetre of skin.
    void add(const Dark& dark, float per_mm2);
    /// What another sum holds, too.
    void add(const DarkSum& other);
    /// R/R0 in every band (shaders/physics/darkening.glsl).
    transport::BandValues ratio() const;

  private:
    transport::BandValues share_{}, weighted_{};
};

/// Dots of one skin's DotTables resampled in even steps, for many millions of look-ups: within 2 % of the
/// dark area of DotTables::dot, without memory or search. Values outside the axes as there.
class DarkGrid {
  public:
    explicit DarkGrid(const transport::DotTables& tables);

    /// Ink in the skin; `absorbing_area_mm2` as of study::InkBands.
    Dark dot(float depth_mm, float sigma_mm, const transport::BandValues& absorbing_area_mm2) const;
    /// Ink in a crust on the surface.
    Dark crust(float sigma_mm, const transport::BandValues& absorbing_area_mm2) const;

  private:
    struct Node {
        float log_area, sheet_share;
    };
    struct Corner {
        std::size_t row;
        float weight;
    };
    template <std::size_t corners>
    Dark mixed(const std::array<Corner, corners>& at, float sigma_mm, float per_area,
               const transport::BandValues& absorbing_area_mm2) const;

    std::vector<Node> nodes_; ///< by depth (crusts last), sigma, band and absorption
};

} // namespace healed::study

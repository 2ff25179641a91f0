#include "transport/column_binning.h"

#include "transport/slices.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::transport {

namespace {

constexpr std::uint32_t tile_side = 16;
/// Where a Gaussian dot is cut off; beyond, its optical depth is below 3e-4 of its centre's.
constexpr float reach_in_sigmas = 4.0f;
/// Slices with less of a dot than this do without it.
constexpr float least_share = 1e-5f;

float gaussian_share(float from, float to, float middle, float sigma) {
    const auto below = [&](float z) {
        return 0.5f * std::erf((z - middle) / (sigma * std::numbers::sqrt2_v<float>));
    };
    return below(to) - below(from);
}

float edge(std::size_t j) {
    return static_cast<float>(slice_edges_mm[j]);
}

glm::vec4 four_of(const BandValues& bands, std::size_t first) {
    return {bands[first], bands[first + 1], bands[first + 2], bands[first + 3]};
}

} // namespace

ColumnBinning::ColumnBinning(const FieldWindow& window, glm::vec2 period_mm)
    : window_(window), period_mm_(period_mm), tile_mm_(window.texel_mm * tile_side),
      tiles_down_(window.rows / tile_side),
      lists_(static_cast<std::size_t>(window.columns / tile_side) * tiles_down_) {
    binned_.tiles_across = window.columns / tile_side;
    binned_.inked.assign(slice_count, false);
    binned_.sheets.assign(slice_count, glm::vec4(0.0f));
}

void ColumnBinning::add(const DotAbsorber& dot, glm::vec4 absorbing_area_mm2) {
    const float column = 1.0f / (2.0f * std::numbers::pi_v<float> * dot.sigma_mm * dot.sigma_mm);
    const std::uint32_t shares = begin_shares();
    for (std::size_t j = 0; j < slice_count; ++j)
        set_share(j, gaussian_share(edge(j), edge(j + 1), dot.depth_mm, dot.sigma_z_mm));
    const float reach_z = reach_in_sigmas * dot.sigma_z_mm;
    const float reach = reach_in_sigmas * dot.sigma_mm;
    place({.place_mm = {dot.x_mm, dot.y_mm},
           .slant = {dot.slant_x, dot.slant_y},
           .depth_mm = dot.depth_mm,
           .width_mm = dot.sigma_mm,
           .is_shaft = 0,
           .shares = shares,
           .strength = column * absorbing_area_mm2},
          {-reach - std::abs(dot.slant_x) * reach_z, reach + std::abs(dot.slant_x) * reach_z,
           -reach - std::abs(dot.slant_y) * reach_z, reach + std::abs(dot.slant_y) * reach_z});
}

void ColumnBinning::add(const ShaftAbsorber& shaft, glm::vec4 absorption_per_mm) {
    // A leaning cylinder is longer than deep.
    const float stretch = std::sqrt(1.0f + shaft.slant_x * shaft.slant_x + shaft.slant_y * shaft.slant_y);
    const std::uint32_t shares = begin_shares();
    for (std::size_t j = 0; j < slice_count; ++j)
        set_share(j, stretch * std::max(0.0f, std::min(edge(j + 1), shaft.bottom_mm) -
                                                  std::max(edge(j), shaft.top_mm)));
    const float edge_mm = shaft.radius_mm + window_.texel_mm;
    const float depth = shaft.bottom_mm - shaft.top_mm;
    const float dx = shaft.slant_x * depth, dy = shaft.slant_y * depth;
    place({.place_mm = {shaft.x_mm, shaft.y_mm},
           .slant = {shaft.slant_x, shaft.slant_y},
           .depth_mm = shaft.top_mm,
           .width_mm = shaft.radius_mm,
           .is_shaft = 1,
           .shares = shares,
           .strength = absorption_per_mm},
          {std::min(0.0f, dx) - edge_mm, std::max(0.0f, dx) + edge_mm, std::min(0.0f, dy) - edge_mm,
           std::max(0.0f, dy) + edge_mm});
}

void ColumnBinning::add_sheet(float top_mm, float thickness_mm, glm::vec4 absorption_per_mm) {
    for (std::size_t j = 0; j < slice_count; ++j) {
        const float within = std::min(edge(j + 1), top_mm + thickness_mm) - std::max(edge(j), top_mm);
        if (within <= 0.0f)
            continue;
        binned_.sheets[j] += within * absorption_per_mm;
        binned_.inked[j] = true;
    }
}

BinnedAbsorbers ColumnBinning::finished() {
    for (const std::vector<std::uint32_t>& list : lists_) {
        binned_.tiles.push_back({static_cast<std::uint32_t>(binned_.tile_absorbers.size()),
                                 static_cast<std::uint32_t>(list.size())});
        binned_.tile_absorbers.insert(binned_.tile_absorbers.end(), list.begin(), list.end());
    }
    return std::move(binned_);
}

std::uint32_t ColumnBinning::begin_shares() {
    const auto row = static_cast<std::uint32_t>(binned_.slice_shares.size() / slice_count);
    binned_.slice_shares.resize(binned_.slice_shares.size() + slice_count);
    return row;
}

void ColumnBinning::set_share(std::size_t slice, float share) {
    if (share < least_share)
        return;
    binned_.slice_shares[binned_.slice_shares.size() - slice_count + slice] = share;
    binned_.inked[slice] = true;
}

void ColumnBinning::place(const passes::ColumnAbsorber& absorber, Reach reach) {
    // Those of its repetitions that reach into the window.
    const auto first = [](float high, float period) {
        return period > 0.0f ? static_cast<int>(std::floor(-high / period)) : 0;
    };
    const auto last = [](float low, float side, float period) {
        return period > 0.0f ? static_cast<int>(std::ceil((side - low) / period)) : 0;
    };
    const glm::vec2 at = absorber.place_mm;
    const int last_x = last(at.x + reach.low_x, window_.width_mm(), period_mm_.x);
    const int last_y = last(at.y + reach.low_y, window_.height_mm(), period_mm_.y);
    for (int j = first(at.y + reach.high_y, period_mm_.y); j <= last_y; ++j)
        for (int i = first(at.x + reach.high_x, period_mm_.x); i <= last_x; ++i) {
            passes::ColumnAbsorber image = absorber;
            image.place_mm += period_mm_ * glm::vec2(static_cast<float>(i), static_cast<float>(j));
            list(image, reach);
        }
}

void ColumnBinning::list(const passes::ColumnAbsorber& absorber, Reach reach) {
    const auto tile = [&](float mm) { return static_cast<int>(std::floor(mm / tile_mm_)); };
    const int last_x = static_cast<int>(binned_.tiles_across) - 1, last_y = static_cast<int>(tiles_down_) - 1;
    const int x0 = std::max(0, tile(absorber.place_mm.x + reach.low_x));
    const int x1 = std::min(last_x, tile(absorber.place_mm.x + reach.high_x));
    const int y0 = std::max(0, tile(absorber.place_mm.y + reach.low_y));
    const int y1 = std::min(last_y, tile(absorber.place_mm.y + reach.high_y));
    if (x0 > x1 || y0 > y1)
        return;
    const auto index = static_cast<std::uint32_t>(binned_.absorbers.size());
    binned_.absorbers.push_back(absorber);
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x)
            lists_[static_cast<std::size_t>(y) * binned_.tiles_across + static_cast<std::size_t>(x)]
                .push_back(index);
}

BinnedAbsorbers bin_absorbers(const FieldWindow& window, std::span<const DotAbsorber> dots,
                              std::span<const ShaftAbsorber> shafts, std::size_t first_band) {
    ColumnBinning binning(window, window.periodic ? glm::vec2(window.width_mm(), window.height_mm())
                                                  : glm::vec2(0.0f));
    for (const DotAbsorber& dot : dots)
        binning.add(dot, four_of(dot.absorbing_area_mm2, first_band));
    for (const ShaftAbsorber& shaft : shafts)
        binning.add(shaft, four_of(shaft.absorption_per_mm, first_band));
    return binning.finished();
}

} // namespace healed::transport

#include "study/dark_grid.h"

#include "base/parallel.h"
#include "physics.h"

#include <algorithm>
#include <cmath>

namespace healed::study {

namespace {

using transport::band_count;

/// Even steps in the logarithm.
struct Axis {
    float low, high;
    std::size_t count;

    float at(std::size_t i) const {
        return low * std::pow(high / low, static_cast<float>(i) / static_cast<float>(count - 1));
    }
};

/// The ends of DotTables' own axes.
constexpr Axis depths{0.05f, 1.5f, 48};
constexpr Axis sigmas{0.03f, 0.40f, 18};
constexpr Axis absorptions{0.3f, 150.0f, 26};
/// Vertical spreads at which DotTables states the absorption of a dot and of a crust.
constexpr float dot_sigma_z_mm = 0.08f;
constexpr float crust_sigma_z_mm = 0.01f;

/// Index below and share of the way to the next.
struct Step {
    std::size_t below;
    float share;

    Step(const Axis& axis, float value) {
        const float per_log = static_cast<float>(axis.count - 1) / std::log(axis.high / axis.low);
        const float place = std::log(std::clamp(value, axis.low, axis.high) / axis.low) * per_log;
        below = std::min(static_cast<std::size_t>(place), axis.count - 2);
        share = place - static_cast<float>(below);
    }
};

/// Peak absorption of a Gaussian deposit of an absorbing area, 1/mm, over that area.
float absorption_per_area(float sigma_mm, float sigma_z_mm) {
    constexpr float sqrt_two_pi = 2.506628275f;
    return 1.0f / (sqrt_two_pi * sqrt_two_pi * sqrt_two_pi * sigma_z_mm * sigma_mm * sigma_mm);
}

std::size_t row(std::size_t depth, std::size_t sigma, std::size_t band) {
    return ((depth * sigmas.count + sigma) * band_count + band) * absorptions.count;
}

} // namespace

void DarkSum::add(const Dark& dark, float per_mm2) {
    for (std::size_t band = 0; band < band_count; ++band) {
        const float share = per_mm2 * dark.area_mm2[band];
        share_[band] += share;
        weighted_[band] += share * dark.sheet_share[band];
    }
}

void DarkSum::add(const DarkSum& other) {
    for (std::size_t band = 0; band < band_count; ++band) {
        share_[band] += other.share_[band];
        weighted_[band] += other.weighted_[band];
    }
}

transport::BandValues DarkSum::ratio() const {
    transport::BandValues left;
    for (std::size_t band = 0; band < band_count; ++band)
        left[band] = physics::left_by_many(share_[band], weighted_[band]);
    return left;
}

DarkGrid::DarkGrid(const transport::DotTables& tables)
    : nodes_((depths.count + 1) * sigmas.count * band_count * absorptions.count) {
    parallel_for(depths.count + 1, 1, [&](std::size_t d, std::size_t) {
        const bool crust = d == depths.count;
        for (std::size_t s = 0; s < sigmas.count; ++s)
            for (std::size_t band = 0; band < band_count; ++band)
                for (std::size_t a = 0; a < absorptions.count; ++a) {
                    const float sigma = sigmas.at(s);
                    const float area = absorptions.at(a) /
                                       absorption_per_area(sigma, crust ? crust_sigma_z_mm : dot_sigma_z_mm);
                    const transport::Darkening dark =
                        crust ? tables.crust(band, sigma, area) : tables.dot(band, depths.at(d), sigma, area);
                    nodes_[row(d, s, band) + a] = {std::log(dark.area_mm2 + 1e-12f), dark.sheet_share};
                }
    });
}

template <std::size_t corners>
Dark DarkGrid::mixed(const std::array<Corner, corners>& at, float sigma_mm, float per_area,
                     const transport::BandValues& absorbing_area_mm2) const {
    // Wider and narrower deposits of one strength darken by their area.
    const float beyond = sigma_mm / std::clamp(sigma_mm, sigmas.low, sigmas.high);
    Dark dark;
    for (std::size_t band = 0; band < band_count; ++band) {
        const float absorption = absorbing_area_mm2[band] * per_area;
        const Step strength(absorptions, absorption);
        float log_area = 0.0f, sheet = 0.0f;
        for (const Corner& corner : at) {
            const Node* node = &nodes_[corner.row + band * absorptions.count + strength.below];
            log_area += corner.weight * std::lerp(node[0].log_area, node[1].log_area, strength.share);
            sheet += corner.weight * std::lerp(node[0].sheet_share, node[1].sheet_share, strength.share);
        }
        // Thin ink darkens in proportion to its amount.
        const float thin = std::min(1.0f, absorption / absorptions.low);
        dark.area_mm2[band] = thin * beyond * beyond * std::exp(log_area);
        dark.sheet_share[band] = thin * sheet;
    }
    return dark;
}

Dark DarkGrid::dot(float depth_mm, float sigma_mm, const transport::BandValues& absorbing_area_mm2) const {
    const Step d(depths, depth_mm), s(sigmas, sigma_mm);
    const std::array<Corner, 4> corners{{{row(d.below, s.below, 0), (1.0f - d.share) * (1.0f - s.share)},
                                         {row(d.below, s.below + 1, 0), (1.0f - d.share) * s.share},
                                         {row(d.below + 1, s.below, 0), d.share * (1.0f - s.share)},
                                         {row(d.below + 1, s.below + 1, 0), d.share * s.share}}};
    return mixed(corners, sigma_mm, absorption_per_area(sigma_mm, dot_sigma_z_mm), absorbing_area_mm2);
}

Dark DarkGrid::crust(float sigma_mm, const transport::BandValues& absorbing_area_mm2) const {
    const Step s(sigmas, sigma_mm);
    const std::array<Corner, 2> corners{
        {{row(depths.count, s.below, 0), 1.0f - s.share}, {row(depths.count, s.below + 1, 0), s.share}}};
    return mixed(corners, sigma_mm, absorption_per_area(sigma_mm, crust_sigma_z_mm), absorbing_area_mm2);
}

} // namespace healed::study

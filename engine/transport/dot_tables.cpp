#include "transport/dot_tables.h"

#include "transport/dot_axes.h"

#include <algorithm>
#include <cmath>
#include <istream>
#include <numbers>
#include <ostream>

namespace healed::transport {

namespace {

/// Place of a value on an axis: the index below and the share of the way to the next, in the axis's own
/// measure.
struct Place {
    std::size_t below;
    float share;
};

template <std::size_t N>
std::array<float, N> logarithms(const std::array<float, N>& axis) {
    std::array<float, N> ln;
    std::transform(axis.begin(), axis.end(), ln.begin(), [](float x) { return std::log(x); });
    return ln;
}

const auto ln_sigmas = logarithms(sigmas_mm);
const auto ln_radii = logarithms(radii_mm);
const auto ln_absorptions = logarithms(absorptions_per_mm);

template <std::size_t N>
Place place_on(const std::array<float, N>& axis, float value) {
    const float inside = std::clamp(value, axis.front(), axis.back());
    std::size_t i = 0;
    while (i + 2 < N && inside > axis[i + 1])
        ++i;
    return {i, (inside - axis[i]) / (axis[i + 1] - axis[i])};
}

/// Dots of one peak absorption wider or narrower than any in the tables darken by their area.
template <std::size_t N>
float beyond_axis(const std::array<float, N>& axis, float width_mm) {
    const float ratio = width_mm / std::clamp(width_mm, axis.front(), axis.back());
    return ratio * ratio;
}

float peak_absorption(float area_mm2, float sigma_mm, float sigma_z_mm) {
    constexpr float two_pi = 2.0f * std::numbers::pi_v<float>;
    return area_mm2 / (std::pow(two_pi, 1.5f) * sigma_mm * sigma_mm * sigma_z_mm);
}

template <typename Values>
void write_values(std::ostream& stream, const Values& values) {
    stream.write(reinterpret_cast<const char*>(values.data()),
                 static_cast<std::streamsize>(values.size() * sizeof(float)));
}

template <typename Values>
void read_values(std::istream& stream, Values& values) {
    stream.read(reinterpret_cast<char*>(values.data()),
                static_cast<std::streamsize>(values.size() * sizeof(float)));
}

} // namespace

std::array<DotTables::Corner, 4> DotTables::dot_corners(float depth_mm, float sigma_mm) {
    const Place depth = place_on(depths_mm, depth_mm), sigma = place_on(ln_sigmas, std::log(sigma_mm));
    const std::size_t first = depth.below * absorber_widths + sigma.below;
    return {{{first, (1.0f - depth.share) * (1.0f - sigma.share)},
             {first + 1, (1.0f - depth.share) * sigma.share},
             {first + absorber_widths, depth.share * (1.0f - sigma.share)},
             {first + absorber_widths + 1, depth.share * sigma.share}}};
}

std::array<DotTables::Corner, 2> DotTables::crust_corners(float sigma_mm) {
    const Place sigma = place_on(ln_sigmas, std::log(sigma_mm));
    const std::size_t first = crust_group * absorber_widths + sigma.below;
    return {{{first, 1.0f - sigma.share}, {first + 1, sigma.share}}};
}

std::array<DotTables::Corner, 2> DotTables::shaft_corners(float radius_mm) {
    const Place radius = place_on(ln_radii, std::log(radius_mm));
    const std::size_t first = shaft_group * absorber_widths + radius.below;
    return {{{first, 1.0f - radius.share}, {first + 1, radius.share}}};
}

Darkening DotTables::between(std::span<const Corner> corners, std::size_t band,
                             float absorption_per_mm) const {
    const Place strength = place_on(ln_absorptions, std::log(absorption_per_mm));
    const std::size_t a = strength.below;
    Darkening sum{};
    float ln_area = 0.0f;
    for (const Corner& corner : corners) {
        const LogAreas& ln_areas = ln_areas_[band][corner.entry];
        const DotEntry& entry = entries_[band][corner.entry];
        ln_area += corner.share * std::lerp(ln_areas[a], ln_areas[a + 1], strength.share);
        sum.sheet_share +=
            corner.share * std::lerp(entry.sheet_share[a], entry.sheet_share[a + 1], strength.share);
        for (std::size_t k = 0; k < spread_widths; ++k)
            sum.spread[k] += corner.share * entry.spread[k];
    }
    // Thin ink darkens in proportion to its amount.
    const float thin = std::min(1.0f, absorption_per_mm / absorptions_per_mm.front());
    sum.area_mm2 = thin * std::exp(ln_area);
    sum.sheet_share *= thin;
    return sum;
}

BandDarkenings DotTables::between(std::span<const Corner> corners, const BandValues& strength,
                                  float absorption_per_strength, float beyond) const {
    BandDarkenings all;
    for (std::size_t band = 0; band < band_count; ++band) {
        all[band] = between(corners, band, strength[band] * absorption_per_strength);
        all[band].area_mm2 *= beyond;
    }
    return all;
}

Darkening DotTables::dot(std::size_t band, float depth_mm, float sigma_mm, float area_mm2) const {
    Darkening result =
        between(dot_corners(depth_mm, sigma_mm), band, peak_absorption(area_mm2, sigma_mm, table_sigma_z_mm));
    result.area_mm2 *= beyond_axis(sigmas_mm, sigma_mm);
    return result;
}

Darkening DotTables::crust(std::size_t band, float sigma_mm, float area_mm2) const {
    Darkening result =
        between(crust_corners(sigma_mm), band, peak_absorption(area_mm2, sigma_mm, crust_sigma_z_mm));
    result.area_mm2 *= beyond_axis(sigmas_mm, sigma_mm);
    return result;
}

Darkening DotTables::shaft(std::size_t band, float radius_mm, float absorption_per_mm) const {
    return between(shaft_corners(radius_mm), band, absorption_per_mm);
}

BandDarkenings DotTables::dot(float depth_mm, float sigma_mm, const BandValues& area_mm2) const {
    return between(dot_corners(depth_mm, sigma_mm), area_mm2,
                   peak_absorption(1.0f, sigma_mm, table_sigma_z_mm), beyond_axis(sigmas_mm, sigma_mm));
}

BandDarkenings DotTables::crust(float sigma_mm, const BandValues& area_mm2) const {
    return between(crust_corners(sigma_mm), area_mm2, peak_absorption(1.0f, sigma_mm, crust_sigma_z_mm),
                   beyond_axis(sigmas_mm, sigma_mm));
}

BandDarkenings DotTables::shaft(float radius_mm, const BandValues& absorption_per_mm) const {
    return between(shaft_corners(radius_mm), absorption_per_mm, 1.0f, 1.0f);
}

DotTables::DotTables(const DotTally& tally) {
    for (std::size_t band = 0; band < band_count; ++band)
        entries_[band] = tally.entries(band);
    take_logarithms();
}

void DotTables::take_logarithms() {
    constexpr float nothing_mm2 = 1e-12f;
    for (std::size_t band = 0; band < band_count; ++band) {
        ln_areas_[band].clear();
        for (const DotEntry& entry : entries_[band]) {
            LogAreas& ln = ln_areas_[band].emplace_back();
            std::transform(entry.area_mm2.begin(), entry.area_mm2.end(), ln.begin(),
                           [](float area_mm2) { return std::log(area_mm2 + nothing_mm2); });
        }
    }
}

void DotTables::write(std::ostream& stream) const {
    for (const std::vector<DotEntry>& band : entries_)
        for (const DotEntry& entry : band) {
            write_values(stream, entry.area_mm2);
            write_values(stream, entry.sheet_share);
            write_values(stream, entry.spread);
        }
}

void DotTables::read(std::istream& stream) {
    for (std::vector<DotEntry>& band : entries_) {
        band.resize(dot_entry_count);
        for (DotEntry& entry : band) {
            read_values(stream, entry.area_mm2);
            read_values(stream, entry.sheet_share);
            read_values(stream, entry.spread);
        }
    }
    take_logarithms();
}

} // namespace healed::transport

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

template <std::size_t N, typename Measure>
Place place_on(const std::array<float, N>& axis, float value, Measure measure) {
    const float inside = std::clamp(value, axis.front(), axis.back());
    std::size_t i = 0;
    while (i + 2 < N && inside > axis[i + 1])
        ++i;
    return {i, (measure(inside) - measure(axis[i])) / (measure(axis[i + 1]) - measure(axis[i]))};
}

constexpr auto linear = [](float x) { return x; };
constexpr auto logarithmic = [](float x) { return std::log(x); };

Darkening mixed(const Darkening& a, const Darkening& b, float share) {
    Darkening m;
    m.area_mm2 = std::exp(std::lerp(std::log(a.area_mm2 + 1e-12f), std::log(b.area_mm2 + 1e-12f), share));
    m.sheet_share = std::lerp(a.sheet_share, b.sheet_share, share);
    for (std::size_t i = 0; i < spread_widths; ++i)
        m.spread[i] = std::lerp(a.spread[i], b.spread[i], share);
    return m;
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

Darkening DotTables::at_absorption(const DotEntry& entry, float absorption_per_mm) {
    const Place place = place_on(absorptions_per_mm, absorption_per_mm, logarithmic);
    const auto at = [&](std::size_t i) {
        return Darkening{entry.area_mm2[i], entry.sheet_share[i], entry.spread};
    };
    Darkening result = mixed(at(place.below), at(place.below + 1), place.share);
    // Thin ink darkens in proportion to its amount.
    const float thin = std::min(1.0f, absorption_per_mm / absorptions_per_mm.front());
    result.area_mm2 *= thin;
    result.sheet_share *= thin;
    return result;
}

Darkening DotTables::dot(std::size_t band, float depth_mm, float sigma_mm, float area_mm2) const {
    const float absorption = peak_absorption(area_mm2, sigma_mm, table_sigma_z_mm);
    const Place depth = place_on(depths_mm, depth_mm, linear);
    const Place sigma = place_on(sigmas_mm, sigma_mm, logarithmic);
    const auto at = [&](std::size_t d, std::size_t s) {
        return at_absorption(entries_[band][d * absorber_widths + s], absorption);
    };
    const auto at_depth = [&](std::size_t d) {
        return mixed(at(d, sigma.below), at(d, sigma.below + 1), sigma.share);
    };
    Darkening result = mixed(at_depth(depth.below), at_depth(depth.below + 1), depth.share);
    result.area_mm2 *= beyond_axis(sigmas_mm, sigma_mm);
    return result;
}

Darkening DotTables::crust(std::size_t band, float sigma_mm, float area_mm2) const {
    const float absorption = peak_absorption(area_mm2, sigma_mm, crust_sigma_z_mm);
    const Place sigma = place_on(sigmas_mm, sigma_mm, logarithmic);
    const auto at = [&](std::size_t s) {
        return at_absorption(entries_[band][crust_group * absorber_widths + s], absorption);
    };
    Darkening result = mixed(at(sigma.below), at(sigma.below + 1), sigma.share);
    result.area_mm2 *= beyond_axis(sigmas_mm, sigma_mm);
    return result;
}

Darkening DotTables::shaft(std::size_t band, float radius_mm, float absorption_per_mm) const {
    const Place radius = place_on(radii_mm, radius_mm, logarithmic);
    const auto at = [&](std::size_t r) {
        return at_absorption(entries_[band][shaft_group * absorber_widths + r], absorption_per_mm);
    };
    return mixed(at(radius.below), at(radius.below + 1), radius.share);
}

DotTables::DotTables(const DotTally& tally) {
    for (std::size_t band = 0; band < band_count; ++band)
        entries_[band] = tally.entries(band);
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
}

} // namespace healed::transport

#include "transport/dot_tables.h"

#include "base/parallel.h"
#include "gpu/commands.h"
#include "passes/sense_absorbers.h"
#include "transport/path_pool.h"

#include <algorithm>
#include <cmath>
#include <istream>
#include <numbers>
#include <ostream>
#include <span>

namespace healed::transport {

namespace {

constexpr std::array depths_mm = {0.05f, 0.10f, 0.16f, 0.22f, 0.28f, 0.36f, 0.48f, 0.65f, 0.95f, 1.5f};
constexpr std::array sigmas_mm = {0.03f, 0.05f, 0.08f, 0.13f, 0.22f, 0.40f};
constexpr std::array radii_mm = {0.015f, 0.022f, 0.030f, 0.040f, 0.052f, 0.068f};
constexpr std::array absorptions_per_mm = {0.3f, 1.0f, 3.0f, 8.0f, 20.0f, 50.0f, 150.0f};
/// The spread hardly depends on the strength; it is taken where a healed dot usually lies.
constexpr float spread_absorption_per_mm = 8.0f;

/// Vertical spread of the tabulated dots; others are taken at equal vertical optical depth.
constexpr float table_sigma_z_mm = 0.08f;
/// Ink in a crust lies on the surface and within the torn epidermis.
constexpr float crust_depth_mm = 0.02f;
constexpr float crust_sigma_z_mm = 0.01f;
/// A scalp hair's root lies about so deep (literature: 1.5–4 mm for terminal hair; light does not tell
/// beyond).
constexpr float shaft_bottom_mm = 1.5f;
/// mm sideways per mm of depth: hair that leaves the skin at 45°.
constexpr float shaft_slant = 1.0f;

constexpr std::size_t widths = sigmas_mm.size();
constexpr std::size_t crust_group = depths_mm.size();
constexpr std::size_t shaft_group = crust_group + 1;

std::vector<passes::LoneAbsorbers> absorber_groups() {
    const auto group = [](float depth, float sigma_z, float slant, const std::array<float, widths>& sigmas) {
        passes::LoneAbsorbers g{.depth = depth, .sigma_z = sigma_z, .slant_x = slant};
        std::copy(sigmas.begin(), sigmas.end(), g.sigma);
        return g;
    };
    std::vector<passes::LoneAbsorbers> groups;
    for (const float depth : depths_mm)
        groups.push_back(group(depth, table_sigma_z_mm, 0.0f, sigmas_mm));
    groups.push_back(group(crust_depth_mm, crust_sigma_z_mm, 0.0f, sigmas_mm));
    groups.push_back(group(shaft_bottom_mm, 0.0f, shaft_slant, radii_mm));
    return groups;
}

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

/// Dark area by distance from the absorber, in rings whose radii grow as the square of their number.
class Rings {
  public:
    void add(double distance_mm, double area_mm2) {
        const auto ring = static_cast<std::size_t>(std::sqrt(distance_mm / reach_mm) * count);
        mass_[std::min(ring, count - 1)] += area_mm2;
    }

    /// Shares of the fixed Gaussians that make the rings most likely (expectation–maximisation over the
    /// shares alone).
    std::array<float, spread_widths> fitted_spread() const {
        std::array<double, spread_widths> share;
        share.fill(1.0 / spread_widths);
        for (int round = 0; round < 60; ++round) {
            std::array<double, spread_widths> next{};
            for (std::size_t ring = 0; ring < count; ++ring) {
                std::array<double, spread_widths> likely;
                double sum = 1e-300;
                for (std::size_t k = 0; k < spread_widths; ++k)
                    sum += likely[k] = share[k] * share_within(ring, spread_sigma_mm[k]);
                for (std::size_t k = 0; k < spread_widths; ++k)
                    next[k] += mass_[ring] * likely[k] / sum;
            }
            const double total = std::max(1e-300, next[0] + next[1] + next[2]);
            for (std::size_t k = 0; k < spread_widths; ++k)
                share[k] = next[k] / total;
        }
        return {static_cast<float>(share[0]), static_cast<float>(share[1]), static_cast<float>(share[2])};
    }

  private:
    static constexpr std::size_t count = 48;
    static constexpr double reach_mm = 8.0;
    static double radius(std::size_t ring) {
        const double x = static_cast<double>(ring) / count;
        return reach_mm * x * x;
    }
    static double share_within(std::size_t ring, double sigma) {
        const double inner = radius(ring) / sigma, outer = radius(ring + 1) / sigma;
        return std::exp(-0.5 * inner * inner) - std::exp(-0.5 * outer * outer);
    }

    std::array<double, count> mass_{};
};

} // namespace

Darkening DotTables::at_absorption(const Entry& entry, float absorption_per_mm) {
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
        return at_absorption(entries_[band][d * widths + s], absorption);
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
        return at_absorption(entries_[band][crust_group * widths + s], absorption);
    };
    Darkening result = mixed(at(sigma.below), at(sigma.below + 1), sigma.share);
    result.area_mm2 *= beyond_axis(sigmas_mm, sigma_mm);
    return result;
}

Darkening DotTables::shaft(std::size_t band, float radius_mm, float absorption_per_mm) const {
    const Place radius = place_on(radii_mm, radius_mm, logarithmic);
    const auto at = [&](std::size_t r) {
        return at_absorption(entries_[band][shaft_group * widths + r], absorption_per_mm);
    };
    return mixed(at(radius.below), at(radius.below + 1), radius.share);
}

DotTables::Entry DotTables::summed(std::span<const passes::Sensing> sensings,
                                   std::span<const PooledPath> paths) {
    Entry entry;
    double weight = 0.0;
    for (const PooledPath& path : paths)
        weight += path.weight;
    for (const float absorption : absorptions_per_mm) {
        double area = 0.0, sheet = 0.0;
        Rings rings;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const double lost = -paths[i].weight * std::expm1(-absorption * sensings[i].crossed) *
                                sensings[i].area_per_sample;
            area += lost;
            rings.add(sensings[i].distance, lost);
            sheet -= paths[i].weight * std::expm1(-absorption * sensings[i].sheet_crossed);
        }
        entry.area_mm2.push_back(static_cast<float>(area / weight));
        entry.sheet_share.push_back(static_cast<float>(sheet / weight));
        if (absorption == spread_absorption_per_mm)
            entry.spread = rings.fitted_spread();
    }
    return entry;
}

void DotTables::tabulate(const gpu::Device& device, std::size_t band, const PathPool& pool,
                         std::size_t most_paths, std::uint32_t seed) {
    // The paths stand in order of their length, so that every n-th of them is a fair sample of all.
    const std::size_t stride = std::max<std::size_t>(1, pool.paths.size() / most_paths);
    std::vector<PooledPath> paths;
    for (std::size_t i = 0; i < pool.paths.size(); i += stride)
        paths.push_back(pool.paths[i]);
    const auto path_count = static_cast<std::uint32_t>(paths.size());
    const std::vector<passes::LoneAbsorbers> groups = absorber_groups();
    const gpu::Buffer<passes::LoneAbsorbers> group_buffer(device, "lone absorbers", groups);
    const gpu::Buffer<PooledPath> path_buffer(device, "sensing paths", paths);
    const gpu::Buffer<passes::Sensing> sensings(device, "sensings", groups.size() * widths * path_count);
    const gpu::Pass<passes::SenseAbsorbers> sense(device);
    gpu::Commands commands(device, "sense absorbers");
    commands.dispatch(
        sense,
        {.paths = path_buffer, .vertices = pool.vertices, .groups = group_buffer, .sensings = sensings},
        {.path_count = path_count, .seed = seed}, {path_count, static_cast<std::uint32_t>(groups.size())});
    commands.submit_and_wait();
    const std::vector<passes::Sensing> all = sensings.download();
    entries_[band].resize(groups.size() * widths);
    parallel_for(entries_[band].size(), 1, [&](std::size_t i, std::size_t) {
        entries_[band][i] = summed(std::span(all).subspan(i * path_count, path_count), paths);
    });
}

void DotTables::write(std::ostream& stream) const {
    for (const std::vector<Entry>& band : entries_)
        for (const Entry& entry : band) {
            write_values(stream, entry.area_mm2);
            write_values(stream, entry.sheet_share);
            write_values(stream, entry.spread);
        }
}

void DotTables::read(std::istream& stream) {
    for (std::vector<Entry>& band : entries_) {
        band.resize(absorber_groups().size() * widths);
        for (Entry& entry : band) {
            entry.area_mm2.resize(absorptions_per_mm.size());
            entry.sheet_share.resize(absorptions_per_mm.size());
            read_values(stream, entry.area_mm2);
            read_values(stream, entry.sheet_share);
            read_values(stream, entry.spread);
        }
    }
}

} // namespace healed::transport

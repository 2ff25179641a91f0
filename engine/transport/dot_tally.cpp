#include "transport/dot_tally.h"

#include "base/parallel.h"
#include "gpu/commands.h"
#include "passes/sense_absorbers.h"

#include <algorithm>
#include <cmath>

namespace healed::transport {

namespace {

std::vector<passes::LoneAbsorbers> absorber_groups() {
    const auto group = [](float depth, float sigma_z, float slant,
                          const std::array<float, absorber_widths>& sigmas) {
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

constexpr double rings_reach_mm = 8.0;

double ring_radius(std::size_t ring) {
    const double x = static_cast<double>(ring) / DarkRings::count;
    return rings_reach_mm * x * x;
}

double share_within(std::size_t ring, double sigma) {
    const double inner = ring_radius(ring) / sigma, outer = ring_radius(ring + 1) / sigma;
    return std::exp(-0.5 * inner * inner) - std::exp(-0.5 * outer * outer);
}

/// What every path senses of every absorber: group by group, width by width, path by path.
std::vector<passes::Sensing> sensed(const gpu::Device& device, const PathPool& pool,
                                    const std::vector<PooledPath>& paths, std::uint32_t seed) {
    const auto path_count = static_cast<std::uint32_t>(paths.size());
    const std::vector<passes::LoneAbsorbers> groups = absorber_groups();
    const gpu::Buffer<passes::LoneAbsorbers> group_buffer(device, "lone absorbers", groups);
    const gpu::Buffer<PooledPath> path_buffer(device, "sensing paths", paths);
    const gpu::Buffer<passes::Sensing> sensings(device, "sensings", dot_entry_count * path_count);
    const gpu::Pass<passes::SenseAbsorbers> sense(device);
    gpu::Commands commands(device, "sense absorbers");
    commands.dispatch(
        sense,
        {.paths = path_buffer, .vertices = pool.vertices, .groups = group_buffer, .sensings = sensings},
        {.path_count = path_count, .seed = seed}, {path_count, static_cast<std::uint32_t>(groups.size())});
    commands.submit_and_wait();
    return sensings.download();
}

} // namespace

std::size_t DarkRings::ring_at(double distance_mm) {
    return std::min(static_cast<std::size_t>(std::sqrt(distance_mm / rings_reach_mm) * count), count - 1);
}

std::array<float, spread_widths> DarkRings::fitted_spread() const {
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

void DotTally::add(const gpu::Device& device, const PathPool& pool,
                   std::span<const std::vector<FourWeights>> weights, std::span<const std::size_t> bands,
                   std::size_t most_paths, std::uint32_t seed) {
    // The paths stand in order of their length, so that every n-th of them is a fair sample of all.
    const std::size_t stride = std::max<std::size_t>(1, pool.paths.size() / most_paths);
    std::vector<PooledPath> paths;
    std::vector<BandValues> weight;
    for (std::size_t i = 0; i < pool.paths.size(); i += stride) {
        paths.push_back(pool.paths[i]);
        BandValues& values = weight.emplace_back();
        for (std::size_t k = 0; k < bands.size(); ++k) {
            values[k] = static_cast<float>(weights[k / 4][i][static_cast<int>(k % 4)]);
            weight_[bands[k]] += values[k];
        }
    }
    if (paths.empty())
        return;
    for (const std::size_t band : bands)
        sums_[band].resize(dot_entry_count);
    const std::vector<passes::Sensing> all = sensed(device, pool, paths, seed);
    parallel_for(dot_entry_count, 1, [&](std::size_t entry, std::size_t) {
        const std::span sensings = std::span(all).subspan(entry * paths.size(), paths.size());
        for (std::size_t a = 0; a < absorptions_per_mm.size(); ++a)
            for (std::size_t i = 0; i < paths.size(); ++i) {
                const float lost =
                    -std::expm1(-absorptions_per_mm[a] * sensings[i].crossed) * sensings[i].area_per_sample;
                const float sheet = -std::expm1(-absorptions_per_mm[a] * sensings[i].sheet_crossed);
                const std::size_t ring = DarkRings::ring_at(sensings[i].distance);
                for (std::size_t k = 0; k < bands.size(); ++k) {
                    const double w = weight[i][k];
                    Sums& sums = sums_[bands[k]][entry];
                    sums.area[a] += w * lost;
                    sums.sheet[a] += w * sheet;
                    if (absorptions_per_mm[a] == spread_absorption_per_mm)
                        sums.rings.add(ring, w * lost);
                }
            }
    });
}

std::vector<DotEntry> DotTally::entries(std::size_t band) const {
    std::vector<DotEntry> entries(sums_[band].size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Sums& sums = sums_[band][i];
        for (std::size_t a = 0; a < absorptions_per_mm.size(); ++a) {
            entries[i].area_mm2[a] = static_cast<float>(sums.area[a] / weight_[band]);
            entries[i].sheet_share[a] = static_cast<float>(sums.sheet[a] / weight_[band]);
        }
        entries[i].spread = sums.rings.fitted_spread();
    }
    return entries;
}

} // namespace healed::transport

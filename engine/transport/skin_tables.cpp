#include "transport/skin_tables.h"

#include "base/checked_cache.h"
#include "base/parallel.h"
#include "transport/path_pool.h"
#include "transport/path_weights.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <fmt/format.h>
#include <sstream>
#include <type_traits>

namespace healed::transport {

namespace {

/// To be raised when a table's meaning or layout changes.
constexpr int cache_version = 2;
constexpr std::uint32_t bake_seed = 20'240;
/// So many photons' paths fit into the buffers that software Vulkan allows, in the most scattering skin.
constexpr std::uint32_t photons_per_round = 12'000;

/// How fine a bake is.
struct Effort {
    std::vector<double> walked_nm; ///< wavelengths whose scattering is walked; bands between them are mixed
    std::uint32_t rounds;
    std::size_t sensing_paths; ///< of a walk's returning paths, those that are asked about single absorbers
};

Effort effort(BakeQuality quality) {
    if (quality == BakeQuality::Draft)
        return {.walked_nm = {430, 495, 565, 665}, .rounds = 1, .sensing_paths = 1'200};
    return {.walked_nm = {band_nm.begin(), band_nm.end()}, .rounds = 3, .sensing_paths = 2'500};
}

/// How strongly a skin scatters at a wavelength; only the order and spacing of wavelengths are taken from it.
double log_scattering(const skin::Skin& skin, double nm) {
    const skin::OpticalLayer dermis = skin.layer_at(skin::Layer::PapillaryDermis, nm);
    return std::log(dermis.scattering_per_mm * (1.0 - dermis.anisotropy));
}

/// Share of band in the walk at walked_nm[walk]: linear between neighbouring walks in the logarithm of
/// reduced scattering.
double share_of(const skin::Skin& skin, const Effort& effort, std::size_t walk, double nm) {
    const auto& walked = effort.walked_nm;
    if (nm == walked[walk])
        return 1.0;
    const std::size_t other = nm < walked[walk] ? walk - 1 : walk + 1;
    if (other >= walked.size() || (nm < walked[other]) == (nm < walked[walk]))
        return 0.0;
    const double here = log_scattering(skin, walked[walk]), there = log_scattering(skin, walked[other]);
    return (log_scattering(skin, nm) - there) / (here - there);
}

/// The bands that a walk serves, their shares and their stacks.
struct Served {
    std::vector<std::size_t> bands;
    std::vector<double> shares;
    std::vector<skin::OpticalStack> stacks;
};

Served served_by(const skin::Skin& skin, const Effort& effort, std::size_t walk) {
    Served served;
    for (std::size_t band = 0; band < band_count; ++band) {
        const double share = share_of(skin, effort, walk, band_nm[band]);
        if (share <= 0.0)
            continue;
        served.bands.push_back(band);
        served.shares.push_back(share);
        served.stacks.push_back(skin.stack_at(band_nm[band]));
    }
    return served;
}

/// Scatters as at the walked wavelength and absorbs as the clearest of the bands it serves.
skin::OpticalStack walked_stack(const skin::Skin& skin, double nm, const Served& served) {
    skin::OpticalStack stack = skin.stack_at(nm);
    for (std::size_t layer = 0; layer < stack.layers.size(); ++layer) {
        stack.layers[layer].absorption_per_mm = served.stacks.front().layers[layer].absorption_per_mm;
        for (const skin::OpticalStack& wanted : served.stacks)
            stack.layers[layer].absorption_per_mm =
                std::min(stack.layers[layer].absorption_per_mm, wanted.layers[layer].absorption_per_mm);
    }
    return stack;
}

/// What the pool's paths weigh in each band, four bands at a time, each by its share.
std::vector<std::vector<FourWeights>> band_weights(const Served& served, const skin::OpticalStack& walked,
                                                   const PathPool& pool,
                                                   std::span<const glm::vec3> vertices) {
    std::vector<std::vector<FourWeights>> fours;
    for (std::size_t first = 0; first < served.bands.size(); first += 4) {
        const std::size_t count = std::min<std::size_t>(4, served.bands.size() - first);
        fours.push_back(
            weights_under(std::span(served.stacks).subspan(first, count), walked, pool.paths, vertices));
        FourWeights shares(0.0);
        for (std::size_t k = 0; k < count; ++k)
            shares[static_cast<int>(k)] = served.shares[first + k];
        for (FourWeights& weight : fours.back())
            weight *= shares;
    }
    return fours;
}

/// Adds a walk to the legs and the bare reflectance of the bands it serves, one round of `rounds`.
void add_walk(SkinTables& tables, const Served& served, const PathPool& pool,
              std::span<const glm::vec3> vertices, const std::vector<std::vector<FourWeights>>& weights,
              std::uint32_t rounds) {
    for (std::size_t four = 0; four < weights.size(); ++four) {
        const std::array<LegTally, 4> legs = tally_legs(pool.paths, vertices, weights[four]);
        FourWeights returned(0.0);
        for (const FourWeights& weight : weights[four])
            returned += weight;
        for (std::size_t k = 0; k < 4 && 4 * four + k < served.bands.size(); ++k) {
            const std::size_t band = served.bands[4 * four + k];
            tables.legs[band].add(legs[k]);
            tables.bare[band] += static_cast<float>(returned[static_cast<int>(k)] / pool.launched / rounds);
        }
    }
}

CacheFile cache_file(const skin::Skin& skin, BakeQuality quality) {
    std::string key = fmt::format("{} {}", static_cast<int>(quality), bake_seed);
    for (const double nm : band_nm)
        for (const skin::OpticalLayer& layer : skin.stack_at(nm).layers)
            key += fmt::format(" {} {} {} {} {}", layer.thickness_mm, layer.refractive_index,
                               layer.anisotropy, layer.absorption_per_mm, layer.scattering_per_mm);
    return {"skin", cache_version, key};
}

std::string to_bytes(const SkinTables& tables) {
    static_assert(std::is_trivially_copyable_v<LegTally>);
    std::ostringstream stream;
    stream.write(reinterpret_cast<const char*>(tables.legs.data()),
                 static_cast<std::streamsize>(tables.legs.size() * sizeof(LegTally)));
    stream.write(reinterpret_cast<const char*>(tables.bare.data()), sizeof(tables.bare));
    tables.dots.write(stream);
    return std::move(stream).str();
}

SkinTables from_bytes(std::string bytes) {
    std::istringstream stream(std::move(bytes));
    SkinTables tables;
    tables.legs.resize(band_count);
    stream.read(reinterpret_cast<char*>(tables.legs.data()),
                static_cast<std::streamsize>(tables.legs.size() * sizeof(LegTally)));
    stream.read(reinterpret_cast<char*>(tables.bare.data()), sizeof(tables.bare));
    tables.dots.read(stream);
    return tables;
}

} // namespace

SkinTables bake_skin_tables(const gpu::Device& device, const skin::Skin& skin, BakeQuality quality,
                            std::uint32_t seed, const Progress& progress) {
    const Effort plan = effort(quality);
    SkinTables tables;
    tables.legs.resize(band_count);
    DotTally dots;
    for (std::size_t walk = 0; walk < plan.walked_nm.size(); ++walk) {
        const Served served = served_by(skin, plan, walk);
        const skin::OpticalStack walked = walked_stack(skin, plan.walked_nm[walk], served);
        for (std::uint32_t round = 0; round < plan.rounds; ++round) {
            const PathPool pool =
                walk_paths(device, walked, Incidence::Diffuse, photons_per_round, seed + round);
            const std::vector<glm::vec3> vertices = pool.vertices.download();
            const auto weights = band_weights(served, walked, pool, vertices);
            add_walk(tables, served, pool, vertices, weights, plan.rounds);
            if (round == 0)
                dots.add(device, pool, weights, served.bands, plan.sensing_paths, seed);
            if (progress)
                progress(static_cast<double>(walk * plan.rounds + round + 1) /
                         static_cast<double>(plan.walked_nm.size() * plan.rounds));
        }
    }
    tables.dots = DotTables(dots);
    return tables;
}

SkinTables cached_skin_tables(const gpu::Device& device, const skin::Skin& skin, BakeQuality quality,
                              const Progress& progress) {
    const CacheFile file = cache_file(skin, quality);
    if (std::optional<std::string> kept = file.read())
        return from_bytes(*std::move(kept));
    SkinTables tables = bake_skin_tables(device, skin, quality, bake_seed, progress);
    file.write(to_bytes(tables));
    return tables;
}

BandTables band_tables(const SkinTables& tables, double texel_mm) {
    BandTables result;
    parallel_for(band_count, 1, [&](std::size_t band, std::size_t) {
        result[band] = slice_tables(tables.legs[band], texel_mm);
    });
    return result;
}

} // namespace healed::transport

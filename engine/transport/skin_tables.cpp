#include "transport/skin_tables.h"

#include "base/error.h"
#include "base/file.h"
#include "base/parallel.h"
#include "base/sha256.h"
#include "transport/path_pool.h"

#include <fmt/format.h>
#include <sstream>
#include <type_traits>

namespace healed::transport {

namespace {

/// Part of the cache's name: to be raised when a table's meaning or layout changes.
constexpr int cache_version = 1;
constexpr std::uint32_t bake_seed = 20'240;
/// So many photons' paths fit into the buffers that software Vulkan allows, in the most scattering skin.
constexpr std::uint32_t photons_per_round = 12'000;
/// Of a band's returning paths, those that are asked about single absorbers.
constexpr std::size_t sensing_paths = 4'000;

std::filesystem::path cache_file(const skin::Skin& skin, BakeQuality quality) {
    std::string key = fmt::format("{} {} {}", cache_version, static_cast<std::uint32_t>(quality), bake_seed);
    for (const double nm : band_nm)
        for (const skin::OpticalLayer& layer : skin.stack_at(nm).layers)
            key += fmt::format(" {} {} {} {} {}", layer.thickness_mm, layer.refractive_index,
                               layer.anisotropy, layer.absorption_per_mm, layer.scattering_per_mm);
    return cache_folder() / fmt::format("skin-{}.tables", sha256_hex(key).substr(0, 24));
}

std::string to_bytes(const SkinTables& tables) {
    static_assert(std::is_trivially_copyable_v<LegTally>);
    std::ostringstream stream;
    stream.write(reinterpret_cast<const char*>(tables.legs.data()),
                 static_cast<std::streamsize>(tables.legs.size() * sizeof(LegTally)));
    stream.write(reinterpret_cast<const char*>(tables.bare.data()), sizeof(tables.bare));
    tables.dots.write(stream);
    const std::string body = std::move(stream).str();
    return sha256_hex(body) + body;
}

/// Throws Error when the bytes are not what was written.
SkinTables from_bytes(const std::filesystem::path& file, const std::string& bytes) {
    constexpr std::size_t digest = 64;
    if (bytes.size() < digest || sha256_hex(bytes.substr(digest)) != bytes.substr(0, digest))
        fail("{}: damaged", file.string());
    std::istringstream stream(bytes.substr(digest));
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
    const auto rounds = static_cast<std::uint32_t>(quality) / photons_per_round;
    SkinTables tables;
    tables.legs.resize(band_count);
    for (std::size_t band = 0; band < band_count; ++band) {
        for (std::uint32_t round = 0; round < rounds; ++round) {
            const PathPool pool = walk_paths(device, skin.stack_at(band_nm[band]), Incidence::Diffuse,
                                             photons_per_round, seed + round);
            tables.bare[band] += static_cast<float>(pool.bare_reflectance / rounds);
            tables.legs[band].add(tally_legs(pool.paths, pool.vertices.download()));
            if (round == 0)
                tables.dots.tabulate(device, band, pool, sensing_paths, seed);
        }
        if (progress)
            progress(static_cast<double>(band + 1) / band_count);
    }
    return tables;
}

SkinTables cached_skin_tables(const gpu::Device& device, const skin::Skin& skin, BakeQuality quality,
                              const Progress& progress) {
    const std::filesystem::path file = cache_file(skin, quality);
    try {
        if (std::filesystem::exists(file))
            return from_bytes(file, read_file(file));
    } catch (const Error&) {
        // Damaged or unreadable: what is cached can be computed again.
    }
    SkinTables tables = bake_skin_tables(device, skin, quality, bake_seed, progress);
    try {
        write_file(file, to_bytes(tables));
    } catch (const Error&) {
        // A full or read-only disk costs time on the next start, nothing else.
    }
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

#include "transport/stack_legs.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "transport/path_pool.h"

#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <type_traits>

namespace healed::transport {

namespace {

/// Part of the cache's name: to be raised when a tally's meaning or layout changes.
constexpr int cache_version = 1;
/// So many photons' paths fit into the buffers that software Vulkan allows, in the most scattering skin.
constexpr std::uint32_t photons_per_round = 8'000;
constexpr std::size_t digest_length = 64;

std::filesystem::path cache_file(const skin::OpticalStack& stack, Incidence incidence, std::uint32_t photons,
                                 std::uint32_t seed) {
    std::string key = fmt::format("{} {} {} {} {} {}", cache_version, static_cast<int>(incidence), photons,
                                  seed, stack.index_above, stack.index_below);
    for (const skin::OpticalLayer& layer : stack.layers)
        key += fmt::format(" {} {} {} {} {}", layer.thickness_mm, layer.refractive_index, layer.anisotropy,
                           layer.absorption_per_mm, layer.scattering_per_mm);
    return cache_folder() / fmt::format("legs-{}.tables", sha256_hex(key).substr(0, 24));
}

StackLegs walk_and_tally(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                         std::uint32_t photons, std::uint32_t seed) {
    StackLegs legs;
    const std::uint32_t rounds = (photons + photons_per_round - 1) / photons_per_round;
    for (std::uint32_t round = 0; round < rounds; ++round) {
        const PathPool pool = walk_paths(device, stack, incidence, photons_per_round, seed + round);
        const std::vector<glm::vec3> vertices = pool.vertices.download();
        if (incidence == Incidence::Diffuse) {
            legs.far.add(tally_legs(pool.paths, vertices, PathEnds::Both));
            continue;
        }
        legs.near.add(tally_legs(pool.paths, vertices, PathEnds::First));
        legs.far.add(tally_legs(pool.paths, vertices, PathEnds::Last));
    }
    if (incidence == Incidence::Diffuse)
        legs.near = legs.far;
    return legs;
}

std::optional<StackLegs> from_cache(const std::filesystem::path& file) {
    static_assert(std::is_trivially_copyable_v<StackLegs>);
    try {
        if (!std::filesystem::exists(file))
            return std::nullopt;
        const std::string bytes = read_file(file);
        if (bytes.size() != digest_length + sizeof(StackLegs) ||
            sha256_hex(bytes.substr(digest_length)) != bytes.substr(0, digest_length))
            return std::nullopt;
        StackLegs legs;
        std::memcpy(&legs, bytes.data() + digest_length, sizeof(legs));
        return legs;
    } catch (const Error&) {
        // Unreadable: what is cached can be computed again.
        return std::nullopt;
    }
}

} // namespace

StackLegs cached_stack_legs(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                            std::uint32_t photons, std::uint32_t seed) {
    const std::filesystem::path file = cache_file(stack, incidence, photons, seed);
    if (const std::optional<StackLegs> kept = from_cache(file))
        return *kept;
    const StackLegs legs = walk_and_tally(device, stack, incidence, photons, seed);
    const std::string body(reinterpret_cast<const char*>(&legs), sizeof(legs));
    try {
        write_file(file, sha256_hex(body) + body);
    } catch (const Error&) {
        // A full or read-only disk costs time on the next start, nothing else.
    }
    return legs;
}

} // namespace healed::transport

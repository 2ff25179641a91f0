#include "transport/stack_legs.h"

#include "base/checked_cache.h"
#include "transport/path_pool.h"

#include <cstring>
#include <fmt/format.h>
#include <type_traits>

namespace healed::transport {

namespace {

/// To be raised when a tally's meaning or layout changes.
constexpr int cache_version = 2;
/// So many photons' paths fit into the buffers that software Vulkan allows, in the most scattering skin.
constexpr std::uint32_t photons_per_round = 8'000;

CacheFile cache_file(const skin::OpticalStack& stack, Incidence incidence, std::uint32_t photons,
                     std::uint32_t seed) {
    std::string key = fmt::format("{} {} {} {} {}", static_cast<int>(incidence), photons, seed,
                                  stack.index_above, stack.index_below);
    for (const skin::OpticalLayer& layer : stack.layers)
        key += fmt::format(" {} {} {} {} {}", layer.thickness_mm, layer.refractive_index, layer.anisotropy,
                           layer.absorption_per_mm, layer.scattering_per_mm);
    return {"legs", cache_version, key};
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

} // namespace

StackLegs cached_stack_legs(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                            std::uint32_t photons, std::uint32_t seed) {
    static_assert(std::is_trivially_copyable_v<StackLegs>);
    const CacheFile file = cache_file(stack, incidence, photons, seed);
    StackLegs legs;
    if (const std::optional<std::string> kept = file.read(); kept && kept->size() == sizeof(legs)) {
        std::memcpy(&legs, kept->data(), sizeof(legs));
        return legs;
    }
    legs = walk_and_tally(device, stack, incidence, photons, seed);
    file.write({reinterpret_cast<const char*>(&legs), sizeof(legs)});
    return legs;
}

} // namespace healed::transport

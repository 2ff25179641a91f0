#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "transport/replay_sums.h"

#include <cstdint>
#include <memory>

namespace healed::transport {

/// Who walks the paths of a patch and weighs them: the processor or a device, from one source of physics.
class ReplayEngine {
  public:
    virtual ~ReplayEngine() = default;

    /// Photons first … first + count − 1 of the seed's.
    virtual WalkedPaths walk(const PathGroup& group, std::uint32_t first, std::uint32_t count) = 0;
    /// Adds what dots take from the crossing paths at each point. `progress` hears 0 … 1.
    virtual void weigh(const PathGroup& group, const InkedPaths& paths, GroupSums& sums,
                       const Progress& progress) = 0;
};

/// The patch and the grid must outlive the engine.
std::unique_ptr<ReplayEngine> cpu_engine(const Patch& patch, const AbsorberGrid& grid, std::uint32_t seed);
std::unique_ptr<ReplayEngine> device_engine(const gpu::Device& device, const Patch& patch,
                                            const AbsorberGrid& grid, std::uint32_t seed);

/// Absorption of each absorber at a group's wavelengths, 1/mm; slots without a wavelength repeat the last
/// one.
std::vector<glm::vec4> group_absorptions(const Patch& patch, const PathGroup& group);

/// Most pieces of paths that are weighed at once.
inline constexpr std::size_t most_pieces_at_once = 4'000'000;

} // namespace healed::transport

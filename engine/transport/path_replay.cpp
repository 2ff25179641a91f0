#include "transport/path_replay.h"

#include "base/error.h"
#include "transport/replay_engine.h"

#include <algorithm>

namespace healed::transport {

namespace {

constexpr std::uint32_t first_batch = 4'096;
constexpr double fewest_in_batch = 1'024, most_in_batch = 65'536;

/// Pieces of paths in a batch: few where many points make each of them dear, so that progress is told often.
double pieces_in_batch(const Patch& patch) {
    return patch.columns * patch.rows >= 64 ? 2.5e5 : 1.6e6;
}

/// Photons whose pieces fill a batch, going by the batch before.
std::uint32_t next_batch(const Patch& patch, std::uint32_t photons, std::size_t pieces) {
    const double pieces_a_photon = std::max(1.0, static_cast<double>(pieces)) / photons;
    return static_cast<std::uint32_t>(
        std::clamp(pieces_in_batch(patch) / pieces_a_photon, fewest_in_batch, most_in_batch));
}

GroupSums replay_group(ReplayEngine& engine, const Patch& patch, const AbsorberGrid& grid,
                       const PathGroup& group, std::uint64_t paths, const Progress& progress) {
    GroupSums sums(group.wavelengths.size(),
                   ReplaySums(static_cast<std::size_t>(patch.columns * patch.rows)));
    std::uint32_t batch = first_batch;
    for (std::uint64_t done = 0; done < paths;) {
        const auto count = static_cast<std::uint32_t>(std::min<std::uint64_t>(batch, paths - done));
        const WalkedPaths walked = engine.walk(group, static_cast<std::uint32_t>(done), count);
        const auto portions = inked_paths(walked, patch, group, grid, most_pieces_at_once);
        const auto report = [&](double of_batch) {
            if (progress)
                progress((static_cast<double>(done) + of_batch * count) / static_cast<double>(paths));
        };
        for (std::size_t i = 0; i < portions.size(); ++i) {
            add_light(sums, portions[i]);
            engine.weigh(group, portions[i], sums, [&](double of_portion) {
                report((static_cast<double>(i) + of_portion) / static_cast<double>(portions.size()));
            });
        }
        report(1.0);
        done += count;
        batch = next_batch(patch, count, walked.pieces.size());
    }
    return sums;
}

void write_down(PatchReflectance& result, const Patch& patch, std::size_t wavelength, const ReplaySums& sums,
                std::uint64_t paths) {
    if (sums.weight() <= 0.0)
        fail("paths: of {} at {} nm none came back; ask for more", paths, patch.wavelengths_nm[wavelength]);
    result.bare[wavelength] = sums.weight() / static_cast<double>(paths);
    for (std::size_t point = 0; point < static_cast<std::size_t>(patch.columns * patch.rows); ++point) {
        result.ratio[wavelength].push_back(sums.ratio(point));
        result.standard_error[wavelength].push_back(sums.standard_error(point));
    }
}

PatchReflectance replay(ReplayEngine& engine, const Patch& patch, const AbsorberGrid& grid,
                        std::uint64_t paths, const Progress& progress) {
    const std::size_t wavelengths = patch.stacks.size();
    PatchReflectance result;
    result.bare.resize(wavelengths);
    result.ratio.resize(wavelengths);
    result.standard_error.resize(wavelengths);
    const std::vector<PathGroup> groups = path_groups(patch);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const GroupSums sums = replay_group(engine, patch, grid, groups[i], paths, [&](double of_group) {
            if (progress)
                progress((static_cast<double>(i) + of_group) / static_cast<double>(groups.size()));
        });
        for (std::size_t slot = 0; slot < sums.size(); ++slot)
            write_down(result, patch, groups[i].wavelengths[slot], sums[slot], paths);
    }
    return result;
}

} // namespace

PatchReflectance replay_patch(const Patch& patch, std::uint64_t paths, std::uint32_t seed,
                              const Progress& progress) {
    const AbsorberGrid grid(patch);
    return replay(*cpu_engine(patch, grid, seed), patch, grid, paths, progress);
}

PatchReflectance replay_patch(const gpu::Device& device, const Patch& patch, std::uint64_t paths,
                              std::uint32_t seed, const Progress& progress) {
    const AbsorberGrid grid(patch);
    return replay(*device_engine(device, patch, grid, seed), patch, grid, paths, progress);
}

bool replays_faster_than_processor(const gpu::Device& device) {
    return gpu::describe(device.physical()).type != "software";
}

PatchReflectance replay_patch_faster(const gpu::Device& device, const Patch& patch, std::uint64_t paths,
                                     std::uint32_t seed, const Progress& progress) {
    return replays_faster_than_processor(device) ? replay_patch(device, patch, paths, seed, progress)
                                                 : replay_patch(patch, paths, seed, progress);
}

} // namespace healed::transport

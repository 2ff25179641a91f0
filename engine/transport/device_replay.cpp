#include "gpu/commands.h"
#include "passes/replay_ink.h"
#include "transport/piece_walk.h"
#include "transport/replay_engine.h"

#include <algorithm>

namespace healed::transport {

namespace {

/// Depths that are worked out at once: 4 MiB, which stay in a cache.
constexpr std::uint32_t depths_at_once = 1u << 18;
/// Loops of one invocation in one dispatch.
constexpr std::uint32_t most_loops = 16'000;
constexpr std::uint32_t most_members_in_loop = 8'000;
/// Paths that one invocation sums up where there are few points to share the work by.
constexpr std::uint32_t paths_a_sum = 64;

template <typename Element>
gpu::Buffer<Element> buffer_of(const gpu::Device& device, const char* name,
                               const std::vector<Element>& elements) {
    gpu::Buffer<Element> buffer(device, name, std::max<std::size_t>(elements.size(), 1));
    buffer.upload(elements);
    return buffer;
}

class DeviceReplay final : public ReplayEngine {
  public:
    DeviceReplay(const gpu::Device& device, const Patch& patch, const AbsorberGrid& grid, std::uint32_t seed)
        : device_(device), patch_(patch), grid_(grid), seed_(seed),
          points_(static_cast<std::uint32_t>(patch.columns * patch.rows)), walk_(device), replay_(device),
          sum_(device), images_(buffer_of(device, "ink images", grid.images())),
          cell_firsts_(buffer_of(device, "cell firsts", grid.cell_firsts())),
          cell_members_(buffer_of(device, "cell members", grid.cell_members())) {}

    WalkedPaths walk(const PathGroup& group, std::uint32_t first, std::uint32_t count) override {
        return walk_.walk(group, patch_.incidence, first, count, seed_, ink_depths(patch_, grid_));
    }

    void weigh(const PathGroup& group, const InkedPaths& paths, GroupSums& sums,
               const Progress& progress) override {
        if (paths.crossing.empty())
            return;
        if (paths.pieces.size() > most_pieces_at_once + most_pieces_at_once / 4)
            return cpu_engine(patch_, grid_, seed_)->weigh(group, paths, sums, progress);
        const Work work(*this, group, paths);
        const auto count = static_cast<std::uint32_t>(paths.crossing.size());
        for (std::uint32_t first = 0; first < count; first += work.paths_at_once) {
            replay(work, first, std::min(work.paths_at_once, count - first));
            if (progress)
                progress(static_cast<double>(first) / count);
        }
        const std::vector<PartialSum> partial = work.sums.download();
        for (std::size_t i = 0; i < partial.size(); ++i)
            add_partial(sums, i % points_, partial[i]);
    }

  private:
    /// What a call of weigh keeps on the device.
    struct Work {
        Work(const DeviceReplay& replay, const PathGroup& group, const InkedPaths& inked)
            : paths_at_once(std::clamp<std::uint32_t>(depths_at_once / replay.points_, 1,
                                                      static_cast<std::uint32_t>(inked.crossing.size()))),
              groups(std::max(1u, paths_at_once / paths_a_sum)), crossing(inked.crossing),
              paths(buffer_of(replay.device_, "replayed paths", inked.crossing)),
              pieces(buffer_of(replay.device_, "replayed pieces", inked.pieces)),
              absorptions(buffer_of(replay.device_, "absorptions", group_absorptions(replay.patch_, group))),
              depths(replay.device_, "ink depths", std::size_t{paths_at_once} * replay.points_),
              sums(buffer_of(replay.device_, "replay sums",
                             std::vector<PartialSum>(std::size_t{groups} * replay.points_, PartialSum{}))) {}
        std::uint32_t paths_at_once, groups;
        const std::vector<ReplayedPath>& crossing; ///< longest first
        gpu::Buffer<ReplayedPath> paths;
        gpu::Buffer<physics::PathPiece> pieces;
        gpu::Buffer<glm::vec4> absorptions, depths;
        gpu::Buffer<PartialSum> sums;
    };

    passes::ReplayInk::Params params_for(std::uint32_t first, std::uint32_t count) const {
        return {.first_path = first,
                .path_count = count,
                .columns = static_cast<std::uint32_t>(patch_.columns),
                .rows = static_cast<std::uint32_t>(patch_.rows),
                .step_x = static_cast<float>(patch_.width_mm / patch_.columns),
                .step_y = static_cast<float>(patch_.height_mm / patch_.rows),
                .period_x = patch_.periodic ? static_cast<float>(patch_.width_mm) : 0.0f,
                .period_y = patch_.periodic ? static_cast<float>(patch_.height_mm) : 0.0f,
                .low_x = grid_.low_x(),
                .low_y = grid_.low_y(),
                .cell = grid_.longest_piece_mm(),
                .cell_columns = static_cast<std::uint32_t>(grid_.columns()),
                .cell_rows = static_cast<std::uint32_t>(grid_.rows())};
    }

    void replay(const Work& work, std::uint32_t first, std::uint32_t count) {
        passes::ReplayInk::Params params = params_for(first, count);
        params.member_count = std::clamp(grid_.most_members(), 1u, most_members_in_loop);
        params.piece_count = std::max(1u, most_loops / (1 + params.member_count));
        const std::uint32_t longest = work.crossing[first].count;
        for (params.first_piece = 0; params.first_piece < longest; params.first_piece += params.piece_count)
            for (params.first_member = 0; params.first_member < std::max(grid_.most_members(), 1u);
                 params.first_member += params.member_count) {
                gpu::Commands commands(device_, "replay ink");
                commands.dispatch(replay_,
                                  {.paths = work.paths,
                                   .pieces = work.pieces,
                                   .images = images_,
                                   .absorptions = work.absorptions,
                                   .cell_firsts = cell_firsts_,
                                   .cell_members = cell_members_,
                                   .depths = work.depths},
                                  params, {count * points_});
                params.add = 1;
                const bool last_piece = params.first_piece + params.piece_count >= longest;
                const bool last_member = params.first_member + params.member_count >= grid_.most_members();
                if (last_piece && last_member)
                    commands.dispatch(
                        sum_, {.paths = work.paths, .depths = work.depths, .sums = work.sums},
                        {.first_path = first, .path_count = count, .points = points_, .groups = work.groups},
                        {points_ * work.groups});
                commands.submit_and_wait();
            }
    }

    const gpu::Device& device_;
    const Patch& patch_;
    const AbsorberGrid& grid_;
    std::uint32_t seed_, points_;
    PieceWalk walk_;
    gpu::Pass<passes::ReplayInk> replay_;
    gpu::Pass<passes::SumReplay> sum_;
    gpu::Buffer<InkImage> images_;
    gpu::Buffer<std::uint32_t> cell_firsts_, cell_members_;
};

} // namespace

std::unique_ptr<ReplayEngine> device_engine(const gpu::Device& device, const Patch& patch,
                                            const AbsorberGrid& grid, std::uint32_t seed) {
    return std::make_unique<DeviceReplay>(device, patch, grid, seed);
}

} // namespace healed::transport

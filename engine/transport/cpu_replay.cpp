#include "transport/replay_engine.h"

#include "base/parallel.h"
#include "transport/lattice_crossing.h"

#include <algorithm>
#include <span>

namespace healed::transport {

namespace {

constexpr float opaque_depth = 30.0f;
/// Pieces of work that paths are split into: more than there are cores, few enough for a sum a point in each.
constexpr std::size_t most_portions = 32;
constexpr std::size_t fewest_paths_a_portion = 64;
/// Points that are weighed at once: what their sums take stays in a cache.
constexpr int most_points_at_once = 4096;

class CpuReplay final : public ReplayEngine {
  public:
    CpuReplay(const Patch& patch, const AbsorberGrid& grid, std::uint32_t seed)
        : patch_(patch), grid_(grid), lattice_(patch, grid), seed_(seed),
          by_lattice_(grid.images().size() <=
                      static_cast<std::size_t>(patch.columns) * static_cast<std::size_t>(patch.rows)) {}

    WalkedPaths walk(const PathGroup& group, std::uint32_t first, std::uint32_t count) override {
        return walk_on_cpu(group, patch_.incidence, first, count, seed_, ink_depths(patch_, grid_));
    }

    void weigh(const PathGroup& group, const InkedPaths& paths, GroupSums& sums,
               const Progress& progress) override {
        const std::vector<glm::vec4> absorptions = group_absorptions(patch_, group);
        const int rows_at_once = std::max(1, most_points_at_once / patch_.columns);
        for (int row = 0; row < patch_.rows; row += rows_at_once) {
            const int last = std::min(row + rows_at_once, patch_.rows);
            weigh_rows(paths, absorptions, row, last, sums);
            if (progress)
                progress(static_cast<double>(last) / patch_.rows);
        }
    }

  private:
    std::size_t points_in(int rows) const {
        return static_cast<std::size_t>(rows) * static_cast<std::size_t>(patch_.columns);
    }

    void weigh_rows(const InkedPaths& paths, const std::vector<glm::vec4>& absorptions, int first, int last,
                    GroupSums& sums) const {
        const std::size_t count = paths.crossing.size(), points = points_in(last - first);
        const std::size_t portion =
            std::max(fewest_paths_a_portion, (count + most_portions - 1) / most_portions);
        std::vector<std::vector<PartialSum>> partial((count + portion - 1) / portion);
        parallel_for(count, portion, [&](std::size_t begin, std::size_t end) {
            std::vector<PartialSum> part(points, PartialSum{});
            std::vector<glm::vec4> depths(points);
            for (std::size_t i = begin; i < end; ++i) {
                follow(paths, paths.crossing[i], first, absorptions, depths);
                for (std::size_t point = 0; point < points; ++point)
                    add_path(part[point], paths.crossing[i], depths[point]);
            }
            partial[begin / portion] = std::move(part);
        });
        for (const std::vector<PartialSum>& part : partial)
            for (std::size_t point = 0; point < points; ++point)
                add_partial(sums, points_in(first) + point, part[point]);
    }

    void follow(const InkedPaths& paths, const ReplayedPath& path, int first_row,
                const std::vector<glm::vec4>& absorptions, std::vector<glm::vec4>& depths) const {
        const std::span pieces = std::span(paths.pieces).subspan(path.first, path.count);
        if (!by_lattice_) {
            for (std::size_t point = 0; point < depths.size(); ++point)
                depths[point] = depth_at(points_in(first_row) + point, pieces, absorptions);
            return;
        }
        std::fill(depths.begin(), depths.end(), glm::vec4(0.0f));
        for (const physics::PathPiece& piece : pieces)
            lattice_.add(piece, first_row, absorptions, depths);
    }

    glm::vec4 depth_at(std::size_t point, std::span<const physics::PathPiece> pieces,
                       const std::vector<glm::vec4>& absorptions) const {
        const auto columns = static_cast<std::size_t>(patch_.columns);
        const float x = static_cast<float>((static_cast<double>(point % columns) + 0.5) * patch_.width_mm /
                                           patch_.columns);
        const float y =
            static_cast<float>((static_cast<double>(point / columns) + 0.5) * patch_.height_mm / patch_.rows);
        glm::vec4 depth(0.0f);
        for (physics::PathPiece piece : pieces) {
            if (!glm::any(glm::lessThan(depth, glm::vec4(opaque_depth))))
                break;
            piece.x0 += x, piece.x1 += x, piece.y0 += y, piece.y1 += y;
            grid_.cross(piece, [&](std::uint32_t absorber, float crossed) {
                depth += crossed * absorptions[absorber];
            });
        }
        return depth;
    }

    static void add_path(PartialSum& sum, const ReplayedPath& path, glm::vec4 depth) {
        const glm::vec4 by_dots(physics::absorptance(depth.x), physics::absorptance(depth.y),
                                physics::absorptance(depth.z), physics::absorptance(depth.w));
        const glm::vec4 taken =
            path.weights * (path.taken_by_sheets + (1.0f - path.taken_by_sheets) * by_dots);
        sum.taken += taken;
        sum.squared += taken * taken;
        sum.cross += path.weights * taken;
    }

    const Patch& patch_;
    const AbsorberGrid& grid_;
    LatticeCrossing lattice_;
    std::uint32_t seed_;
    bool by_lattice_; ///< whether absorbers are fewer than points
};

} // namespace

std::vector<glm::vec4> group_absorptions(const Patch& patch, const PathGroup& group) {
    std::vector<glm::vec4> absorptions;
    for (const std::vector<double>* spectrum : absorption_spectra(patch)) {
        glm::vec4& at = absorptions.emplace_back();
        for (std::size_t i = 0; i < most_in_group; ++i)
            at[static_cast<int>(i)] =
                static_cast<float>((*spectrum)[group.wavelengths[std::min(i, group.wavelengths.size() - 1)]]);
    }
    return absorptions;
}

std::unique_ptr<ReplayEngine> cpu_engine(const Patch& patch, const AbsorberGrid& grid, std::uint32_t seed) {
    return std::make_unique<CpuReplay>(patch, grid, seed);
}

} // namespace healed::transport

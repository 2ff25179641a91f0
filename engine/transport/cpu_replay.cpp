#include "transport/replay_engine.h"

#include "base/parallel.h"

namespace healed::transport {

namespace {

constexpr float opaque_depth = 30.0f;
/// Paths that one piece of work weighs where there are few points to share the work by.
constexpr std::size_t paths_a_piece_of_work = 256;
constexpr std::size_t many_points = 64;
/// Crossings of a piece and a point between two reports of progress: about a second of work.
constexpr std::size_t crossings_between_reports = 20'000'000;
constexpr std::size_t most_points_at_once = 4096;

class CpuReplay final : public ReplayEngine {
  public:
    CpuReplay(const Patch& patch, const AbsorberGrid& grid, std::uint32_t seed)
        : patch_(patch), grid_(grid), seed_(seed) {}

    WalkedPaths walk(const PathGroup& group, std::uint32_t first, std::uint32_t count) override {
        return walk_on_cpu(group, patch_.incidence, first, count, seed_, ink_depths(patch_, grid_));
    }

    void weigh(const PathGroup& group, const InkedPaths& paths, GroupSums& sums,
               const Progress& progress) override {
        const std::vector<glm::vec4> absorptions = group_absorptions(patch_, group);
        const auto points = static_cast<std::size_t>(patch_.columns * patch_.rows);
        const std::size_t at_once = std::clamp(crossings_between_reports / (paths.pieces.size() + 1),
                                               many_points, most_points_at_once);
        for (std::size_t first = 0; first < points; first += at_once) {
            const std::size_t last = std::min(first + at_once, points);
            weigh_points(paths, absorptions, first, last, sums);
            if (progress)
                progress(static_cast<double>(last) / static_cast<double>(points));
        }
    }

  private:
    void weigh_points(const InkedPaths& paths, const std::vector<glm::vec4>& absorptions, std::size_t first,
                      std::size_t last, GroupSums& sums) const {
        const std::size_t points = last - first, count = paths.crossing.size();
        const std::size_t portion =
            points >= many_points ? std::max<std::size_t>(count, 1) : paths_a_piece_of_work;
        const std::size_t portions = (count + portion - 1) / portion;
        std::vector<PartialSum> partial(portions * points, PartialSum{});
        parallel_for(partial.size(), 1, [&](std::size_t work, std::size_t) {
            const std::size_t begin = work / points * portion;
            for (std::size_t i = begin; i < std::min(begin + portion, count); ++i)
                add_path(partial[work], paths, paths.crossing[i], first + work % points, absorptions);
        });
        for (std::size_t work = 0; work < partial.size(); ++work)
            add_partial(sums, first + work % points, partial[work]);
    }

    void add_path(PartialSum& sum, const InkedPaths& paths, const ReplayedPath& path, std::size_t point,
                  const std::vector<glm::vec4>& absorptions) const {
        const auto columns = static_cast<std::size_t>(patch_.columns);
        const float x = static_cast<float>((static_cast<double>(point % columns) + 0.5) * patch_.width_mm /
                                           patch_.columns);
        const float y =
            static_cast<float>((static_cast<double>(point / columns) + 0.5) * patch_.height_mm / patch_.rows);
        glm::vec4 depth(0.0f);
        for (std::uint32_t i = 0; i < path.count && glm::any(glm::lessThan(depth, glm::vec4(opaque_depth)));
             ++i) {
            physics::PathPiece piece = paths.pieces[path.first + i];
            piece.x0 += x, piece.x1 += x, piece.y0 += y, piece.y1 += y;
            grid_.cross(piece, [&](std::uint32_t absorber, float crossed) {
                depth += crossed * absorptions[absorber];
            });
        }
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
    std::uint32_t seed_;
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

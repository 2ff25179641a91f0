#include "transport/piece_walk.h"

#include "gpu/commands.h"
#include "transport/replay_engine.h"

#include <numeric>

namespace healed::transport {

namespace {

constexpr std::uint32_t photons_per_lane = 16;
constexpr std::uint32_t events_per_dispatch = 4'000;

/// The two runs over some photons.
class Run {
  public:
    Run(const gpu::Device& device, const gpu::Pass<passes::WalkPieces>& pass, const PathGroup& group,
        const passes::WalkPieces::Params& params)
        : device_(device), pass_(pass), params_(params),
          lane_count_((params.photons + photons_per_lane - 1) / photons_per_lane),
          layers_(device, "layers", std::span<const physics::Layer>(group.layers)),
          more_(device, "more absorption", std::span<const glm::vec4>(group.more_absorption)),
          lanes_(device, "piece lanes", lane_count_), counts_(device, "piece counts", params.photons),
          weights_(device, "path weights", params.photons), firsts_(device, "first pieces", params.photons),
          unfinished_(device, "unfinished lanes", 1) {}

    /// Returns how many pieces there are.
    std::size_t count() {
        run(0, gpu::Buffer<physics::PathPiece>(device_, "no pieces", 1));
        counted_ = counts_.download();
        first_.resize(counted_.size());
        std::exclusive_scan(counted_.begin(), counted_.end(), first_.begin(), std::size_t{0});
        return first_.back() + counted_.back();
    }
    WalkedPaths write() {
        const std::size_t total = first_.back() + counted_.back();
        WalkedPaths walked;
        if (total > 0) {
            const std::vector<std::uint32_t> first(first_.begin(), first_.end());
            firsts_.upload(first);
            const gpu::Buffer<physics::PathPiece> pieces(device_, "path pieces", total);
            run(1, pieces);
            walked.pieces = pieces.download();
        }
        const std::vector<glm::vec4> weights = weights_.download();
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (glm::any(glm::greaterThan(weights[i], glm::vec4(0.0f))))
                walked.paths.push_back({.first = static_cast<std::uint32_t>(first_[i]),
                                        .count = counted_[i],
                                        .weights = weights[i],
                                        .taken_by_sheets = glm::vec4(0.0f)});
        return walked;
    }

  private:
    void run(std::uint32_t write, const gpu::Buffer<physics::PathPiece>& pieces) {
        std::vector<passes::PieceLane> fresh(lane_count_, passes::PieceLane{});
        for (passes::PieceLane& lane : fresh)
            lane.photon.fate = physics::photon_died;
        lanes_.upload(fresh);
        params_.write = write;
        for (std::uint32_t left = 1; left > 0; left = unfinished_.download().front()) {
            gpu::Commands commands(device_, "walk pieces");
            commands.fill(unfinished_, 0);
            commands.dispatch(pass_,
                              {.layers = layers_,
                               .more_absorption = more_,
                               .lanes = lanes_,
                               .piece_counts = counts_,
                               .weights = weights_,
                               .first_pieces = firsts_,
                               .pieces = pieces,
                               .unfinished = unfinished_},
                              params_, {lane_count_});
            commands.submit_and_wait();
        }
    }

    const gpu::Device& device_;
    const gpu::Pass<passes::WalkPieces>& pass_;
    passes::WalkPieces::Params params_;
    std::uint32_t lane_count_;
    gpu::Buffer<physics::Layer> layers_;
    gpu::Buffer<glm::vec4> more_;
    gpu::Buffer<passes::PieceLane> lanes_;
    gpu::Buffer<std::uint32_t> counts_;
    gpu::Buffer<glm::vec4> weights_;
    gpu::Buffer<std::uint32_t> firsts_;
    gpu::Buffer<std::uint32_t> unfinished_;
    std::vector<std::uint32_t> counted_;
    std::vector<std::size_t> first_;
};

WalkedPaths joined(WalkedPaths first, const WalkedPaths& second) {
    const auto moved = static_cast<std::uint32_t>(first.pieces.size());
    first.pieces.insert(first.pieces.end(), second.pieces.begin(), second.pieces.end());
    for (ReplayedPath path : second.paths) {
        path.first += moved;
        first.paths.push_back(path);
    }
    return first;
}

} // namespace

WalkedPaths PieceWalk::walk(const PathGroup& group, Incidence incidence, std::uint32_t first,
                            std::uint32_t count, std::uint32_t seed, DepthRange kept) const {
    Run run(device_, pass_, group,
            {.photons = count,
             .first_photon = first,
             .photons_per_lane = photons_per_lane,
             .layer_count = static_cast<std::uint32_t>(group.layers.size()),
             .events_per_dispatch = events_per_dispatch,
             .diffuse = incidence == Incidence::Diffuse ? 1u : 0u,
             .seed = seed,
             .write = 0,
             .top = kept.top,
             .bottom = kept.bottom});
    if (run.count() <= most_pieces_at_once)
        return run.write();
    if (count <= photons_per_lane)
        return walk_on_cpu(group, incidence, first, count, seed, kept);
    const std::uint32_t half = count / 2;
    return joined(walk(group, incidence, first, half, seed, kept),
                  walk(group, incidence, first + half, count - half, seed, kept));
}

} // namespace healed::transport

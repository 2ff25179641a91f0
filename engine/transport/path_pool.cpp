#include "transport/path_pool.h"

#include "gpu/commands.h"
#include "passes/walk_paths.h"
#include "transport/layers.h"

#include <algorithm>

namespace healed::transport {

namespace {

constexpr std::uint32_t photons_per_lane = 16;
constexpr std::uint32_t events_per_dispatch = 8'000;
/// A path of so many events has lost its weight in any skin: 4,000 events are more than 100 mm.
constexpr std::uint32_t events_per_photon = 4'000;

/// One walk over all photons, dispatch after dispatch until every lane has finished.
class Walk {
  public:
    Walk(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
         std::uint32_t photons, std::uint32_t seed)
        : device_(device), pass_(device), layers_(walk_layers(stack)),
          lane_count_(photons / photons_per_lane),
          layer_buffer_(device, "layers", std::span<const passes::Layer>(layers_)),
          lanes_(device, "path lanes", lane_count_),
          unfinished_(device, "unfinished lanes", 1), params_{.lanes = lane_count_,
                                                              .layer_count =
                                                                  static_cast<std::uint32_t>(layers_.size()),
                                                              .photons_per_lane = photons_per_lane,
                                                              .events_per_dispatch = events_per_dispatch,
                                                              .events_per_photon = events_per_photon,
                                                              .diffuse =
                                                                  incidence == Incidence::Diffuse ? 1u : 0u,
                                                              .seed = seed} {}

    void run(bool write, const gpu::Buffer<std::uint32_t>& counts, const gpu::Buffer<float>& weights,
             const gpu::Buffer<std::uint32_t>& firsts, const gpu::Buffer<glm::vec3>& vertices) {
        std::vector<passes::PathLane> fresh(lane_count_, passes::PathLane{});
        for (passes::PathLane& lane : fresh)
            lane.photon.fate = physics::photon_died;
        lanes_.upload(fresh);
        params_.write = write ? 1u : 0u;
        for (std::uint32_t left = 1; left > 0; left = unfinished_.download().front()) {
            gpu::Commands commands(device_, "walk paths");
            commands.fill(unfinished_, 0);
            commands.dispatch(pass_,
                              {.layers = layer_buffer_,
                               .lanes = lanes_,
                               .vertex_counts = counts,
                               .weights = weights,
                               .first_vertices = firsts,
                               .vertices = vertices,
                               .unfinished = unfinished_},
                              params_, {lane_count_});
            commands.submit_and_wait();
        }
    }

  private:
    const gpu::Device& device_;
    gpu::Pass<passes::WalkPaths> pass_;
    std::vector<passes::Layer> layers_;
    std::uint32_t lane_count_;
    gpu::Buffer<passes::Layer> layer_buffer_;
    gpu::Buffer<passes::PathLane> lanes_;
    gpu::Buffer<std::uint32_t> unfinished_;
    passes::WalkPaths::Params params_;
};

} // namespace

PathPool walk_paths(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                    std::uint32_t photons, std::uint32_t seed) {
    photons = (photons + photons_per_lane - 1) / photons_per_lane * photons_per_lane;
    Walk walk(device, stack, incidence, photons, seed);
    const gpu::Buffer<std::uint32_t> counts(device, "vertex counts", photons);
    const gpu::Buffer<float> weights(device, "path weights", photons);
    gpu::Buffer<std::uint32_t> firsts(device, "first vertices", photons);
    walk.run(false, counts, weights, firsts, gpu::Buffer<glm::vec3>(device, "no vertices", 1));

    const std::vector<std::uint32_t> count = counts.download();
    const std::vector<float> weight = weights.download();
    std::vector<std::uint32_t> first(photons);
    std::vector<PooledPath> paths;
    std::uint32_t total = 0;
    double sum = 0.0;
    for (std::size_t i = 0; i < photons; ++i) {
        first[i] = total;
        total += count[i];
        if (count[i] > 0)
            paths.push_back({first[i], count[i], weight[i]});
        sum += weight[i];
    }
    firsts.upload(first);
    // Neighbouring lanes of a pass that follows paths then finish together.
    std::stable_sort(paths.begin(), paths.end(),
                     [](const PooledPath& a, const PooledPath& b) { return a.count > b.count; });
    gpu::Buffer<glm::vec3> vertices(device, "path vertices", std::max(total, 1u));
    walk.run(true, counts, weights, firsts, vertices);
    gpu::Buffer<PooledPath> path_buffer(device, "paths", std::max<std::size_t>(paths.size(), 1));
    path_buffer.upload(paths);
    return {.launched = static_cast<double>(photons),
            .bare_reflectance = sum / photons,
            .paths = std::move(paths),
            .path_buffer = std::move(path_buffer),
            .vertices = std::move(vertices)};
}

} // namespace healed::transport

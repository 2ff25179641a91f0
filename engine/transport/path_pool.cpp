#include "transport/path_pool.h"

#include "gpu/commands.h"
#include "passes/walk_paths.h"
#include "transport/layers.h"

#include <algorithm>

namespace healed::transport {

namespace {

/// A multiple of what a look at the lanes comes after, so that both walks of a photon stop alike.
constexpr std::uint32_t events_per_dispatch = 4'000;
/// A path of so many events has lost its weight in any skin: 4,000 events are more than 100 mm.
constexpr std::uint32_t events_per_photon = 4'000;

/// Enough to fill a large GPU, few enough that the last to finish do not make the others wait.
std::uint32_t lanes_for(std::uint32_t photons) {
    return std::clamp<std::uint32_t>(photons / 32, 64, 65'536);
}

/// One walk over all photons, dispatch after dispatch until every lane has finished.
class Walk {
  public:
    Walk(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
         std::uint32_t photons, std::uint32_t seed)
        : device_(device), pass_(device), layers_(walk_layers(stack)),
          layer_buffer_(device, "layers", std::span<const passes::Layer>(layers_)),
          lanes_(device, "path lanes", lanes_for(photons)),
          counts_(device, "photons begun", 2), params_{.lanes = lanes_for(photons),
                                                       .layer_count =
                                                           static_cast<std::uint32_t>(layers_.size()),
                                                       .photons = photons,
                                                       .events_per_dispatch = events_per_dispatch,
                                                       .events_per_photon = events_per_photon,
                                                       .diffuse = incidence == Incidence::Diffuse ? 1u : 0u,
                                                       .seed = seed} {}

    void run(bool write, const gpu::Buffer<std::uint32_t>& counts, const gpu::Buffer<float>& weights,
             const gpu::Buffer<std::uint32_t>& firsts, const gpu::Buffer<glm::vec3>& vertices) {
        constexpr std::uint32_t no_photon = 0xffffffffu;
        std::vector<passes::PathLane> fresh(params_.lanes, passes::PathLane{.photon_index = no_photon});
        for (passes::PathLane& lane : fresh)
            lane.photon.fate = physics::photon_died;
        lanes_.upload(fresh);
        params_.write = write ? 1u : 0u;
        std::vector<std::uint32_t> begun_and_busy{0, 1};
        while (begun_and_busy[1] > 0) {
            begun_and_busy[1] = 0;
            counts_.upload(begun_and_busy);
            gpu::Commands commands(device_, "walk paths");
            commands.dispatch(pass_,
                              {.layers = layer_buffer_,
                               .lanes = lanes_,
                               .vertex_counts = counts,
                               .weights = weights,
                               .first_vertices = firsts,
                               .vertices = vertices,
                               .counts = counts_},
                              params_, {params_.lanes});
            commands.submit_and_wait();
            begun_and_busy = counts_.download();
        }
    }

  private:
    const gpu::Device& device_;
    gpu::Pass<passes::WalkPaths> pass_;
    std::vector<passes::Layer> layers_;
    gpu::Buffer<passes::Layer> layer_buffer_;
    gpu::Buffer<passes::PathLane> lanes_;
    gpu::Buffer<std::uint32_t> counts_;
    passes::WalkPaths::Params params_;
};

} // namespace

PathPool walk_paths(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                    std::uint32_t photons, std::uint32_t seed) {
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

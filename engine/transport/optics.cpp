#include "transport/optics.h"

#include "gpu/commands.h"
#include "passes/walk_few_layers.h"
#include "passes/walk_optics.h"
#include "transport/layers.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::transport {

namespace {

// Short enough that a software device answers to progress and Ctrl-C within seconds.
constexpr std::uint32_t events_per_dispatch = 1'000;
/// No photon survives so many roulettes; a counter must end somewhere.
constexpr std::uint32_t events_per_photon = 1u << 30;

/// What walk_few_layers takes.
constexpr std::size_t few_layers = 4;

/// Enough lanes to fill a large GPU, few enough that each walks many photons: in software
/// eight lanes go side by side, and the last to finish makes the others wait.
std::uint32_t lanes_for(std::uint64_t photons) {
    const std::uint64_t wanted = std::clamp<std::uint64_t>(photons / 256, 512, 65'536);
    return static_cast<std::uint32_t>(std::min(wanted, photons));
}

/// Sums of one stack's lanes, in double and in order.
void add_stack(OpticsResult& result, std::span<const passes::WalkLane> lanes, double specular) {
    double reflected = 0.0, squared = 0.0, transmitted = 0.0, absorbed = 0.0, given_up = 0.0;
    for (const passes::WalkLane& lane : lanes) {
        reflected += lane.reflected;
        squared += lane.reflected_squared;
        transmitted += lane.transmitted;
        absorbed += lane.absorbed;
        given_up += lane.given_up;
    }
    const double n = static_cast<double>(result.photons);
    const double mean = reflected / n;
    result.specular.push_back(specular);
    result.diffuse_reflectance.push_back(mean);
    result.transmittance.push_back(transmitted / n);
    result.absorbed.push_back(absorbed / n);
    result.standard_error.push_back(std::sqrt(std::max(0.0, squared / n - mean * mean) / n) + given_up / n);
}

double specular_of(const skin::OpticalStack& stack, Incidence incidence) {
    const double inside = stack.layers.front().refractive_index;
    if (incidence == Incidence::Diffuse)
        return diffuse_fresnel(stack.index_above, inside);
    return physics::fresnel_reflectance(1.0f, 1.0f, static_cast<float>(stack.index_above),
                                        static_cast<float>(inside));
}

/// Dispatch after dispatch until every lane has walked its photons.
template <typename Walk>
void walk_all(const gpu::Device& device, const gpu::Buffer<passes::Layer>& layers,
              const gpu::Buffer<passes::WalkLane>& lanes, const passes::WalkOrder& order,
              gpu::Invocations all, const Progress& progress) {
    const gpu::Pass<Walk> walk(device);
    const gpu::Buffer<std::uint32_t> counts(device, "counts", 2);
    const double photons = static_cast<double>(order.photons_per_lane) * all.x * all.y;
    double begun = 0.0;
    for (bool busy = true; busy;) {
        gpu::Commands commands(device, "walk optics");
        commands.fill(counts, 0);
        commands.dispatch(walk, {.layers = layers, .lanes = lanes, .counts = counts}, {order}, all);
        commands.submit_and_wait();
        const std::vector<std::uint32_t> counted = counts.download();
        busy = counted[0] > 0;
        begun += counted[1];
        if (progress)
            progress(begun / photons);
    }
}

} // namespace

OpticsResult walk_optics(const gpu::Device& device, std::span<const skin::OpticalStack> stacks,
                         Incidence incidence, std::uint64_t photons, std::uint32_t seed,
                         const Progress& progress) {
    const std::size_t layer_count = stacks.front().layers.size();
    std::vector<passes::Layer> layers;
    for (const skin::OpticalStack& stack : stacks) {
        assert(stack.layers.size() == layer_count);
        const auto converted = walk_layers(stack);
        layers.insert(layers.end(), converted.begin(), converted.end());
    }
    const std::uint32_t lane_count = lanes_for(photons);
    const auto per_lane = static_cast<std::uint32_t>((photons + lane_count - 1) / lane_count);
    std::vector<passes::WalkLane> fresh(lane_count * stacks.size(), passes::WalkLane{});
    for (passes::WalkLane& lane : fresh)
        lane.photon.fate = physics::photon_died;

    const gpu::Buffer<passes::Layer> layer_buffer(device, "layers", std::span<const passes::Layer>(layers));
    const gpu::Buffer<passes::WalkLane> lanes(device, "lanes", std::span<const passes::WalkLane>(fresh));
    const passes::WalkOrder order{.lanes = lane_count,
                                  .layer_count = static_cast<std::uint32_t>(layer_count),
                                  .photons_per_lane = per_lane,
                                  .events_per_dispatch = events_per_dispatch,
                                  .events_per_photon = events_per_photon,
                                  .diffuse = incidence == Incidence::Diffuse ? 1u : 0u,
                                  .seed = seed};
    const gpu::Invocations all{lane_count, static_cast<std::uint32_t>(stacks.size())};
    if (layer_count <= few_layers)
        walk_all<passes::WalkFewLayers>(device, layer_buffer, lanes, order, all, progress);
    else
        walk_all<passes::WalkOptics>(device, layer_buffer, lanes, order, all, progress);

    OpticsResult result{.photons = static_cast<std::uint64_t>(per_lane) * lane_count};
    const std::vector<passes::WalkLane> finished = lanes.download();
    for (std::size_t i = 0; i < stacks.size(); ++i)
        add_stack(result, std::span(finished).subspan(i * lane_count, lane_count),
                  specular_of(stacks[i], incidence));
    return result;
}

} // namespace healed::transport

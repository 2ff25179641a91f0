#include "transport/scalar_walk.h"

#include "physics.h"
#include "transport/layers.h"

namespace healed::transport {

ScalarWalk scalar_walk(const skin::OpticalStack& stack, Incidence incidence, std::uint64_t photons,
                       std::uint32_t seed) {
    const std::vector<physics::Layer> layers = walk_layers(stack);
    const auto last = static_cast<std::uint32_t>(layers.size() - 1);
    ScalarWalk sums{.photons = photons};
    for (std::uint64_t i = 0; i < photons; ++i) {
        physics::Photon p = physics::launched(physics::random_stream(seed, static_cast<std::uint32_t>(i)),
                                              incidence == Incidence::Diffuse, layers.front());
        while (p.fate == physics::photon_walking) {
            const float before = p.weight;
            p = physics::flown(p, layers[p.layer], last);
            sums.absorbed += before - p.weight;
            ++sums.events;
        }
        if (p.fate == physics::photon_left_above)
            sums.reflected += p.weight;
        else if (p.fate == physics::photon_left_below)
            sums.transmitted += p.weight;
    }
    return sums;
}

} // namespace healed::transport

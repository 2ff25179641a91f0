#include "transport/layers.h"

#include <algorithm>
#include <cassert>

namespace healed::transport {

std::vector<physics::Layer> walk_layers(const skin::OpticalStack& stack) {
    assert(!stack.layers.empty());
    std::vector<physics::Layer> layers;
    double top = 0.0;
    for (std::size_t i = 0; i < stack.layers.size(); ++i) {
        const skin::OpticalLayer& from = stack.layers[i];
        const bool last = i + 1 == stack.layers.size();
        const double bottom = std::min(top + from.thickness_mm, static_cast<double>(physics::endless));
        const double above = i == 0 ? stack.index_above : stack.layers[i - 1].refractive_index;
        const double below = last ? stack.index_below : stack.layers[i + 1].refractive_index;
        layers.push_back({.top = static_cast<float>(top),
                          .bottom = static_cast<float>(bottom),
                          .index = static_cast<float>(from.refractive_index),
                          .index_above = static_cast<float>(above),
                          .index_below = static_cast<float>(below),
                          .anisotropy = static_cast<float>(from.anisotropy),
                          .absorption = static_cast<float>(from.absorption_per_mm),
                          .scattering = static_cast<float>(from.scattering_per_mm)});
        top = bottom;
    }
    return layers;
}

double diffuse_fresnel(double index_from, double index_to) {
    constexpr int steps = 4000;
    double reflected = 0.0;
    for (int i = 0; i < steps; ++i) {
        const float cosine = (static_cast<float>(i) + 0.5f) / static_cast<float>(steps);
        const float from = static_cast<float>(index_from);
        const float to = static_cast<float>(index_to);
        const float beyond = physics::refracted_cosine(cosine, from, to);
        reflected += 2.0 * cosine * physics::fresnel_reflectance(cosine, beyond, from, to) / steps;
    }
    return reflected;
}

} // namespace healed::transport

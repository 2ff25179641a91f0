#pragma once

#include "physics.h"
#include "skin/stack.h"

#include <vector>

namespace healed::transport {

/// The stack as the walk wants it: depths from the surface and the indices of neighbours.
std::vector<physics::Layer> walk_layers(const skin::OpticalStack& stack);

/// Share of cosine-weighted light from above that a smooth surface reflects: 2∫F(µ)µ dµ, by quadrature.
double diffuse_fresnel(double index_from, double index_to);

} // namespace healed::transport

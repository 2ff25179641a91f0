#pragma once

#include "render/model.h"
#include "render/passes.h"

namespace healed::render {

/// Records for each vertex of the model how much of each lamp it sees: a depth map of the head from each of
/// about `points_per_lamp` points spread over a lamp (fewer where it is small in the sky). Does nothing but
/// recall when the same lamps shone on it of late, as finely.
void shine(const gpu::Device& device, const Passes& passes, Model& model, const std::vector<Lamp>& lamps,
           int points_per_lamp);

} // namespace healed::render

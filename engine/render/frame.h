#pragma once

#include "gpu/commands.h"
#include "passes/frame.h"
#include "render/model.h"
#include "render/passes.h"
#include "render/scene.h"
#include "render/targets.h"

namespace healed::render {

/// How the light of a picture becomes what a display is sent.
enum class View {
    Film,   ///< the rig's exposure and a film curve that keeps hues
    Measure ///< colorimetric: a white card of luminance 1 is the display's white, nothing else is done
};

/// What the passes know of a scene.
passes::Frame frame_of(const Scene& scene, const Model& model, const Raster& raster);

/// What a scene without ink and marks samples.
struct Blanks {
    explicit Blanks(const gpu::Device& device);
    gpu::Image ratio;
    gpu::Image redness;
    gpu::Image marks;
    gpu::Image slabs; ///< of no long hair
};

/// Records one picture, from triangles to the display. The model must have been lit by shine(). Its light
/// joins the mean of the `taken_before` pictures that these targets hold.
void record_frame(gpu::Commands& commands, const Passes& passes, const Targets& targets, const Model& model,
                  const Scene& scene, const gpu::Buffer<passes::Frame>& frame, const Blanks& blanks,
                  View view, int taken_before);

} // namespace healed::render

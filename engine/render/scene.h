#pragma once

#include "gpu/image.h"
#include "render/camera.h"
#include "render/light_rig.h"
#include "render/skin_look.h"
#include "render/skin_optics.h"
#include "transport/bands.h"
#include "treatment/scalp.h"

#include <glm/glm.hpp>

namespace healed::render {

/// What is left of the light of each band where there is ink or hair below the surface, over a
/// parallelogram of the scalp chart. Outside of it skin is bare.
struct InkWindow {
    const gpu::Image* ratio = nullptr; ///< rgba16f, four bands a layer: R/R0; none: no ink anywhere
    const gpu::Image* redness =
        nullptr;                ///< any one-channel format: natural logarithm of blood over the skin's own
    glm::vec2 chart_origin{0};  ///< of the first texel's corner
    glm::mat2 from_chart{1.0f}; ///< steps on the chart to steps on the images, 0 … 1 across them
};

/// All that a picture shows, apart from the head itself (Model).
struct Scene {
    SkinOptics skin; ///< under the rig's spectrum
    SkinLook look;
    treatment::Follicles follicles; ///< whose melanin tints the hair
    double years = 0.0;             ///< on the plan's clock: which hairs stand and which have greyed
    LightRig rig;
    color::Viewing viewing; ///< the observer under the rig's spectrum
    Camera camera;
    InkWindow ink;
    transport::BandValues beard_mm2{}; ///< dark area of what of a beard's hair is below the surface
    const gpu::Image* marks = nullptr; ///< as marks_image() makes it; none: skin without marks
};

} // namespace healed::render

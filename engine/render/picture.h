#pragma once

#include "base/image.h"
#include "base/progress.h"
#include "color/lab.h"
#include "render/frame.h"

#include <memory>

namespace healed::render {

struct PictureSettings {
    int width = 960; ///< pixels, 1 … 8192
    int height = 540;
    int supersamples = 1; ///< on a side of a pixel, 1 … 4: 1 for drafts, 2 for export
    View view = View::Film;
    int points_per_lamp = 24; ///< of a wide lamp: how soft shadows come, 1 … 256
    int lens_points =
        48; ///< of a lens with an opening, each sampled once a pixel: how smooth blur comes, 1 … 1024
};

struct Picture {
    ByteImage display; ///< sRGB, 3 channels
    FloatImage linear; ///< linear sRGB after white balance and exposure, and coverage; 4 channels
    std::vector<gpu::PassTime> times;
};

/// What stays on the device from picture to picture.
struct Stage {
    explicit Stage(const gpu::Device& device);

    const gpu::Device& device;
    Passes passes;
    Blanks blanks;
    gpu::Buffer<passes::Frame> frame;
    std::unique_ptr<Targets> targets; ///< of the last raster
};

/// Renders one picture and waits for it; through a lens with an opening it is the mean of pictures from
/// places all over it, which `following` is told of. Throws Error naming the setting when one is out of
/// range.
Picture take_picture(
    Stage& stage, Model& model, const Scene& scene, const PictureSettings& settings,
    const Progress& following = [](double) {});

/// Mean CIELAB, against the picture's white, of the pixels x0 … x1-1, y0 … y1-1 of Picture::linear in a
/// measure view.
color::Lab mean_lab(const FloatImage& linear, int x0, int y0, int x1, int y1);

} // namespace healed::render

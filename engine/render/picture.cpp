#include "render/picture.h"

#include "base/error.h"
#include "color/srgb.h"
#include "render/lamps.h"

#include <algorithm>

namespace healed::render {
namespace {

void check(const char* name, int value, int low, int high) {
    if (value < low || value > high)
        fail("picture: {}: {} is outside {} … {}", name, value, low, high);
}

void check(const PictureSettings& settings) {
    check("width", settings.width, 1, 8192);
    check("height", settings.height, 1, 8192);
    check("supersamples", settings.supersamples, 1, 4);
    check("points_per_lamp", settings.points_per_lamp, 1, 256);
}

const Targets& targets_for(Stage& stage, const Scene& scene, const PictureSettings& settings) {
    const Raster raster{settings.width, settings.height, settings.supersamples};
    const DiffusionLevels levels = diffusion_levels(raster, scene.camera, scene.camera.focus_mm);
    if (!stage.targets || stage.targets->raster != raster || stage.targets->levels != levels) {
        stage.targets.reset();
        stage.targets = std::make_unique<Targets>(stage.device, raster, levels);
    }
    return *stage.targets;
}

ByteImage without_alpha(const std::vector<std::uint32_t>& texels, int width, int height) {
    ByteImage image(width, height, 3);
    for (std::size_t i = 0; i < texels.size(); ++i)
        for (std::size_t channel = 0; channel < 3; ++channel)
            image.values[3 * i + channel] = static_cast<std::uint8_t>(texels[i] >> (8 * channel));
    return image;
}

} // namespace

Stage::Stage(const gpu::Device& where)
    : device(where), passes(where), blanks(where), frame(where, "frame", 1) {}

Picture take_picture(Stage& stage, Model& model, const Scene& scene, const PictureSettings& settings) {
    check(settings);
    shine(stage.device, stage.passes, model, scene.rig.lamps, settings.points_per_lamp);
    const Targets& targets = targets_for(stage, scene, settings);
    model.hair.look_from(stage.device, scene.camera, targets.raster);
    const passes::Frame known = frame_of(scene, model, targets.raster);
    stage.frame.upload(std::span(&known, 1));

    gpu::Commands commands(stage.device, "picture");
    record_frame(commands, stage.passes, targets, model, scene, stage.frame, stage.blanks, settings.view);
    Picture picture{.times = commands.submit_and_wait()};
    picture.display =
        without_alpha(targets.picture.download<std::uint32_t>(), settings.width, settings.height);
    picture.linear = FloatImage(settings.width, settings.height, 4);
    const std::vector<glm::vec4> linear = targets.linear.download<glm::vec4>();
    for (std::size_t i = 0; i < linear.size(); ++i)
        for (int channel = 0; channel < 4; ++channel)
            picture.linear.values[4 * i + static_cast<std::size_t>(channel)] = linear[i][channel];
    return picture;
}

color::Lab mean_lab(const FloatImage& linear, int x0, int y0, int x1, int y1) {
    color::Rgb sum{};
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x)
            for (std::size_t channel = 0; channel < 3; ++channel)
                sum[channel] += linear.at(x, y)[channel];
    for (double& channel : sum)
        channel /= static_cast<double>(x1 - x0) * (y1 - y0);
    return color::lab_from_xyz(color::xyz_from_linear_srgb(sum), color::srgb_white());
}

} // namespace healed::render

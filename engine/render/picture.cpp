#include "render/picture.h"

#include "base/error.h"
#include "color/srgb.h"
#include "render/lamps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

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
    check("lens_points", settings.lens_points, 1, 1024);
}

/// Places over the opening of a lens and over a pixel, both even for any number of them: the R4 sequence
/// (M. Roberts 2018), the lens's square bent to a disc (P. Shirley & K. Chiu 1997).
Camera camera_through(const Camera& middle, int point, int rows) {
    constexpr std::array steps = {0.8566748838545029, 0.7338918566271260, 0.6287067210378087,
                                  0.5385972572236101};
    std::array<float, 4> at;
    for (std::size_t i = 0; i < at.size(); ++i)
        at[i] = static_cast<float>(2.0 * std::fmod(0.5 + steps[i] * point, 1.0) - 1.0);
    const bool wide = std::abs(at[0]) > std::abs(at[1]);
    const float radius = wide ? at[0] : at[1],
                share = radius == 0.0f ? 0.0f : (wide ? at[1] : at[0]) / radius;
    const float angle = std::numbers::pi_v<float> / 4.0f * (wide ? share : 2.0f - share);
    const glm::vec2 on_disc = radius * glm::vec2(std::cos(angle), std::sin(angle));
    return middle.beside(0.5f * middle.lens_mm * on_disc)
        .between_pixels(0.5f * glm::vec2(at[2], at[3]), rows);
}

const Targets& targets_for(Stage& stage, const Scene& scene, const Raster& raster) {
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

std::vector<gpu::PassTime> expose(Stage& stage, Model& model, const Scene& scene, const Targets& targets,
                                  View view, int taken_before) {
    model.look_from(stage.device, scene.camera, targets.raster);
    const passes::Frame known = frame_of(scene, model, targets.raster);
    stage.frame.upload(std::span(&known, 1));
    gpu::Commands commands(stage.device, "picture");
    record_frame(commands, stage.passes, targets, model, scene, stage.frame, stage.blanks, view,
                 taken_before);
    return commands.submit_and_wait();
}

} // namespace

Stage::Stage(const gpu::Device& where)
    : device(where), passes(where), blanks(where), frame(where, "frame", 1) {}

Picture take_picture(Stage& stage, Model& model, const Scene& scene, const PictureSettings& settings,
                     const Progress& following) {
    check(settings);
    shine(stage.device, stage.passes, model, scene.rig.lamps, settings.points_per_lamp);
    const bool pinhole = scene.camera.lens_mm <= 0.0f;
    const int exposures = pinhole ? 1 : settings.lens_points;
    const Targets& targets =
        targets_for(stage, scene, {settings.width, settings.height, pinhole ? settings.supersamples : 1});
    Picture picture;
    for (int taken = 0; taken < exposures; ++taken) {
        following(static_cast<double>(taken) / exposures);
        Scene seen = scene;
        if (!pinhole)
            seen.camera = camera_through(scene.camera, taken, settings.height);
        picture.times = expose(stage, model, seen, targets, settings.view, taken);
    }
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

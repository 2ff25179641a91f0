#include "render/frame.h"

#include "color/daylight.h"
#include "color/srgb.h"

#include <array>
#include <cmath>

namespace healed::render {
namespace {

using passes::Frame;

/// Rows of the matrix from XYZ under the rig's light to linear sRGB: the camera's white balance by Bradford's
/// adaptation, exposure.
glm::mat3 developing_rows(const Scene& scene, View view) {
    const bool balanced = view == View::Film && scene.rig.white_balance_k > 0.0f;
    const color::Xyz white =
        balanced ? color::daylight_white(scene.rig.white_balance_k) : scene.skin.colour.white;
    const double exposure = view == View::Film ? scene.rig.exposure : 1.0;
    const std::array<color::Xyz, 3> basis = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    glm::mat3 rows;
    for (int i = 0; i < 3; ++i) {
        const color::Rgb rgb = color::linear_srgb_from_xyz(
            color::adapt(basis[static_cast<std::size_t>(i)], white, color::srgb_white()));
        for (int channel = 0; channel < 3; ++channel)
            rows[channel][i] = static_cast<float>(exposure * rgb[static_cast<std::size_t>(channel)]);
    }
    return rows;
}

gpu::Invocations every_texel(const gpu::Image& image) {
    return {image.extent().width, image.extent().height};
}

glm::uvec2 size_of(const gpu::Image& image) {
    return {image.extent().width, image.extent().height};
}

/// Width of a texel that was halved so often, per mm of depth.
float texel_per_depth(const Camera& camera, const Raster& raster, int level) {
    return std::ldexp(camera.pixel_mm(1.0f, static_cast<int>(raster.rows())), level);
}

/// A box of 2ⁿ samples, and the straight lines between texels, in squares of a texel; full-sized images are
/// read sample by sample.
float blurred_texels(int level) {
    return level == 0 ? 0.0f : (1.0f - std::ldexp(1.0f, -2 * level)) / 12.0f + 1.0f / 6.0f;
}

/// Whether a Gaussian of the diffusion is too narrow for the picture to show.
bool is_sharp(std::size_t g, const Targets& targets, const Camera& camera) {
    const float sample_mm = camera.pixel_mm(camera.focus_mm, static_cast<int>(targets.raster.rows()));
    return diffusion_sigma_mm[g] < 0.5 * static_cast<double>(sample_mm);
}

void record_diffusion(gpu::Commands& commands, const Passes& passes, const Targets& targets,
                      const Camera& camera) {
    for (std::size_t level = 1; level < targets.light.size(); ++level) {
        const gpu::Image& to = targets.light[level];
        const float width_mm =
            camera.focus_mm * texel_per_depth(camera, targets.raster, static_cast<int>(level));
        commands.dispatch(passes.halve, {.from = targets.light[level - 1], .to = to},
                          {.size = size_of(to), .reach_mm = 2.0f * width_mm + 0.5f}, every_texel(to));
    }
    for (std::size_t g = 0; g < diffusion_widths; ++g) {
        if (is_sharp(g, targets, camera))
            continue;
        const gpu::Image& from = targets.light[static_cast<std::size_t>(targets.levels[g])];
        passes::Diffuse::Params params{.size = size_of(from),
                                       .step = {1, 0},
                                       .sigma_mm = static_cast<float>(diffusion_sigma_mm[g]),
                                       .texel_per_depth =
                                           texel_per_depth(camera, targets.raster, targets.levels[g]),
                                       .blurred = blurred_texels(targets.levels[g])};
        commands.dispatch(passes.diffuse, {.from = from, .to = targets.across[g]}, params, every_texel(from));
        params.step = {0, 1};
        commands.dispatch(passes.diffuse, {.from = targets.across[g], .to = targets.diffused[g]}, params,
                          every_texel(from));
    }
}

void record_shading(gpu::Commands& commands, const Passes& passes, const Targets& targets, const Scene& scene,
                    const gpu::Buffer<Frame>& frame, const Blanks& blanks) {
    glm::vec4 widths;
    for (int g = 0; g < 4; ++g)
        widths[g] =
            texel_per_depth(scene.camera, targets.raster, targets.levels[static_cast<std::size_t>(g)]);
    const auto diffused = [&](std::size_t g) -> const gpu::Image& {
        return is_sharp(g, targets, scene.camera) ? targets.light[0] : targets.diffused[g];
    };
    commands.dispatch(passes.shade,
                      {.frame = frame,
                       .normal_depth = targets.normal_depth,
                       .place = targets.place,
                       .access = targets.access,
                       .lamps = targets.lamps,
                       .through = targets.through,
                       .diffused_0 = diffused(0),
                       .diffused_1 = diffused(1),
                       .diffused_2 = diffused(2),
                       .diffused_3 = diffused(3),
                       .ratio = scene.ink.ratio ? *scene.ink.ratio : blanks.ratio,
                       .redness = scene.ink.redness ? *scene.ink.redness : blanks.redness,
                       .colour = targets.colour,
                       .tiles = targets.tiles},
                      {.width_mm = widths}, targets.tile_groups);
}

void record_long_hair(gpu::Commands& commands, const Passes& passes, const Targets& targets,
                      const Model& model, const gpu::Buffer<Frame>& frame, const gpu::Invocations& each) {
    const Hair& hair = model.hair;
    const gpu::Image& slabs = *hair.slabs();
    commands.dispatch(passes.strand_front,
                      {.frame = frame,
                       .pieces = hair.pieces(),
                       .clusters = hair.in_view(),
                       .normal_depth = targets.normal_depth,
                       .slabs = slabs},
                      {.drawn = hair.drawn()}, each);
    commands.dispatch(passes.strand_slabs,
                      {.frame = frame,
                       .pieces = hair.pieces(),
                       .clusters = hair.in_view(),
                       .normal_depth = targets.normal_depth,
                       .slabs = slabs},
                      {.drawn = hair.drawn()}, each);
    commands.dispatch(passes.long_strands,
                      {.frame = frame,
                       .pieces = hair.pieces(),
                       .clusters = hair.in_view(),
                       .vertices = model.vertices,
                       .lamps_seen = model.lamps_seen().seen,
                       .normal_depth = targets.normal_depth,
                       .fibre = hair.fibre(),
                       .voxels = model.hair_voxels(),
                       .slabs = slabs,
                       .sums = targets.cover,
                       .stubble = hair.stubble()},
                      {.drawn = hair.drawn(), .grid = hair.volume().grid()}, each);
}

void record_hair(gpu::Commands& commands, const Passes& passes, const Targets& targets, const Model& model,
                 const gpu::Buffer<Frame>& frame) {
    const Hair& hair = model.hair;
    commands.clear(targets.cover);
    if (hair.slabs())
        commands.clear(*hair.slabs());
    if (hair.clusters_in_view() == 0)
        return;
    const gpu::Invocations each{passes::Strands::local_size[0] * hair.clusters_in_view() / hair.drawn().every,
                                hair.drawn().parts};
    if (hair.slabs())
        return record_long_hair(commands, passes, targets, model, frame, each);
    commands.dispatch(passes.strands,
                      {.frame = frame,
                       .pieces = hair.pieces(),
                       .clusters = hair.in_view(),
                       .vertices = model.vertices,
                       .lamps_seen = model.lamps_seen().seen,
                       .normal_depth = targets.normal_depth,
                       .fibre = hair.fibre(),
                       .sums = targets.cover,
                       .stubble = hair.stubble()},
                      {.drawn = hair.drawn()}, each);
}

} // namespace

Blanks::Blanks(const gpu::Device& device)
    : ratio(device, "no ink", gpu::Format::rgba16f, {1, 1, passes::fours_of_bands}),
      redness(device, "no redness", gpu::Format::r16f, {1, 1}),
      marks(device, "no marks", gpu::Format::rgba16f, {1, 1}),
      slabs(device, "no long hair", gpu::Format::r32ui, {1, 1, 2}) {}

void record_frame(gpu::Commands& commands, const Passes& passes, const Targets& targets, const Model& model,
                  const Scene& scene, const gpu::Buffer<Frame>& frame, const Blanks& blanks, View view,
                  int taken_before) {
    const Frame known = frame_of(scene, model, targets.raster);
    commands.clear(targets.triangle_seen);
    commands.clear(targets.depth, {1.0f});
    const SeenTriangles& triangles = model.triangles();
    commands.draw(passes.visibility, {.vertices = model.vertices}, {.camera = known.camera},
                  {.colour = {&targets.triangle_seen}, .depth = &targets.depth}, triangles.buffer(),
                  triangles.count());
    for (const gpu::Image* image : {&targets.normal_depth, &targets.light[0], &targets.colour})
        commands.clear(*image);
    commands.fill(targets.tile_groups, 0);
    commands.dispatch(
        passes.find_tiles,
        {.triangle_seen = targets.triangle_seen, .groups = targets.tile_groups, .tiles = targets.tiles},
        {.size = size_of(targets.colour)},
        {(targets.raster.columns() + 7) / 8, (targets.raster.rows() + 7) / 8});
    commands.dispatch(passes.surface,
                      {.frame = frame,
                       .tiles = targets.tiles,
                       .triangles = triangles.buffer(),
                       .vertex_shape = model.vertex_shape,
                       .vertex_look = model.vertex_look,
                       .vertex_lamps = model.lamps_seen().shares,
                       .vertex_through = model.lamps_seen().through,
                       .marks = scene.marks ? *scene.marks : blanks.marks,
                       .triangle_seen = targets.triangle_seen,
                       .normal_depth = targets.normal_depth,
                       .place = targets.place,
                       .access = targets.access,
                       .lamps = targets.lamps,
                       .through = targets.through},
                      {}, targets.tile_groups);
    commands.dispatch(passes.irradiance,
                      {.frame = frame,
                       .normal_depth = targets.normal_depth,
                       .access = targets.access,
                       .lamps = targets.lamps,
                       .light_depth = targets.light[0],
                       .tiles = targets.tiles},
                      {}, targets.tile_groups);
    record_diffusion(commands, passes, targets, scene.camera);
    record_shading(commands, passes, targets, scene, frame, blanks);
    record_hair(commands, passes, targets, model, frame);
    const glm::mat3 rows = developing_rows(scene, view);
    commands.dispatch(passes.resolve,
                      {.colour = targets.colour,
                       .cover = targets.cover,
                       .linear = targets.linear,
                       .picture = targets.picture,
                       .slabs = model.hair.slabs() ? *model.hair.slabs() : blanks.slabs,
                       .frame = frame},
                      {.red = rows[0],
                       .green = rows[1],
                       .blue = rows[2],
                       .size = size_of(targets.picture),
                       .supersamples = static_cast<std::uint32_t>(targets.raster.supersamples),
                       .plain = view == View::Measure ? 1u : 0u,
                       .has_slabs = model.hair.slabs() ? 1u : 0u,
                       .taken_before = static_cast<std::uint32_t>(taken_before)},
                      every_texel(targets.picture));
}

} // namespace healed::render

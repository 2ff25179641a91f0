#include "render/lamps.h"

#include "gpu/commands.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

constexpr std::uint32_t depth_map_side = 768;

/// Points over the lamp by the R2 sequence (M. Roberts 2018): even for any number of them.
glm::vec3 point_on(const Lamp& lamp, int i) {
    const double u = std::fmod(0.5 + 0.7548776662466927 * i, 1.0),
                 v = std::fmod(0.5 + 0.5698402909980532 * i, 1.0);
    return lamp.centre_mm + static_cast<float>(2 * u - 1) * lamp.half_u_mm +
           static_cast<float>(2 * v - 1) * lamp.half_v_mm;
}

/// A lamp as small as the sun needs few points, one as wide as a softbox all.
int points_on(const Lamp& lamp, int points_per_lamp) {
    constexpr float wide_rad = 0.5f;
    const float width = 2.0f * std::sqrt(glm::length(lamp.half_u_mm) * glm::length(lamp.half_v_mm));
    const float share = std::min(1.0f, width / glm::length(lamp.centre_mm) / wide_rad);
    return std::max(std::min(3, points_per_lamp),
                    static_cast<int>(std::lround(share * static_cast<float>(points_per_lamp))));
}

/// Looks from a point of a lamp at the whole model.
passes::ViewCamera camera_at(glm::vec3 point_mm, const Model& model) {
    const float distance = glm::length(model.middle_mm - point_mm);
    const glm::vec3 forward = (model.middle_mm - point_mm) / distance;
    const glm::vec3 aside = std::abs(forward.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 right = glm::normalize(glm::cross(forward, aside));
    return {.position = point_mm,
            .tan_half_height =
                1.02f * model.radius_mm /
                std::sqrt(std::max(distance * distance - model.radius_mm * model.radius_mm, 1.0f)),
            .right = right,
            .aspect = 1.0f,
            .up = glm::cross(right, forward),
            .near_mm = std::max(distance - 1.02f * model.radius_mm, 1.0f),
            .forward = forward,
            .far_mm = distance + 1.02f * model.radius_mm,
            .shear = {}};
}

constexpr std::size_t most_shone = 4;

/// Brings the record of these lamps to the front; false when there is none.
bool recall(Model& model, const std::vector<Lamp>& lamps, int points_per_lamp) {
    const auto found = std::find_if(model.shone.begin(), model.shone.end(), [&](const Shone& shone) {
        return shone.lamps == lamps && shone.points_per_lamp == points_per_lamp;
    });
    if (found == model.shone.end())
        return false;
    std::rotate(model.shone.begin(), found, found + 1);
    return true;
}

/// Puts an empty record of these lamps to the front, for the oldest when there are many.
const Shone& fresh_record(const gpu::Device& device, Model& model, const std::vector<Lamp>& lamps,
                          int points_per_lamp) {
    const std::vector<passes::HairVoxel> voxels = model.hair.volume().lit_by(lamps);
    const std::size_t vertices = model.vertices.count();
    if (model.shone.size() < most_shone)
        model.shone.push_back(
            {.seen = {device, "lamps seen", vertices},
             .shares = {device, "lamp shares", gpu::Format::rgba16f, vertex_texels(vertices)},
             .through = {device, "light through", gpu::Format::rg16f, vertex_texels(vertices)},
             .voxels = {device, "hair voxels", voxels.size()}});
    std::rotate(model.shone.begin(), model.shone.end() - 1, model.shone.end());
    model.shone.front().lamps = lamps;
    model.shone.front().points_per_lamp = points_per_lamp;
    model.shone.front().voxels.upload(voxels);
    return model.lamps_seen();
}

} // namespace

void shine(const gpu::Device& device, const Passes& passes, Model& model, const std::vector<Lamp>& lamps,
           int points_per_lamp) {
    if (recall(model, lamps, points_per_lamp))
        return;
    const Shone& shone = fresh_record(device, model, lamps, points_per_lamp);
    const gpu::Buffer<passes::LampsSeen>& seen = shone.seen;
    const gpu::Image depth(device, "lamp depth", gpu::Format::depth32f, {depth_map_side, depth_map_side});
    const gpu::Image nearest(device, "lamp distance", gpu::Format::r32f, {depth_map_side, depth_map_side});
    const auto vertex_count = static_cast<std::uint32_t>(model.vertices.count());
    gpu::Commands commands(device, "shine", gpu::Timing::none);
    commands.fill(seen, 0);
    for (std::size_t lamp = 0; lamp < lamps.size(); ++lamp) {
        const int points = points_on(lamps[lamp], points_per_lamp);
        const float share = lamps[lamp].radiance * form_factor(lamps[lamp]) / static_cast<float>(points);
        for (int i = 0; i < points; ++i) {
            const passes::ViewCamera camera = camera_at(point_on(lamps[lamp], i), model);
            commands.clear(depth, {1.0f});
            commands.clear(nearest, {camera.far_mm});
            commands.draw(passes.occluders, {.vertices = model.vertices}, {.camera = camera},
                          {.colour = {&nearest}, .depth = &depth}, model.occluders, model.occluders.count());
            commands.dispatch(passes.lamp_view,
                              {.vertices = model.vertices, .lamps_seen = seen, .nearest = nearest},
                              {.camera = camera,
                               .lamp = static_cast<std::uint32_t>(lamp),
                               .share = share,
                               .vertex_count = vertex_count},
                              {vertex_count});
        }
        commands.dispatch(passes.shade_skin,
                          {.vertices = model.vertices,
                           .stubble = model.hair.stubble(),
                           .voxels = model.hair_voxels(),
                           .lamps_seen = seen},
                          {.lamp = lamps[lamp].centre_mm,
                           .index = static_cast<std::uint32_t>(lamp),
                           .vertex_count = vertex_count,
                           .grid = model.hair.volume().grid()},
                          {vertex_count});
    }
    commands.dispatch(passes.lamp_shares,
                      {.lamps_seen = seen, .shares = shone.shares, .through = shone.through},
                      {.vertex_count = vertex_count}, {vertex_count});
    commands.submit_and_wait();
}

} // namespace healed::render

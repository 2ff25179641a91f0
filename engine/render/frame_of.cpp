#include "render/frame.h"

#include "study/hair_bands.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

glm::vec3 as_vec3(color::Xyz xyz) {
    return {xyz.x, xyz.y, xyz.z};
}

passes::SkinBandOnDevice on_device(const SkinBand& band, color::Xyz xyz, float beard_mm2) {
    return {.xyz = as_vec3(xyz),
            .reflectance = static_cast<float>(band.reflectance),
            .per_blood = static_cast<float>(band.per_blood),
            .attenuation_per_mm = static_cast<float>(band.attenuation_per_mm),
            .beard_mm2 = beard_mm2,
            .vein = static_cast<float>(band.per_vein),
            .melanin = {band.melanin[0], band.melanin[1], band.melanin[2]},
            .diffusion = {band.diffusion[0], band.diffusion[1], band.diffusion[2], band.diffusion[3]}};
}

/// XYZ of the light after a way through hair of the person's melanin.
glm::vec3 through_hair(const Scene& scene, double way_mm) {
    return as_vec3(scene.viewing.xyz(color::sample(
        [&](double nm) { return std::exp(-study::hair_absorption_per_mm(scene.follicles, nm) * way_mm); })));
}

passes::ViewCamera on_device(const Camera& camera, const Raster& raster) {
    return {.position = camera.position_mm,
            .tan_half_height = camera.tan_half_height,
            .right = camera.right,
            .aspect = static_cast<float>(raster.width) / static_cast<float>(raster.height),
            .up = camera.up,
            .near_mm = camera.near_mm,
            .forward = camera.forward,
            .far_mm = camera.far_mm,
            .shear = camera.shear};
}

static_assert(max_lamps == passes::most_lamps);

/// Stands where a rig has no lamp, so that passes need not ask.
passes::RectangleLamp dark_lamp() {
    return {.centre = {0, 0, 1e4f},
            .half_u = {1, 0, 0},
            .half_v = {0, 1, 0},
            .along_u = {1, 0, 0},
            .along_v = {0, 1, 0},
            .half_size = {1, 1},
            .radiance = 0};
}

/// The mesh ends in an open rim, which lies a little above its lowest point.
glm::vec2 fade_heights(const LightRig& rig, const Model& model) {
    constexpr float rim_mm = 6.0f;
    const float from = rig.fade_mm > 0.0f ? model.lowest_mm + rim_mm : model.lowest_mm - 2.0f;
    return {from, from + std::max(rig.fade_mm, 1.0f)};
}

/// What mirrors straight on, of light from air.
float mirrored_straight(float index) {
    return (index - 1) * (index - 1) / ((index + 1) * (index + 1));
}

/// Share of the furrows' depth that water fills. By eye.
constexpr float levelled_by_water = 0.6f;

/// Water lies smooth over the skin, sunscreen (mostly oil) as it was rubbed in; water runs over sunscreen.
/// Slopes and the share that sunscreen covers are by eye, the indices those of water and of paraffin oil.
passes::SurfaceFilm film_on(const Gloss& gloss) {
    constexpr float water_slope = 0.045f, water_index = 1.333f;
    constexpr float sunscreen_slope = 0.13f, sunscreen_index = 1.46f, sunscreen_share = 0.7f;
    const float water = gloss.wet, sunscreen = (1.0f - water) * sunscreen_share * gloss.sunscreen;
    const float all = std::max(water + sunscreen, 1e-6f);
    return {.share = water + sunscreen,
            .slope = (water * water_slope + sunscreen * sunscreen_slope) / all,
            .f0 = (water * mirrored_straight(water_index) + sunscreen * mirrored_straight(sunscreen_index)) /
                  all};
}

} // namespace

passes::Frame frame_of(const Scene& scene, const Model& model, const Raster& raster) {
    passes::Frame frame{.camera = on_device(scene.camera, raster),
                        .size = {raster.columns(), raster.rows()},
                        .lamp_count = static_cast<std::uint32_t>(scene.rig.lamps.size()),
                        .sky_mean = scene.rig.sky.mean,
                        .sky_slope = scene.rig.sky.slope,
                        .sky_curve = {scene.rig.sky.curve[0], scene.rig.sky.curve[1], scene.rig.sky.curve[2]},
                        .background_centre = scene.rig.background_centre,
                        .background_edge = scene.rig.background_edge,
                        .white = as_vec3(scene.skin.colour.white),
                        .skin = as_vec3(scene.skin.colour.bare_xyz()),
                        .years = static_cast<float>(scene.years),
                        .index_f0 = mirrored_straight(static_cast<float>(scene.skin.refractive_index)),
                        .mirrored = scene.look.crossed_polarisers ? 0.0f : 1.0f,
                        .oil = scene.look.gloss.oil,
                        .roughness = scene.look.gloss.roughness,
                        .film = film_on(scene.look.gloss),
                        .relief = scene.look.relief * (1.0f - levelled_by_water * scene.look.gloss.wet),
                        .unevenness = scene.look.unevenness,
                        .ink_origin = scene.ink.chart_origin,
                        .ink_from_chart = scene.ink.from_chart,
                        .ink_chart_mm = model.chart_mm,
                        .has_ink = scene.ink.ratio ? 1u : 0u,
                        .fade_mm = fade_heights(scene.rig, model)};
    for (std::size_t i = 0; i < passes::hair_ways; ++i) {
        const double share = static_cast<double>(i) / (passes::hair_ways - 1);
        frame.hair[i] = through_hair(scene, share * share * passes::longest_hair_way_mm);
    }
    std::fill(std::begin(frame.lamps), std::end(frame.lamps), dark_lamp());
    for (std::size_t i = 0; i < scene.rig.lamps.size(); ++i) {
        const Lamp& lamp = scene.rig.lamps[i];
        frame.lamps[i] = {.centre = lamp.centre_mm,
                          .half_u = lamp.half_u_mm,
                          .half_v = lamp.half_v_mm,
                          .along_u = glm::normalize(lamp.half_u_mm),
                          .along_v = glm::normalize(lamp.half_v_mm),
                          .half_size = {glm::length(lamp.half_u_mm), glm::length(lamp.half_v_mm)},
                          .radiance = lamp.radiance};
    }
    for (std::size_t i = 0; i < scene.skin.bands.size(); ++i)
        frame.bands[i] = on_device(scene.skin.bands[i], scene.skin.colour.xyz[i], scene.beard_mm2[i]);
    return frame;
}

} // namespace healed::render

#include "portfolio/shot.h"

#include "base/error.h"
#include "base/file.h"
#include "render/ink_macro.h"

#include <algorithm>
#include <cmath>

namespace healed::portfolio {

namespace {

/// Of light a band: its noise is below what a display shows long before.
constexpr std::uint64_t most_paths = 10'000'000;

void check(const char* name, double value, double low, double high) {
    if (!(value >= low && value <= high))
        fail("picture: {}: {} is outside {} … {}", name, value, low, high);
}

std::string joined_names(const std::vector<project::Bookmark>& bookmarks) {
    std::string all;
    for (const project::Bookmark& one : bookmarks)
        all += (all.empty() ? "" : ", ") + one.name;
    return all;
}

/// Movements of a bookmark, and those that come on top of it.
render::Orbit added(const project::Bookmark& bookmark, const render::Orbit& further) {
    const auto metric = [](double value) { return static_cast<float>(value); };
    return {.turn_deg = std::remainder(metric(bookmark.turn_deg) + further.turn_deg, 360.0f),
            .tilt_deg = metric(bookmark.tilt_deg) + further.tilt_deg,
            .zoom = metric(bookmark.zoom) * further.zoom,
            .shift_mm = glm::vec2(bookmark.shift_right_mm, bookmark.shift_up_mm) + further.shift_mm,
            .focal_length_mm = further.focal_length_mm != 0 ? further.focal_length_mm
                                                            : metric(bookmark.focal_length_mm.value_or(0))};
}

} // namespace

Shot through_bookmark(Shot shot, const std::vector<project::Bookmark>& bookmarks) {
    const auto found = std::ranges::find(bookmarks, shot.camera, &project::Bookmark::name);
    if (found == bookmarks.end())
        return shot;
    shot.orbit = added(*found, shot.orbit);
    shot.camera = found->camera;
    return shot;
}

Shot while_moving(Shot shot) {
    shot.settings.width = std::max(1, shot.settings.width / 2);
    shot.settings.height = std::max(1, shot.settings.height / 2);
    shot.settings.supersamples = 1;
    shot.settings.points_per_lamp = 6;
    shot.ink_side = 512;
    shot.f_number = 0;
    shot.paths = 0;
    return shot;
}

double frame_width_mm(const render::CameraPreset& preset, const render::PictureSettings& settings) {
    return preset.frame_height_mm * settings.width / settings.height;
}

void check(const Shot& asked, const std::vector<project::Bookmark>& bookmarks) {
    const Shot shot = through_bookmark(asked, bookmarks);
    const std::filesystem::path assets = assets_folder();
    if (!bookmarks.empty() && !render::load_camera_presets(assets).contains(shot.camera))
        fail("camera: \"{}\" is neither one that healed presets lists nor a bookmark: {}", shot.camera,
             joined_names(bookmarks));
    render::load_light_rig(assets, shot.rig);
    check("turn", shot.orbit.turn_deg, -180, 180);
    check("tilt", shot.orbit.tilt_deg, -180, 180);
    check("zoom", shot.orbit.zoom, 0.1, 50);
    check("shift right", shot.orbit.shift_mm.x, -500, 500);
    check("shift up", shot.orbit.shift_mm.y, -500, 500);
    if (shot.f_number != 0.0f)
        check("f-number", shot.f_number, 0.5, 64);
    if (shot.orbit.focal_length_mm != 0)
        check("focal length", shot.orbit.focal_length_mm, 20, 400);
    check("exposure", shot.development.exposure_stops, -4, 4);
    if (shot.development.white_balance_k != 0.0f)
        check("white balance", shot.development.white_balance_k, 4000, 25000);
    check("oil", shot.gloss.oil, 0, 2);
    check("roughness", shot.gloss.roughness, 0.5, 2);
    check("wet", shot.gloss.wet, 0, 1);
    check("sunscreen", shot.gloss.sunscreen, 0, 1);
    check("light turn", shot.light_turn_deg, -180, 180);
    const render::CameraPreset preset =
        render::moved(render::load_camera_preset(assets, shot.camera), shot.orbit);
    const double width_mm = frame_width_mm(preset, shot.settings);
    if (preset.aim == render::Aim::Place && width_mm > render::InkMacro::widest_picture_mm)
        fail(
            "picture: size: {}x{} would show {:.1f} mm of the skin; the {} camera shows at most {} mm across",
            shot.settings.width, shot.settings.height, width_mm, shot.camera,
            render::InkMacro::widest_picture_mm);
    if (shot.paths > 0 && preset.aim != render::Aim::Place)
        fail("picture: paths: {} are asked for, but the {} camera shows no single dots; macro does",
             shot.paths, shot.camera);
    if (shot.paths > most_paths)
        fail("picture: paths: {} are above {}", shot.paths, most_paths);
}

} // namespace healed::portfolio

#include "live/wish.h"

#include "portfolio/shot.h"

#include <algorithm>
#include <cmath>

namespace healed::studio {

Framing framing_of(const render::CameraPreset& preset) {
    return {.camera = preset.name,
            .aim = preset.aim,
            .azimuth_deg = preset.azimuth_deg,
            .elevation_deg = preset.elevation_deg,
            .frame_height_mm = preset.frame_height_mm,
            .focal_length_mm = preset.focal_length_mm,
            .shift_mm = preset.shift_mm};
}

Framing framing_of(const project::Bookmark& bookmark, const render::CameraPreset& named) {
    const portfolio::Shot shot =
        portfolio::through_bookmark({.camera = bookmark.name}, std::vector{bookmark});
    return framing_of(render::moved(named, shot.orbit));
}

project::Bookmark bookmark_of(std::string name, const Framing& framing, const render::CameraPreset& named) {
    // As a person would write it down: no bookmark needs a millionth of a degree.
    const auto tidy = [](float value) { return std::round(1e3 * static_cast<double>(value)) / 1e3; };
    const render::Orbit orbit = orbit_of(framing, named);
    project::Bookmark bookmark{.name = std::move(name),
                               .camera = framing.camera,
                               .turn_deg = tidy(orbit.turn_deg),
                               .tilt_deg = tidy(orbit.tilt_deg),
                               .zoom = std::clamp(std::round(1e6 * orbit.zoom) / 1e6, 0.1, 50.0),
                               .shift_right_mm = tidy(orbit.shift_mm.x),
                               .shift_up_mm = tidy(orbit.shift_mm.y)};
    if (orbit.focal_length_mm != 0)
        bookmark.focal_length_mm = tidy(orbit.focal_length_mm);
    return bookmark;
}

render::CameraPreset preset_of(const Framing& framing) {
    return {.name = framing.camera,
            .title = "",
            .aim = framing.aim,
            .azimuth_deg = framing.azimuth_deg,
            .elevation_deg = framing.elevation_deg,
            .frame_height_mm = framing.frame_height_mm,
            .focal_length_mm = framing.focal_length_mm,
            .shift_mm = framing.shift_mm};
}

render::Orbit orbit_of(const Framing& framing, const render::CameraPreset& named) {
    return {.turn_deg = turned_back(framing.azimuth_deg - named.azimuth_deg),
            .tilt_deg = framing.elevation_deg - named.elevation_deg,
            .zoom = named.frame_height_mm / framing.frame_height_mm,
            .shift_mm = framing.shift_mm - named.shift_mm,
            .focal_length_mm =
                framing.focal_length_mm == named.focal_length_mm ? 0 : framing.focal_length_mm};
}

float turned_back(float degrees) {
    return degrees - 360.0f * std::round(degrees / 360.0f);
}

} // namespace healed::studio

#include "live/wish.h"

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
            .shift_mm = framing.shift_mm - named.shift_mm};
}

float turned_back(float degrees) {
    return degrees - 360.0f * std::round(degrees / 360.0f);
}

} // namespace healed::studio

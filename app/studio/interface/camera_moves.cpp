#include "interface/viewport.h"

#include "base/file.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr float steepest_deg = 85.0f, nearest_mm = 40.0f, farthest_mm = 600.0f;
constexpr float nearest_close_mm = 1.5f, farthest_close_mm = 7.0f, farthest_shift_mm = 160.0f;

} // namespace

void orbit(Looking& looking, float right_deg, float up_deg) {
    Framing& framing = looking.framing;
    framing.azimuth_deg = turned_back(framing.azimuth_deg + right_deg);
    framing.elevation_deg = std::clamp(framing.elevation_deg + up_deg, -steepest_deg, steepest_deg);
}

void zoom(Looking& looking, float factor) {
    const bool close = looking.framing.aim == render::Aim::Place;
    float& height = looking.framing.frame_height_mm;
    height = std::clamp(height / factor, close ? nearest_close_mm : nearest_mm,
                        close ? farthest_close_mm : farthest_mm);
}

void pan(Looking& looking, float right_mm, float up_mm) {
    glm::vec2& shift = looking.framing.shift_mm;
    shift = glm::clamp(shift + glm::vec2(right_mm, up_mm), -farthest_shift_mm, farthest_shift_mm);
}

void turn_light(Looking& looking, float degrees) {
    looking.light_azimuth_deg = turned_back(looking.light_azimuth_deg + degrees);
}

void stand_at(Looking& looking, const std::string& camera) {
    looking.framing = framing_of(render::load_camera_preset(assets_folder(), camera));
    looking.light_azimuth_deg = looking.framing.azimuth_deg;
}

} // namespace healed::studio

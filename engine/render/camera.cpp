#include "render/camera.h"

#include "base/error.h"
#include "base/json.h"
#include "base/table.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

constexpr float sensor_height_mm = 24.0f;
// A head and its neck lie within this of any point that a camera aims at.
constexpr float head_reach_mm = 420.0f;

CameraPreset read_preset(const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    read_passport(json);
    CameraPreset preset{.name = file.stem().string(), .title = json.text("title")};
    const std::vector<std::string> aims = {"middle", "crown", "hairline", "place"};
    const std::string aim = json.word("aim", aims);
    preset.aim = static_cast<Aim>(std::find(aims.begin(), aims.end(), aim) - aims.begin());
    preset.azimuth_deg = static_cast<float>(json.number("azimuth_deg", {-180, 180}));
    preset.elevation_deg = static_cast<float>(json.number("elevation_deg", {-89, 89}));
    preset.frame_height_mm = static_cast<float>(json.number("frame_height_mm", {1, 2000}));
    preset.focal_length_mm = static_cast<float>(json.number("focal_length_mm", {20, 400}));
    preset.shift_mm.x = static_cast<float>(json.number("shift_right_mm", {-500, 500}, 0.0));
    preset.shift_mm.y = static_cast<float>(json.number("shift_up_mm", {-500, 500}, 0.0));
    json.finish();
    return preset;
}

/// Where the camera aims and the frame that its angles are told in: `out` at azimuth and elevation 0.
struct Outlook {
    glm::vec3 target;
    glm::vec3 out;
    glm::vec3 up;
};

Outlook outlook(Aim aim, const head::Head& head, glm::vec2 scalp_place) {
    const head::Landmarks& marks = head.landmarks;
    const glm::vec3 ears = 0.5f * (marks.tragion_left + marks.tragion_right);
    const glm::vec3 forward(0, 0, 1), upward(0, 1, 0);
    const float height = marks.vertex.y - marks.menton.y;
    switch (aim) {
    case Aim::Middle:
        return {{ears.x, marks.menton.y + 0.5f * height, ears.z}, forward, upward};
    case Aim::Crown:
        return {{ears.x, marks.vertex.y - 0.2f * height, ears.z}, forward, upward};
    case Aim::Hairline:
        return {marks.trichion, forward, upward};
    case Aim::Place:
        break;
    }
    const glm::vec3 normal = glm::normalize(head.chart.normal_at(scalp_place));
    const glm::vec3 pole = std::abs(normal.y) < 0.95f ? upward : -forward;
    return {head.chart.position_at(scalp_place), normal,
            glm::normalize(pole - normal * glm::dot(pole, normal))};
}

} // namespace

std::map<std::string, CameraPreset> load_camera_presets(const std::filesystem::path& assets) {
    const auto folder = assets / "cameras";
    if (!std::filesystem::is_directory(folder))
        fail("{}: there is no such folder of cameras", folder.string());
    std::map<std::string, CameraPreset> presets;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") {
            CameraPreset preset = read_preset(entry.path());
            presets.emplace(preset.name, std::move(preset));
        }
    return presets;
}

CameraPreset load_camera_preset(const std::filesystem::path& assets, const std::string& name) {
    const auto presets = load_camera_presets(assets);
    if (const auto found = presets.find(name); found != presets.end())
        return found->second;
    std::string known;
    for (const auto& [each, preset] : presets)
        known += (known.empty() ? "" : ", ") + each;
    fail("camera: \"{}\" is unknown; known are {}", name, known);
}

CameraPreset moved(CameraPreset preset, const Orbit& orbit) {
    preset.azimuth_deg += orbit.turn_deg;
    preset.elevation_deg = std::clamp(preset.elevation_deg + orbit.tilt_deg, -89.0f, 89.0f);
    preset.frame_height_mm /= orbit.zoom;
    preset.shift_mm += orbit.shift_mm;
    if (orbit.focal_length_mm > 0)
        preset.focal_length_mm = orbit.focal_length_mm;
    return preset;
}

Camera Camera::beside(glm::vec2 offset_mm) const {
    Camera camera = *this;
    camera.position_mm += offset_mm.x * right + offset_mm.y * up;
    camera.shear -= offset_mm / focus_mm;
    return camera;
}

Camera Camera::between_pixels(glm::vec2 pixels, int rows) const {
    Camera camera = *this;
    camera.shear += pixel_mm(1.0f, rows) * pixels;
    return camera;
}

float lens_width_mm(const Camera& camera, float f_number) {
    const float maps = sensor_height_mm / (2.0f * camera.tan_half_height * camera.focus_mm);
    return camera.focus_mm * maps / (f_number * (1.0f + maps));
}

Camera look_at(glm::vec3 position_mm, glm::vec3 target_mm, glm::vec3 up, float frame_height_mm,
               float depth_range_mm) {
    const float distance = glm::length(target_mm - position_mm);
    Camera camera{.position_mm = position_mm};
    camera.forward = (target_mm - position_mm) / distance;
    camera.right = glm::normalize(glm::cross(camera.forward, up));
    camera.up = glm::cross(camera.right, camera.forward);
    camera.tan_half_height = 0.5f * frame_height_mm / distance;
    camera.focus_mm = distance;
    camera.near_mm = std::max(0.05f * distance, distance - depth_range_mm);
    camera.far_mm = distance + depth_range_mm;
    return camera;
}

Camera frame_head(const CameraPreset& preset, const head::Head& head, std::optional<glm::vec2> scalp_place) {
    const Outlook view = outlook(preset.aim, head, scalp_place.value_or(glm::vec2(0.5f, 0.25f)));
    const float azimuth = glm::radians(preset.azimuth_deg);
    const float elevation = glm::radians(preset.elevation_deg);
    const glm::vec3 side = glm::cross(view.up, view.out);
    const glm::vec3 level = std::cos(azimuth) * view.out + std::sin(azimuth) * side;
    const glm::vec3 towards = std::cos(elevation) * level + std::sin(elevation) * view.up;
    const float distance = preset.frame_height_mm * preset.focal_length_mm / sensor_height_mm;
    Camera camera = look_at(view.target + distance * towards, view.target, view.up, preset.frame_height_mm,
                            head_reach_mm);
    camera.position_mm += preset.shift_mm.x * camera.right + preset.shift_mm.y * camera.up;
    return camera;
}

} // namespace healed::render

#pragma once

#include "head/head.h"

#include <filesystem>
#include <glm/glm.hpp>
#include <map>
#include <optional>
#include <string>

namespace healed::render {

/// A camera with square pixels. The basis is orthonormal; `forward` points into the picture.
struct Camera {
    glm::vec3 position_mm;
    glm::vec3 right;
    glm::vec3 up;
    glm::vec3 forward;
    float tan_half_height; ///< half the picture's height at distance 1
    float focus_mm;        ///< depth of what it aims at
    float near_mm;         ///< depths along `forward` between which there is something to see
    float far_mm;
    glm::vec2 shear{0}; ///< of its rays to the right and up, steps a step forwards
    float lens_mm = 0;  ///< width of the lens's opening: what lies off `focus_mm` is blurred; 0: a pinhole

    /// From beside the middle of the lens by so much, to the right and up; what lies in focus stays where it
    /// is.
    Camera beside(glm::vec2 offset_mm) const;
    /// With the picture carried by so much of the width that a pixel spans, to the right and up.
    Camera between_pixels(glm::vec2 pixels, int rows) const;

    /// Width of a pixel of a picture of `rows` rows where the depth is `depth_mm`.
    float pixel_mm(float depth_mm, int rows) const {
        return 2.0f * tan_half_height * depth_mm / static_cast<float>(rows);
    }
};

/// What a camera's distance and direction are told from.
enum class Aim { Middle, Crown, Hairline, Place };

/// A named way to look at any head, from assets/cameras/*.json.
struct CameraPreset {
    std::string name;            ///< file stem, e.g. "three-quarter"
    std::string title;           ///< for people
    Aim aim = Aim::Middle;       ///< Place: a place of the scalp, seen along its normal
    float azimuth_deg = 0;       ///< towards the head's left; of Place: about the normal, from straight below
    float elevation_deg = 0;     ///< above the horizon; of Place: away from the normal
    float frame_height_mm = 300; ///< what the height of the picture spans at the aim, 1 … 2000
    float focal_length_mm = 85;  ///< on a sensor 24 mm high, 20 … 400
    glm::vec2 shift_mm{0};       ///< of the frame to the picture's right and up
};

/// How far a hand has moved a camera from where its preset puts it.
struct Orbit {
    float turn_deg = 0;        ///< further towards the head's left, -180 … 180
    float tilt_deg = 0;        ///< further up; the poles stop it
    float zoom = 1;            ///< the picture spans so many times less, 0.1 … 50
    glm::vec2 shift_mm{0};     ///< of the frame to the picture's right and up
    float focal_length_mm = 0; ///< of the lens instead of the preset's, 20 … 400; 0: the preset's own

    bool operator==(const Orbit&) const = default;
};

/// Width of a lens's opening by which a camera with a sensor 24 mm high, at this f-number, blurs what lies
/// off focus: a lens of focal length f that maps m times is f/N wide and f (1 + 1/m) away, so seen from what
/// is in focus it is m/(N (1 + m)) wide a step of the way. `camera` is in focus at its focus_mm.
float lens_width_mm(const Camera& camera, float f_number);

CameraPreset moved(CameraPreset preset, const Orbit& orbit);

/// The presets of assets/cameras/*.json by name. Throws Error naming file, field and value.
std::map<std::string, CameraPreset> load_camera_presets(const std::filesystem::path& assets);
/// Throws Error that lists the known names.
CameraPreset load_camera_preset(const std::filesystem::path& assets, const std::string& name);

/// The camera that frames a head like this. `scalp_place` (chart coordinates) is what Aim::Place looks at;
/// without one it looks at the middle of the frontal scalp.
Camera frame_head(const CameraPreset& preset, const head::Head& head,
                  std::optional<glm::vec2> scalp_place = std::nullopt);

/// Looks from `position_mm` at `target_mm`; `depth_range_mm` is what lies before and behind the target.
Camera look_at(glm::vec3 position_mm, glm::vec3 target_mm, glm::vec3 up, float frame_height_mm,
               float depth_range_mm);

} // namespace healed::render

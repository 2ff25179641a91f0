#pragma once

#include "base/image.h"
#include "document/history.h"
#include "render/camera.h"
#include "render/light_rig.h"
#include "render/skin_look.h"

#include <glm/glm.hpp>
#include <string>

namespace healed::studio {

/// Where the camera of the window stands: a named camera's terms, turned by hand.
struct Framing {
    std::string camera = "three-quarter"; ///< the named one that it started from
    render::Aim aim = render::Aim::Middle;
    float azimuth_deg = 38, elevation_deg = 10;
    float frame_height_mm = 310, focal_length_mm = 105;
    glm::vec2 shift_mm{0};

    bool operator==(const Framing&) const = default;
};

Framing framing_of(const render::CameraPreset& preset);
/// `named` is the camera that the bookmark moved.
Framing framing_of(const project::Bookmark& bookmark, const render::CameraPreset& named);
project::Bookmark bookmark_of(std::string name, const Framing& framing, const render::CameraPreset& named);
render::CameraPreset preset_of(const Framing& framing);
/// How far it was moved from where the named camera stands.
render::Orbit orbit_of(const Framing& framing, const render::CameraPreset& named);
/// An angle within -180 … 180.
float turned_back(float degrees);

/// A picture that is wanted.
struct Wish {
    Plan plan;
    double years = 0.0; ///< on the plan's clock
    Framing framing;
    std::string rig = "studio";
    float light_azimuth_deg = 38;
    bool polarised = false;
    render::Development development;
    render::Gloss gloss;
    int width = 0, height = 0; ///< of the finished picture, pixels

    bool operator==(const Wish&) const = default;
};

enum class Finish { Draft, Full };

/// A picture that is there.
struct Shown {
    Wish wish;
    Finish finish;
    ByteImage display; ///< sRGB, 4 channels
    FloatImage linear; ///< as render::Picture has it
    double exposure;   ///< of the rig: a white card of luminance 1 is this in `linear`
    double width_mm;   ///< what its width spans where the camera is aimed
};

} // namespace healed::studio

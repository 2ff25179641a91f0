#pragma once

#include "color/illuminant.h"
#include "render/sky.h"

#include <filesystem>
#include <glm/glm.hpp>
#include <map>
#include <string>
#include <vector>

namespace healed::render {

/// At most so many lamps a rig: what the surface's record of visible lamps holds.
inline constexpr std::size_t max_lamps = 4;

/// A flat, even, rectangular light that faces the head: a softbox, a panel, a strip, or the sun's disc as the
/// square of its size. Light is counted in units of a perfect white card's luminance: irradiance 1 makes the
/// card 1.
struct Lamp {
    glm::vec3 centre_mm; ///< from the middle of the head
    glm::vec3 half_u_mm; ///< from the centre to the middle of an edge; both span the side that shines
    glm::vec3 half_v_mm;
    float radiance; ///< of a card that glows as bright as this; at least 0

    bool operator==(const Lamp&) const = default;
};

/// Where light comes from. All of it has one spectrum.
struct LightRig {
    std::string name;  ///< file stem, e.g. "studio"
    std::string title; ///< for people
    std::string light; ///< whose spectrum: a name of assets/lights
    std::vector<Lamp> lamps;
    Sky sky;            ///< of the room or of heaven, with the ground
    float exposure = 1; ///< of the camera: a white card of luminance 1/exposure just reaches white
    float white_balance_k =
        0; ///< daylight that the camera takes for white, 4000 … 25000; 0: the light itself
    float background_centre =
        0; ///< luminance of the seamless ground behind the head, and at the picture's corners
    float background_edge = 0;
    float fade_mm = 0; ///< height over which the lower end of the bust fades out into the ground
};

/// The rigs of assets/rigs/*.json by name. Throws Error naming file, field and value.
std::map<std::string, LightRig> load_light_rigs(const std::filesystem::path& assets);
/// The rig of that name, or that of a picture of the surroundings (.hdr, .exr; render/environment.h). Throws
/// Error that lists the known names.
LightRig load_light_rig(const std::filesystem::path& assets, const std::string& name);

/// The rig carried round the head towards its left, as when the sitter turns on the stool. With the azimuth
/// of the camera the light falls on the back of a head as it fell on the face.
LightRig turned(LightRig rig, float azimuth_deg);

/// How a photographer sets the camera beside what the rig asks for.
struct Development {
    float exposure_stops = 0;  ///< brighter by so many doublings, -4 … 4
    float white_balance_k = 0; ///< daylight that is taken for white, 4000 … 25000; 0: as the rig says

    bool operator==(const Development&) const = default;
};
LightRig developed(LightRig rig, const Development& development);

/// The rig with its front, from where azimuth 0 and elevation 0 shine, carried to a direction: for a camera
/// that looks along the normal of a place. `outwards` is of any length but 0.
LightRig facing(LightRig rig, glm::vec3 outwards);

/// The share of the half-space over a card facing the lamp's centre, at the origin, that the lamp fills,
/// weighted by the cosine: irradiance of a lamp of radiance 1 (Lambert's polygon formula). 0 … 1.
float form_factor(const Lamp& lamp);

} // namespace healed::render

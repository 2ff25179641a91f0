#include "render/light_rig.h"

#include "base/error.h"
#include "base/json.h"
#include "base/light_picture.h"
#include "base/table.h"
#include "render/environment.h"

#include <array>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <numbers>

namespace healed::render {
namespace {

/// Unit vector at an azimuth towards the head's left and an elevation.
glm::vec3 direction(float azimuth_deg, float elevation_deg) {
    const float azimuth = glm::radians(azimuth_deg), elevation = glm::radians(elevation_deg);
    return {std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
            std::cos(azimuth) * std::cos(elevation)};
}

Lamp read_lamp(JsonReader& json) {
    const auto azimuth = static_cast<float>(json.number("azimuth_deg", {-180, 180}));
    const auto elevation = static_cast<float>(json.number("elevation_deg", {-89, 89}));
    const auto distance = static_cast<float>(json.number("distance_mm", {300, 1e6}));
    const auto width = static_cast<float>(json.number("width_mm", {1, 1e4}));
    const auto height = static_cast<float>(json.number("height_mm", {1, 1e4}));
    const auto irradiance = static_cast<float>(json.number("irradiance", {0, 100}));
    json.text("name");
    json.finish();
    const glm::vec3 out = direction(azimuth, elevation);
    const glm::vec3 u = glm::normalize(glm::cross(glm::vec3(0, 1, 0), out));
    Lamp lamp{distance * out, 0.5f * width * u, 0.5f * height * glm::cross(out, u), 0};
    lamp.radiance = irradiance / form_factor(lamp);
    return lamp;
}

LightRig read_rig(const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    read_passport(json);
    LightRig rig{.name = file.stem().string(), .title = json.text("title"), .light = json.text("light")};
    rig.exposure = static_cast<float>(json.number("exposure", {0.01, 100}));
    rig.white_balance_k = static_cast<float>(json.number("white_balance_k", {4000, 25000}, 0.0));
    JsonReader dome = json.child("dome");
    const auto zenith = static_cast<float>(dome.number("sky", {0, 100}));
    rig.sky = Sky::between(static_cast<float>(dome.number("ground", {0, 100})), zenith);
    dome.finish();
    JsonReader background = json.child("background");
    rig.background_centre = static_cast<float>(background.number("centre", {0, 1}));
    rig.background_edge = static_cast<float>(background.number("edge", {0, 1}));
    background.finish();
    rig.fade_mm = static_cast<float>(json.number("fade_mm", {0, 500}));
    for (JsonReader& lamp : json.child("lamps").elements())
        rig.lamps.push_back(read_lamp(lamp));
    if (rig.lamps.size() > max_lamps)
        json.refuse("lamps", fmt::format("{} are more than {}", rig.lamps.size(), max_lamps));
    json.finish();
    return rig;
}

} // namespace

// J. H. Lambert, Photometria (1760): the irradiance of a polygon is the sum over its edges of the angle that
// the edge subtends times the cosine between the card's normal and that of the edge's plane, over 2π.
float form_factor(const Lamp& lamp) {
    const glm::dvec3 centre(lamp.centre_mm), u(lamp.half_u_mm), v(lamp.half_v_mm);
    const std::array<glm::dvec3, 4> corners = {centre - u - v, centre + u - v, centre + u + v,
                                               centre - u + v};
    const glm::dvec3 normal = glm::normalize(centre);
    double sum = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const glm::dvec3 from = glm::normalize(corners[i]),
                         to = glm::normalize(corners[(i + 1) % corners.size()]);
        const glm::dvec3 across = glm::cross(from, to);
        const double sine = glm::length(across);
        sum += std::atan2(sine, glm::dot(from, to)) * glm::dot(across, normal) / sine;
    }
    return static_cast<float>(std::abs(sum) / (2.0 * std::numbers::pi));
}

std::map<std::string, LightRig> load_light_rigs(const std::filesystem::path& assets) {
    const auto folder = assets / "rigs";
    if (!std::filesystem::is_directory(folder))
        fail("{}: there is no such folder of light rigs", folder.string());
    std::map<std::string, LightRig> rigs;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") {
            LightRig rig = read_rig(entry.path());
            rigs.emplace(rig.name, std::move(rig));
        }
    return rigs;
}

LightRig load_light_rig(const std::filesystem::path& assets, const std::string& name) {
    if (is_light_picture(name))
        return load_environment(assets, name);
    const auto rigs = load_light_rigs(assets);
    if (const auto found = rigs.find(name); found != rigs.end())
        return found->second;
    std::string known;
    for (const auto& [each, rig] : rigs)
        known += (known.empty() ? "" : ", ") + each;
    fail("light rig: \"{}\" is unknown; known are {} and pictures of the surroundings (.hdr, .exr)", name,
         known);
}

static LightRig carried(LightRig rig, const glm::mat3& turn) {
    for (Lamp& lamp : rig.lamps) {
        lamp.centre_mm = turn * lamp.centre_mm;
        lamp.half_u_mm = turn * lamp.half_u_mm;
        lamp.half_v_mm = turn * lamp.half_v_mm;
    }
    rig.sky = rig.sky.turned(turn);
    return rig;
}

LightRig turned(LightRig rig, float azimuth_deg) {
    return carried(std::move(rig),
                   glm::mat3(glm::rotate(glm::mat4(1), glm::radians(azimuth_deg), glm::vec3(0, 1, 0))));
}

LightRig developed(LightRig rig, const Development& development) {
    rig.exposure *= std::exp2(development.exposure_stops);
    if (development.white_balance_k > 0.0f)
        rig.white_balance_k = development.white_balance_k;
    return rig;
}

LightRig facing(LightRig rig, glm::vec3 outwards) {
    const glm::vec3 out = glm::normalize(outwards);
    const glm::vec3 pole = std::abs(out.y) < 0.95f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, -1);
    const glm::vec3 right = glm::normalize(glm::cross(pole, out));
    return carried(std::move(rig), glm::mat3(right, glm::cross(out, right), out));
}

} // namespace healed::render

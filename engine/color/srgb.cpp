#include "color/srgb.h"

#include <algorithm>
#include <cmath>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <glm/vec3.hpp>

namespace healed::color {
namespace {

glm::dvec3 vector(Xyz xyz) {
    return {xyz.x, xyz.y, xyz.z};
}

Xyz tristimulus(glm::dvec3 v) {
    return {v.x, v.y, v.z};
}

/// Columns are the XYZ of the primaries at full drive, derived from the chromaticities of IEC 61966-2-1
/// rather than copied with its four rounded digits, so that white is exactly (1, 1, 1).
glm::dmat3 primaries() {
    const auto column = [](double x, double y) { return glm::dvec3(x / y, 1.0, (1.0 - x - y) / y); };
    const glm::dmat3 unscaled(column(0.64, 0.33), column(0.30, 0.60), column(0.15, 0.06));
    const glm::dvec3 drive = glm::inverse(unscaled) * vector(srgb_white());
    return {unscaled[0] * drive.x, unscaled[1] * drive.y, unscaled[2] * drive.z};
}

const glm::dmat3& xyz_of_rgb() {
    static const glm::dmat3 matrix = primaries();
    return matrix;
}

const glm::dmat3& rgb_of_xyz() {
    static const glm::dmat3 matrix = glm::inverse(xyz_of_rgb());
    return matrix;
}

/// Bradford's sharpened cone responses, ICC.1:2022 annex E; glm takes columns.
const glm::dmat3 bradford(0.8951, -0.7502, 0.0389, 0.2664, 1.7135, -0.0685, -0.1614, 0.0367, 1.0296);

} // namespace

Xyz srgb_white() {
    return {0.3127 / 0.3290, 1.0, (1.0 - 0.3127 - 0.3290) / 0.3290};
}

Rgb linear_srgb_from_xyz(Xyz xyz) {
    const glm::dvec3 rgb = rgb_of_xyz() * vector(xyz);
    return {rgb.x, rgb.y, rgb.z};
}

Xyz xyz_from_linear_srgb(Rgb rgb) {
    return tristimulus(xyz_of_rgb() * glm::dvec3(rgb[0], rgb[1], rgb[2]));
}

Xyz adapt(Xyz xyz, Xyz from, Xyz to) {
    const glm::dvec3 scale = (bradford * vector(to)) / (bradford * vector(from));
    return tristimulus(glm::inverse(bradford) * (scale * (bradford * vector(xyz))));
}

double srgb_encode(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1.0 / 2.4) - 0.055;
}

double srgb_decode(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

std::array<std::uint8_t, 3> srgb_bytes(Rgb linear) {
    std::array<std::uint8_t, 3> bytes{};
    std::transform(linear.begin(), linear.end(), bytes.begin(), [](double value) {
        return static_cast<std::uint8_t>(std::lround(255.0 * std::clamp(srgb_encode(value), 0.0, 1.0)));
    });
    return bytes;
}

} // namespace healed::color

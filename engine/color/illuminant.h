#pragma once

#include "color/observer.h"

#include <filesystem>
#include <map>
#include <string>

namespace healed::color {

/// A lamp or the sky: what it is called and its relative spectral power.
struct Light {
    std::string name;  ///< file stem, e.g. "daylight"
    std::string title; ///< for people, e.g. "Noon daylight (D65)"
    Spectrum power;    ///< relative, arbitrary scale, at least 0, not all 0
};

/// The lights of assets/lights/*.json by name. Throws Error naming file and field for anything wrong in them.
std::map<std::string, Light> load_lights(const std::filesystem::path& assets);

/// One light of assets/lights. Throws Error that lists the known names when there is no such one.
Light load_light(const std::filesystem::path& assets, const std::string& name);

/// An observer under a light: what weighs a reflectance (factor) into XYZ. The weights of y add up to 1.
struct Viewing {
    Spectrum x;
    Spectrum y;
    Spectrum z;

    Viewing(const Observer& observer, const Light& light);

    /// Of a reflectance of 1 at all wavelengths; its y is 1.
    Xyz white() const;
    /// Of light reflected with this reflectance, 0 … 1 for a diffuser.
    Xyz xyz(const Spectrum& reflectance) const;
};

/// The CIE 1931 2° observer under D65: how every colour is stated unless said otherwise.
Viewing load_daylight_viewing(const std::filesystem::path& assets);

} // namespace healed::color

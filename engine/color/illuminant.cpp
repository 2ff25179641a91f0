#include "color/illuminant.h"

#include "base/error.h"
#include "base/json.h"

#include <numeric>

namespace healed::color {
namespace {

Light read_light(const std::filesystem::path& assets, const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    Light light{file.stem().string(), json.text("title"), {}};
    const std::string spectrum = json.text("spectrum");
    if (!std::filesystem::is_regular_file(assets / "spectra" / spectrum))
        json.refuse("spectrum", "there is no assets/spectra/" + spectrum);
    light.power = read_spectrum(assets / "spectra" / spectrum, "power");
    if (std::accumulate(light.power.begin(), light.power.end(), 0.0) <= 0.0)
        json.refuse("spectrum", "the light of " + spectrum + " is dark at all wavelengths");
    json.finish();
    return light;
}

} // namespace

std::map<std::string, Light> load_lights(const std::filesystem::path& assets) {
    const auto folder = assets / "lights";
    if (!std::filesystem::is_directory(folder))
        fail("{}: there is no such folder of lights", folder.string());
    std::map<std::string, Light> lights;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") {
            Light light = read_light(assets, entry.path());
            lights.emplace(light.name, std::move(light));
        }
    return lights;
}

Light load_light(const std::filesystem::path& assets, const std::string& name) {
    const std::map<std::string, Light> lights = load_lights(assets);
    if (const auto found = lights.find(name); found != lights.end())
        return found->second;
    std::string known;
    for (const auto& [each, light] : lights)
        known += (known.empty() ? "" : ", ") + each;
    fail("light: \"{}\" is unknown; known are {}", name, known);
}

Viewing::Viewing(const Observer& observer, const Light& light) : x{}, y{}, z{} {
    double full = 0.0;
    for (std::size_t i = 0; i < wavelength_count; ++i)
        full += light.power[i] * observer.y_bar[i];
    for (std::size_t i = 0; i < wavelength_count; ++i) {
        const double power = light.power[i] / full;
        x[i] = power * observer.x_bar[i];
        y[i] = power * observer.y_bar[i];
        z[i] = power * observer.z_bar[i];
    }
}

Xyz Viewing::white() const {
    Spectrum perfect;
    perfect.fill(1.0);
    return xyz(perfect);
}

Xyz Viewing::xyz(const Spectrum& reflectance) const {
    const auto weigh = [&](const Spectrum& weights) {
        return std::inner_product(weights.begin(), weights.end(), reflectance.begin(), 0.0);
    };
    return {weigh(x), weigh(y), weigh(z)};
}

Viewing load_daylight_viewing(const std::filesystem::path& assets) {
    return {load_observer(assets), load_light(assets, "daylight")};
}

} // namespace healed::color

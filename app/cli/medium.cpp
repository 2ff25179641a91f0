#include "medium.h"

#include "base/error.h"
#include "base/json.h"

#include <limits>

namespace healed::cli {

namespace {

constexpr Range wavelengths{100, 10000};
constexpr Range indices{1, 3};
constexpr Range thicknesses{1e-6, 1e6};
constexpr Range anisotropies{-0.99, 0.99};
constexpr Range coefficients{0, 1e5};
constexpr std::size_t most_layers = 100;
constexpr std::size_t most_wavelengths = 2000;

double thickness_of(JsonReader& layer, bool last) {
    if (!layer.has("thickness_mm") || !layer.value()["thickness_mm"].is_string())
        return layer.number("thickness_mm", thicknesses);
    if (layer.word("thickness_mm", {"inf"}) == "inf" && !last)
        layer.refuse("thickness_mm", "\"inf\" is only for the last layer");
    return std::numeric_limits<double>::infinity();
}

std::vector<double> spectrum_of(JsonReader& layer, const char* key, std::size_t count) {
    const std::vector<double> values = layer.numbers(key, coefficients);
    if (values.size() != count)
        fail("{}: has {} values, wavelengths_nm has {}", layer.where(key), values.size(), count);
    return values;
}

void add_layer(Medium& medium, JsonReader& layer, bool last) {
    const std::size_t count = medium.stacks.size();
    skin::OpticalLayer shared{};
    shared.thickness_mm = thickness_of(layer, last);
    shared.refractive_index = layer.number("n", indices);
    shared.anisotropy = layer.number("g", anisotropies);
    const std::vector<double> absorption = spectrum_of(layer, "absorption_per_mm", count);
    const std::vector<double> scattering = spectrum_of(layer, "scattering_per_mm", count);
    layer.finish();
    for (std::size_t i = 0; i < count; ++i) {
        shared.absorption_per_mm = absorption[i];
        shared.scattering_per_mm = scattering[i];
        medium.stacks[i].layers.push_back(shared);
    }
}

} // namespace

Medium read_medium(const std::filesystem::path& path) {
    JsonReader file = JsonReader::from_file(path);
    Medium medium;
    medium.wavelengths_nm = file.numbers("wavelengths_nm", wavelengths);
    if (medium.wavelengths_nm.empty() || medium.wavelengths_nm.size() > most_wavelengths)
        fail("{}: {} values are outside 1 … {}", file.where("wavelengths_nm"), medium.wavelengths_nm.size(),
             most_wavelengths);
    const bool diffuse = file.word("incidence", {"normal", "diffuse"}, "normal") == "diffuse";
    medium.incidence = diffuse ? transport::Incidence::Diffuse : transport::Incidence::Normal;
    skin::OpticalStack clear;
    clear.index_above = file.number("n_above", indices, 1.0);
    clear.index_below = file.number("n_below", indices, 1.0);
    medium.stacks.assign(medium.wavelengths_nm.size(), clear);
    std::vector<JsonReader> layers = file.child("layers").elements();
    if (layers.empty() || layers.size() > most_layers)
        fail("{}: {} layers are outside 1 … {}", file.where("layers"), layers.size(), most_layers);
    for (std::size_t i = 0; i < layers.size(); ++i)
        add_layer(medium, layers[i], i + 1 == layers.size());
    file.finish();
    return medium;
}

} // namespace healed::cli

#include "transport/layer_reading.h"

#include "base/error.h"

#include <limits>

namespace healed::transport {

namespace {

constexpr Range indices{1, 3};
constexpr Range thicknesses{1e-6, 1e6};
constexpr Range anisotropies{-0.99, 0.99};
constexpr Range coefficients{0, 1e5};
constexpr std::size_t most_layers = 100;
constexpr std::size_t most_wavelengths = 2000;

double read_thickness(JsonReader& layer, bool last) {
    if (!layer.has("thickness_mm") || !layer.value()["thickness_mm"].is_string())
        return layer.number("thickness_mm", thicknesses);
    if (layer.word("thickness_mm", {"inf"}) == "inf" && !last)
        layer.refuse("thickness_mm", "\"inf\" is only for the last layer");
    return std::numeric_limits<double>::infinity();
}

void read_layer(std::vector<skin::OpticalStack>& stacks, JsonReader& layer, bool last) {
    skin::OpticalLayer shared{};
    shared.thickness_mm = read_thickness(layer, last);
    shared.refractive_index = layer.number("n", indices);
    shared.anisotropy = layer.number("g", anisotropies);
    const auto absorption = read_spectrum(layer, "absorption_per_mm", coefficients, stacks.size());
    const auto scattering = read_spectrum(layer, "scattering_per_mm", coefficients, stacks.size());
    layer.finish();
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        shared.absorption_per_mm = absorption[i];
        shared.scattering_per_mm = scattering[i];
        stacks[i].layers.push_back(shared);
    }
}

} // namespace

std::vector<double> read_wavelengths(JsonReader& json, Range range) {
    std::vector<double> wavelengths_nm = json.numbers("wavelengths_nm", range);
    if (wavelengths_nm.empty() || wavelengths_nm.size() > most_wavelengths)
        fail("{}: {} values are outside 1 … {}", json.where("wavelengths_nm"), wavelengths_nm.size(),
             most_wavelengths);
    return wavelengths_nm;
}

std::vector<double> read_spectrum(JsonReader& json, const char* key, Range range,
                                  std::size_t wavelength_count) {
    std::vector<double> values = json.numbers(key, range);
    if (values.size() != wavelength_count)
        fail("{}: has {} values, wavelengths_nm has {}", json.where(key), values.size(), wavelength_count);
    return values;
}

std::vector<skin::OpticalStack> read_stacks(JsonReader& json, std::size_t wavelength_count) {
    skin::OpticalStack clear;
    clear.index_above = json.number("n_above", indices, 1.0);
    clear.index_below = json.number("n_below", indices, 1.0);
    std::vector<skin::OpticalStack> stacks(wavelength_count, clear);
    std::vector<JsonReader> layers = json.child("layers").elements();
    if (layers.empty() || layers.size() > most_layers)
        fail("{}: {} layers are outside 1 … {}", json.where("layers"), layers.size(), most_layers);
    for (std::size_t i = 0; i < layers.size(); ++i)
        read_layer(stacks, layers[i], i + 1 == layers.size());
    return stacks;
}

} // namespace healed::transport

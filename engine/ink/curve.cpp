#include "ink/curve.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace healed::ink {
namespace {

constexpr Range heights{-100.0, 100.0}; // m²/g; negative terms may trim others, the sum may not be negative
constexpr Range wavelengths{100.0, 2000.0};
constexpr Range measured{0.0, 100.0};
constexpr std::size_t fewest_samples = 8;

/// How far below 0 the sum of the terms may be by the rounding of their printed digits, m²/g.
constexpr double rounding = 1e-3;

double interpolated(const Curve::Samples& samples, double wavelength_nm) {
    const auto& x = samples.wavelength_nm;
    const auto above = std::lower_bound(x.begin(), x.end(), wavelength_nm);
    if (above == x.begin())
        return samples.value.front();
    if (above == x.end())
        return samples.value.back();
    const auto i = static_cast<std::size_t>(above - x.begin());
    return std::lerp(samples.value[i - 1], samples.value[i], (wavelength_nm - x[i - 1]) / (x[i] - x[i - 1]));
}

double sum_of_terms(const Curve& curve, double wavelength_nm) {
    double sum = curve.constant;
    for (const Curve::Band& band : curve.bands) {
        const double x = (wavelength_nm - band.centre_nm) / band.width_nm;
        sum += band.height * std::exp(-0.5 * x * x);
    }
    for (const Curve::Edge& edge : curve.edges)
        sum += edge.height / (1.0 + std::exp((wavelength_nm - edge.centre_nm) / edge.width_nm));
    for (const Curve::Power& power : curve.powers)
        sum += power.at_550nm * std::pow(wavelength_nm / 550.0, power.exponent);
    if (!curve.samples.value.empty())
        sum += interpolated(curve.samples, wavelength_nm);
    return sum;
}

Curve::Samples read_samples(JsonReader json) {
    Curve::Samples samples{json.numbers("wavelength_nm", wavelengths), json.numbers("value", measured)};
    if (samples.value.empty() || samples.value.size() != samples.wavelength_nm.size())
        json.refuse("value", fmt::format("{} values for {} wavelengths", samples.value.size(),
                                         samples.wavelength_nm.size()));
    if (samples.value.size() < fewest_samples)
        json.refuse("wavelength_nm",
                    fmt::format("{} points, at least {} are needed", samples.value.size(), fewest_samples));
    if (std::adjacent_find(samples.wavelength_nm.begin(), samples.wavelength_nm.end(),
                           std::greater_equal<>()) != samples.wavelength_nm.end())
        json.refuse("wavelength_nm", "wavelengths must rise");
    json.finish();
    return samples;
}

/// The elements of an optional array, each read by `read` and then finished.
template <typename Read>
void for_each_term(JsonReader& json, const char* key, Read read) {
    if (!json.has(key))
        return;
    for (JsonReader& term : json.child(key).elements()) {
        read(term);
        term.finish();
    }
}

} // namespace

double Curve::at(double wavelength_nm) const {
    return std::max(0.0, sum_of_terms(*this, wavelength_nm));
}

color::Spectrum Curve::spectrum() const {
    return color::sample([&](double wavelength_nm) { return at(wavelength_nm); });
}

Curve read_curve(JsonReader json) {
    Curve curve;
    curve.constant = json.number("constant", heights, 0.0);
    for_each_term(json, "bands", [&](JsonReader& term) {
        curve.bands.push_back({term.number("height", heights), term.number("centre_nm", wavelengths),
                               term.number("width_nm", {1.0, 1000.0})});
    });
    for_each_term(json, "edges", [&](JsonReader& term) {
        curve.edges.push_back({term.number("height", heights), term.number("centre_nm", wavelengths),
                               term.number("width_nm", {-1000.0, 1000.0})});
        if (std::abs(curve.edges.back().width_nm) < 1.0)
            term.refuse("width_nm", "an edge is at least 1 nm wide");
    });
    for_each_term(json, "powers", [&](JsonReader& term) {
        curve.powers.push_back({term.number("at_550nm", heights), term.number("exponent", {-10.0, 10.0})});
    });
    if (json.has("samples"))
        curve.samples = read_samples(json.child("samples"));
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        if (const double value = sum_of_terms(curve, color::wavelength_nm(i)); value < -rounding)
            json.refuse("", fmt::format("the curve is {:.4g} m2/g at {} nm, it must not be negative", value,
                                        color::wavelength_nm(i)));
    json.finish();
    return curve;
}

} // namespace healed::ink

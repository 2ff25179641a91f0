#include "transport/patch_colour.h"

#include "transport/adding_doubling.h"

#include <algorithm>
#include <numeric>

namespace healed::transport {

namespace {

constexpr double colour_from_nm = 420.0;
constexpr double colour_to_nm = 680.0;

/// Between which given wavelengths a sample of a spectrum lies; the wavelengths may come in any order.
class Between {
  public:
    Between(const std::vector<double>& wavelengths_nm, double nm) {
        std::vector<std::size_t> order(wavelengths_nm.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return wavelengths_nm[a] < wavelengths_nm[b]; });
        const auto above =
            std::find_if(order.begin(), order.end(), [&](std::size_t i) { return wavelengths_nm[i] >= nm; });
        high_ = above == order.end() ? order.back() : *above;
        low_ = above == order.begin() ? order.front() : *std::prev(above);
        const double width = wavelengths_nm[high_] - wavelengths_nm[low_];
        share_ = width > 0.0 ? (nm - wavelengths_nm[low_]) / width : 0.0;
    }
    /// `at(i)` is the value at the i-th wavelength.
    template <typename At>
    double value(At at) const {
        return std::lerp(at(low_), at(high_), share_);
    }

  private:
    std::size_t low_, high_;
    double share_;
};

} // namespace

std::vector<double> bare_reflectance(const Patch& patch) {
    std::vector<double> bare;
    for (const skin::OpticalStack& stack : patch.stacks) {
        const PlaneReflectance r = plane_reflectance(stack);
        bare.push_back(patch.incidence == Incidence::Normal ? r.reflectance_normal : r.reflectance_diffuse);
    }
    return bare;
}

color::Spectrum bare_spectrum(const PatchFile& file, const std::vector<double>& bare) {
    if (file.skin)
        return bare_reflectance(*file.skin, file.patch.incidence);
    return color::sample([&](double nm) {
        return Between(file.patch.wavelengths_nm, nm).value([&](std::size_t i) { return bare[i]; });
    });
}

bool spans_colour(const std::vector<double>& wavelengths_nm) {
    const auto [low, high] = std::minmax_element(wavelengths_nm.begin(), wavelengths_nm.end());
    return *low <= colour_from_nm && *high >= colour_to_nm;
}

std::vector<color::Lab> patch_lab(const PatchFile& file, const PatchReflectance& reflectance,
                                  const color::Viewing& viewing) {
    const color::Spectrum bare = bare_spectrum(file, reflectance.bare);
    std::vector<Between> places;
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        places.emplace_back(file.patch.wavelengths_nm, color::wavelength_nm(i));
    std::vector<color::Lab> colours;
    for (std::size_t point = 0; point < reflectance.ratio.front().size(); ++point) {
        color::Spectrum seen = bare;
        for (std::size_t i = 0; i < color::wavelength_count; ++i)
            seen[i] *= places[i].value([&](std::size_t band) { return reflectance.ratio[band][point]; });
        colours.push_back(color::lab_from_xyz(viewing.xyz(seen), viewing.white()));
    }
    return colours;
}

} // namespace healed::transport

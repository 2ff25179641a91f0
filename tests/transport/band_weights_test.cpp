#include "transport/band_weights.h"

#include "base/file.h"
#include "base/parallel.h"
#include "ink/mixture.h"
#include "transport/adding_doubling.h"
#include "transport/band_colour.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <numeric>

namespace healed::transport {
namespace {

constexpr int streams = fewest_streams;
const std::vector<std::string> skin_types = {"I", "II", "III", "IV", "V", "VI"};

skin::Skin skin_of(const std::string& type) {
    return {skin::load_preset(assets_folder(), type).settings, skin::load_haemoglobin(assets_folder())};
}

color::Viewing under(const std::string& light) {
    return {color::load_observer(assets_folder()), color::load_light(assets_folder(), light)};
}

/// Ink between two depths of this vertical optical depth, mean over 450 … 650 nm.
struct InkSheet {
    double top_mm, bottom_mm, depth;
};
/// A crust on the surface, and thin, ordinary and dense ink from the shallowest to the deepest that is set.
const std::vector<InkSheet> ink_sheets = {
    {0.0, 0.02, 0.3},  {0.0, 0.02, 2.0},  {0.08, 0.22, 0.3},  {0.08, 0.22, 3.0},
    {0.17, 0.37, 0.1}, {0.17, 0.37, 1.0}, {0.17, 0.37, 10.0}, {0.45, 0.75, 1.0},
};

skin::OpticalStack inked(const skin::OpticalStack& bare, const InkSheet& sheet, double absorption_per_mm) {
    skin::OpticalStack stack{bare.index_above, bare.index_below, {}};
    double top = 0.0;
    for (const skin::OpticalLayer& layer : bare.layers) {
        const double bottom = top + layer.thickness_mm;
        std::vector<double> cuts{top, bottom};
        for (const double cut : {sheet.top_mm, sheet.bottom_mm})
            if (cut > top && cut < bottom)
                cuts.push_back(cut);
        std::sort(cuts.begin(), cuts.end());
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            skin::OpticalLayer part = layer;
            part.thickness_mm = cuts[i + 1] - cuts[i];
            if (cuts[i] >= sheet.top_mm && cuts[i] < sheet.bottom_mm)
                part.absorption_per_mm += absorption_per_mm;
            stack.layers.push_back(part);
        }
        top = bottom;
    }
    return stack;
}

/// Every ink of the library but for its dilutions, fresh and, where its parts fade apart, after 1,000 SED.
std::vector<color::Spectrum> ink_spectra() {
    const ink::Library library = ink::load_library(assets_folder());
    std::vector<color::Spectrum> all;
    const auto add = [&](const std::vector<ink::Component>& components) {
        color::Spectrum spectrum = ink::absorption_m2_per_g(library, components);
        const double mean = ink::mean_absorption(spectrum);
        for (double& value : spectrum)
            value /= mean;
        if (std::find(all.begin(), all.end(), spectrum) == all.end())
            all.push_back(spectrum);
    };
    for (const auto& [name, ink] : library.inks) {
        add(ink.components);
        std::vector<ink::Component> faded = ink.components;
        for (ink::Component& part : faded)
            part.mass_fraction *= std::exp(-10.0 * library.pigment(part.pigment).light_loss_per_100_sed);
        if (faded.size() > 1)
            add(faded);
    }
    return all;
}

/// R/R0 of every ink in every sheet in one skin, at all wavelengths.
std::vector<color::Spectrum> ratios(const skin::Skin& skin, const std::vector<color::Spectrum>& inks) {
    std::vector<color::Spectrum> all(inks.size() * ink_sheets.size());
    parallel_for(color::wavelength_count, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t w = begin; w < end; ++w) {
            const skin::OpticalStack stack = skin.stack_at(color::wavelength_nm(w));
            const double bare = plane_reflectance(stack, streams).reflectance_normal;
            for (std::size_t i = 0; i < all.size(); ++i) {
                const InkSheet& sheet = ink_sheets[i % ink_sheets.size()];
                const double absorption =
                    inks[i / ink_sheets.size()][w] * sheet.depth / (sheet.bottom_mm - sheet.top_mm);
                all[i][w] =
                    plane_reflectance(inked(stack, sheet, absorption), streams).reflectance_normal / bare;
            }
        }
    });
    return all;
}

BandValues in_bands(const color::Spectrum& ratio) {
    BandValues values;
    for (std::size_t band = 0; band < band_count; ++band)
        values[band] = static_cast<float>(color::value_at(ratio, band_nm[band]));
    return values;
}

struct Errors {
    std::vector<double> delta_e;

    double mean() const {
        return std::accumulate(delta_e.begin(), delta_e.end(), 0.0) / static_cast<double>(delta_e.size());
    }
    double worst() const { return *std::max_element(delta_e.begin(), delta_e.end()); }
};

/// ΔE2000 between the colour of the whole spectrum and that from the bands.
void compare(Errors& errors, const color::Spectrum& bare, const BandColour& colour,
             const color::Viewing& viewing, const color::Spectrum& ratio) {
    color::Spectrum whole;
    for (std::size_t i = 0; i < whole.size(); ++i)
        whole[i] = bare[i] * ratio[i];
    const color::Lab truth = color::lab_from_xyz(viewing.xyz(whole), viewing.white());
    errors.delta_e.push_back(color::delta_e_2000(truth, colour.lab(in_bands(ratio))));
}

TEST(BandWeights, LeaveBareSkinAndGreyFiltersAsTheyAre) {
    for (const char* type : {"I", "VI"}) {
        const skin::Skin skin = skin_of(type);
        for (const std::array<double, band_count>& row : fitted_band_weights(skin))
            EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), 1.0, 1e-12);
        const color::Viewing viewing = under("fluorescent-narrow");
        const color::Xyz bare = viewing.xyz(bare_reflectance(skin, Incidence::Normal));
        BandValues half;
        half.fill(0.5f);
        const color::Xyz grey = band_colour(skin, viewing).inked_xyz(half);
        EXPECT_NEAR(grey.x, 0.5 * bare.x, 1e-9);
        EXPECT_NEAR(grey.y, 0.5 * bare.y, 1e-9);
        EXPECT_NEAR(grey.z, 0.5 * bare.z, 1e-9);
    }
}

TEST(BandWeights, DoNotMagnifyTheNoiseOfTheBands) {
    const BandWeights fitted = fitted_band_weights(skin_of("II")), lines = linear_band_weights();
    const color::Viewing viewing = under("led-warm");
    const color::Spectrum bare = bare_reflectance(skin_of("II"), Incidence::Normal);
    const auto noise = [&](const BandWeights& weights) {
        double sum = 0.0;
        for (const color::Xyz& xyz : band_colour(bare, weights, viewing).xyz)
            sum += xyz.x * xyz.x + xyz.y * xyz.y + xyz.z * xyz.z;
        return std::sqrt(sum);
    };
    EXPECT_LT(noise(fitted), 1.1 * noise(lines));
}

TEST(BandWeights, GiveTheColourOfTheWholeSpectrumForAllTypesInksAndLamps) {
    const std::vector<std::string> lights = {"daylight", "led-warm", "fluorescent", "fluorescent-narrow",
                                             "incandescent"};
    const std::vector<color::Spectrum> inks = ink_spectra();
    std::map<std::string, Errors> fitted, straight;
    for (const std::string& type : skin_types) {
        const skin::Skin skin = skin_of(type);
        const color::Spectrum bare = bare_reflectance(skin, Incidence::Normal);
        const BandWeights weights = fitted_band_weights(skin);
        const std::vector<color::Spectrum> all = ratios(skin, inks);
        for (const std::string& light : lights) {
            const color::Viewing viewing = under(light);
            const BandColour by_fit = band_colour(bare, weights, viewing);
            const BandColour by_lines = band_colour(bare, linear_band_weights(), viewing);
            for (const color::Spectrum& ratio : all) {
                compare(fitted[light], bare, by_fit, viewing, ratio);
                compare(straight[light], bare, by_lines, viewing, ratio);
            }
        }
    }
    for (const std::string& light : lights) {
        EXPECT_LT(fitted[light].mean(), 0.15) << light;
        EXPECT_LT(fitted[light].worst(), 0.75) << light;
        EXPECT_LT(fitted[light].mean(), straight[light].mean()) << light;
    }
}

} // namespace
} // namespace healed::transport

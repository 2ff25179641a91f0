#include "skin_fit.h"

#include "progress_bar.h"

#include "base/file.h"
#include "base/json.h"
#include "skin/settings.h"
#include "transport/skin_fit.h"

#include <fmt/format.h>

#include <cmath>

namespace healed::cli {

namespace {

using transport::FittedSkin;
using transport::MeasuredSkin;
using transport::unknown_count;
using transport::unknown_names;
using OrderedJson = nlohmann::ordered_json;

double value_of(const FittedSkin& fitted, std::size_t unknown) {
    return fitted.settings.*transport::unknowns()[unknown].setting;
}

template <typename Value>
OrderedJson by_name(Value value) {
    OrderedJson json;
    for (std::size_t i = 0; i < unknown_count; ++i)
        json[unknown_names[i]] = value(i);
    return json;
}

OrderedJson lab_json(const color::Lab& lab) {
    return {lab.l, lab.a, lab.b};
}

void print_json(const FittedSkin& fitted, const MeasuredSkin& measured, const SkinFitOptions& options) {
    OrderedJson reflectance = OrderedJson::array();
    for (const std::optional<double>& value : fitted.reflectance)
        reflectance.push_back(value ? OrderedJson(*value) : OrderedJson());
    const double ita = color::individual_typology_angle_deg(fitted.fitted_lab);
    const OrderedJson json{{"parameters", by_name([&](std::size_t i) { return value_of(fitted, i); })},
                           {"uncertainty", by_name([&](std::size_t i) { return fitted.uncertainty[i]; })},
                           {"determined", by_name([&](std::size_t i) { return bool(fitted.determined[i]); })},
                           {"correlation", by_name([&](std::size_t i) {
                                return by_name([&](std::size_t j) { return fitted.correlation[i][j]; });
                            })},
                           {"wavelength_nm", measured.wavelength_nm},
                           {"fitted", std::move(reflectance)},
                           {"rms", fitted.rms},
                           {"delta_e_2000", fitted.delta_e_2000},
                           {"measured_lab", lab_json(fitted.measured_lab)},
                           {"fitted_lab", lab_json(fitted.fitted_lab)},
                           {"seen",
                            {{"light", options.light},
                             {"specular", options.specular},
                             {"illuminant", "D65"},
                             {"observer", "CIE 1931 2°"},
                             {"range_nm", {400, 700}}}},
                           {"ita_deg", ita},
                           {"ita_class", color::to_string(color::skin_class(ita))},
                           {"settings", OrderedJson(skin::settings_json(fitted.settings))}};
    fmt::print("{}\n", json.dump(2));
}

void print_table(const FittedSkin& fitted, const MeasuredSkin& measured, const SkinFitOptions& options) {
    fmt::print("{}: {} points from {} to {} nm, {} light, specular {}\n", options.spectrum,
               measured.wavelength_nm.size(), measured.wavelength_nm.front(), measured.wavelength_nm.back(),
               options.light, options.specular);
    for (std::size_t i = 0; i < unknown_count; ++i)
        fmt::print("  {:<18} {:>8.4f} ± {:<8.4f}{}\n", unknown_names[i], value_of(fitted, i),
                   fitted.uncertainty[i],
                   fitted.determined[i] ? "" : "  not determined by this spectrum: near what is usual");
    for (std::size_t i = 0; i < unknown_count; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (const double r = fitted.correlation[i][j]; std::abs(r) > 0.9)
                fmt::print(
                    "  {} and {} move together (correlation {:.2f}): less is known of each than of both\n",
                    unknown_names[j], unknown_names[i], r);
    const auto show = [](const char* whose, const color::Lab& lab) {
        fmt::print("  {:<10} L* {:.1f}  a* {:.1f}  b* {:.1f}\n", whose, lab.l, lab.a, lab.b);
    };
    show("measured", fitted.measured_lab);
    show("fitted", fitted.fitted_lab);
    fmt::print("  rms of the reflectance {:.4f}, ΔE2000 {:.2f} (D65, 2°, 400 … 700 nm)\n", fitted.rms,
               fitted.delta_e_2000);
}

void write_skin(const FittedSkin& fitted, const SkinFitOptions& options) {
    const std::string spectrum = std::filesystem::path(options.spectrum).filename().string();
    const OrderedJson skin{
        {"title", "Skin fitted to " + spectrum},
        {"passport",
         {{"source", "five settings fitted to the measured spectrum " + spectrum + ", thicknesses assumed"},
          {"unit", "fractions of volume, factors, mm"},
          {"licence", "of whoever measured it"},
          {"evidence", "measured"}}},
        {"settings", OrderedJson(skin::settings_json(fitted.settings))},
        {"notes", fmt::format("Measured with {} light, specular {}; rms {:.4f}, delta E 2000 {:.2f}.",
                              options.light, options.specular, fitted.rms, fitted.delta_e_2000)}};
    write_file(options.output, skin.dump(2) + "\n");
}

} // namespace

void fit_and_print(const SkinFitOptions& options, bool json) {
    const auto light =
        options.light == "normal" ? transport::Incidence::Normal : transport::Incidence::Diffuse;
    const auto specular =
        options.specular == "included" ? transport::Specular::Included : transport::Specular::Excluded;
    const MeasuredSkin measured = transport::read_measured_skin(options.spectrum, light, specular);
    if (!options.output.empty())
        require_writable(options.output);
    const std::filesystem::path assets = assets_folder();
    const FittedSkin fitted = [&] {
        ProgressBar bar("Fitting skin");
        return transport::fit_skin(measured, skin::load_haemoglobin(assets),
                                   color::load_daylight_viewing(assets), {}, bar.part(0.0, 1.0));
    }();
    if (!options.output.empty())
        write_skin(fitted, options);
    json ? print_json(fitted, measured, options) : print_table(fitted, measured, options);
}

} // namespace healed::cli

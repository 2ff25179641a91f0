#include "commands.h"

#include "skin_fit.h"

#include "base/file.h"
#include "base/json.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "skin/optics.h"
#include "transport/adding_doubling.h"

#include <array>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

constexpr std::array<const char*, skin::layer_count> layer_names{"epidermis", "papillary dermis",
                                                                 "reticular dermis", "fat"};

struct Seen {
    skin::SkinPreset preset;
    skin::Skin skin;
    color::Spectrum reflectance;
    color::Xyz xyz;
    color::Lab lab;
    double ita_deg;
};

Seen look_at(const std::string& type) {
    const std::filesystem::path assets = assets_folder();
    const skin::SkinPreset preset = skin::load_preset(assets, type);
    const skin::Skin skin(preset.settings, skin::load_haemoglobin(assets));
    const color::Spectrum reflectance =
        transport::bare_reflectance(skin, transport::Incidence::Diffuse, transport::Specular::Excluded);
    const color::Viewing viewing = color::load_daylight_viewing(assets);
    const color::Xyz xyz = viewing.xyz(reflectance);
    const color::Lab lab = color::lab_from_xyz(xyz, viewing.white());
    return {preset, skin, reflectance, xyz, lab, color::individual_typology_angle_deg(lab)};
}

Json wavelengths() {
    Json values = Json::array();
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        values.push_back(color::wavelength_nm(i));
    return values;
}

nlohmann::ordered_json layer_json(const skin::Skin& skin, int index) {
    nlohmann::ordered_json layer{{"name", layer_names[static_cast<std::size_t>(index)]},
                                 {"g", Json::array()},
                                 {"absorption_per_mm", Json::array()},
                                 {"scattering_per_mm", Json::array()}};
    for (std::size_t i = 0; i < color::wavelength_count; ++i) {
        const skin::OpticalLayer at = skin.layer_at(skin::Layer{index}, color::wavelength_nm(i));
        layer["thickness_mm"] = std::isinf(at.thickness_mm) ? Json("inf") : Json(at.thickness_mm);
        layer["n"] = at.refractive_index;
        layer["g"].push_back(at.anisotropy);
        layer["absorption_per_mm"].push_back(at.absorption_per_mm);
        layer["scattering_per_mm"].push_back(at.scattering_per_mm);
    }
    return layer;
}

void print_json(const Seen& seen) {
    nlohmann::ordered_json json{{"name", seen.preset.name},
                                {"title", seen.preset.title},
                                {"seen",
                                 {{"light", "diffuse"},
                                  {"specular", "excluded"},
                                  {"illuminant", "D65"},
                                  {"observer", "CIE 1931 2°"},
                                  {"white", "a perfect diffuser has y = 1"}}},
                                {"settings", skin::settings_json(seen.preset.settings)},
                                {"wavelength_nm", wavelengths()},
                                {"reflectance", seen.reflectance},
                                {"xyz", {seen.xyz.x, seen.xyz.y, seen.xyz.z}},
                                {"lab", {seen.lab.l, seen.lab.a, seen.lab.b}},
                                {"ita_deg", seen.ita_deg},
                                {"ita_class", color::to_string(color::skin_class(seen.ita_deg))},
                                {"layers", Json::array()}};
    for (int i = 0; i < skin::layer_count; ++i)
        json["layers"].push_back(layer_json(seen.skin, i));
    fmt::print("{}\n", json.dump(2));
}

void print_table(const Seen& seen) {
    constexpr double shown_nm[] = {450, 500, 550, 600, 650, 700};
    fmt::print("{}\n", seen.preset.title);
    fmt::print("L* {:.1f}  a* {:.1f}  b* {:.1f}   ITA {:.0f}° ({})\n", seen.lab.l, seen.lab.a, seen.lab.b,
               seen.ita_deg, color::to_string(color::skin_class(seen.ita_deg)));
    fmt::print("in diffuse light, specular excluded, D65, CIE 1931 2°\n\n");
    fmt::print("{:<18}{:>8}", "", "mm");
    for (double nm : shown_nm)
        fmt::print("{:>9.0f}", nm);
    fmt::print("  nm\n{:<26}", "reflectance");
    for (double nm : shown_nm) {
        const double place = (nm - color::first_wavelength_nm) / color::wavelength_step_nm;
        fmt::print("{:>9.3f}", seen.reflectance[static_cast<std::size_t>(place)]);
    }
    for (int i = 0; i < skin::layer_count; ++i) {
        const auto layer = [&](double nm) { return seen.skin.layer_at(skin::Layer{i}, nm); };
        fmt::print("\n{:<18}{:>8.3g}", layer_names[static_cast<std::size_t>(i)], layer(550).thickness_mm);
        for (double nm : shown_nm)
            fmt::print("{:>9.3g}", layer(nm).absorption_per_mm);
        fmt::print("  absorption, 1/mm\n{:<26}", "");
        for (double nm : shown_nm)
            fmt::print("{:>9.3g}", layer(nm).scattering_per_mm);
        fmt::print("  scattering, 1/mm");
    }
    fmt::print("\n");
}

} // namespace

void declare_skin(CLI::App& program) {
    struct Options {
        std::string type = "III";
        SkinFitOptions fit;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("skin", "Layers, coefficients and colour of a skin");
    command
        ->add_option("--type", options->type, "Fitzpatrick type I … VI, the name of a skin, or a file of one")
        ->capture_default_str();
    CLI::Option* fit = command
                           ->add_option("--fit", options->fit.spectrum,
                                        "SPECTRUM.csv of measured skin (columns wavelength_nm, reflectance): "
                                        "find the settings that look like it")
                           ->excludes("--type");
    command
        ->add_option("--specular", options->fit.specular, "Whether the measurement holds the mirrored light")
        ->capture_default_str()
        ->check(CLI::IsMember({"included", "excluded"}))
        ->needs(fit);
    command
        ->add_option("--light", options->fit.light,
                     "How light fell in: along the normal (within 8°), or diffuse; the rest is collected")
        ->capture_default_str()
        ->check(CLI::IsMember({"normal", "diffuse"}))
        ->needs(fit);
    command->add_option("-o,--output", options->fit.output, "File of a skin to write, for healed new --skin")
        ->needs(fit);
    command->add_flag("--json", options->json, "For machines: full spectra and all coefficients");
    command->footer("Examples:\n  healed skin --type III\n  healed skin --type V --json > skin.json\n"
                    "  healed skin --fit forearm.csv --specular included --light normal -o client.json\n"
                    "  healed new --skin client.json -o plan.healed.json");
    command->callback([options, fit] {
        if (fit->count() > 0)
            return fit_and_print(options->fit, options->json);
        const Seen seen = look_at(options->type);
        options->json ? print_json(seen) : print_table(seen);
    });
}

} // namespace healed::cli

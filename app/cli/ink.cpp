#include "commands.h"

#include "ink_import.h"
#include "swatch.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "ink/library.h"
#include "ink/measured_ink.h"
#include "ink/mixture.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

/// Shares of 550 nm light that come back from the two swatches: a strong layer and a thin one.
constexpr double strong = 0.05;
constexpr double thin = 0.5;

Json swatch_json(const Swatch& swatch, double returned) {
    return {{"returned_at_550nm", returned},
            {"srgb", swatch.srgb},
            {"lab", {swatch.lab.l, swatch.lab.a, swatch.lab.b}}};
}

void print_json(const ink::Ink& ink, const ink::Library& library) {
    const color::Spectrum absorption = ink::absorption_m2_per_g(library, ink.components);
    Json wavelengths = Json::array(), components = Json::array();
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        wavelengths.push_back(color::wavelength_nm(i));
    for (const ink::Component& component : ink.components) {
        const ink::Pigment& pigment = library.pigment(component.pigment);
        components.push_back({{"pigment", pigment.name},
                              {"title", pigment.title},
                              {"mass_fraction", component.mass_fraction},
                              {"light_loss_per_100_sed", pigment.light_loss_per_100_sed},
                              {"evidence", to_string(pigment.passport.evidence)}});
    }
    Json swatches = Json::array();
    for (double returned : {strong, thin})
        swatches.push_back(swatch_json(swatch(assets_folder(), absorption, returned), returned));
    const Json json{
        {"name", ink.name},
        {"title", ink.title},
        {"passport",
         {{"source", ink.passport.source},
          {"unit", ink.passport.unit},
          {"licence", ink.passport.licence},
          {"evidence", to_string(ink.passport.evidence)}}},
        {"pigment_ng_per_dot", ink.pigment_ng_per_dot},
        {"components", components},
        {"wavelength_nm", wavelengths},
        {"absorption_m2_per_g", absorption},
        {"reduced_scattering_m2_per_g", ink::reduced_scattering_m2_per_g(library, ink.components)},
        {"colour_cast", ink::colour_cast(absorption)},
        {"swatches", swatches}};
    fmt::print("{}\n", json.dump(2));
}

void print_table(const ink::Ink& ink, const ink::Library& library) {
    const color::Spectrum absorption = ink::absorption_m2_per_g(library, ink.components);
    fmt::print("{} ({})\n", ink.title, ink.name);
    fmt::print("{:.2f} ng of pigment a dot; colour cast {:.2f} (0 is a neutral grey)\n",
               ink.pigment_ng_per_dot, ink::colour_cast(absorption));
    for (const ink::Component& component : ink.components) {
        const ink::Pigment& pigment = library.pigment(component.pigment);
        fmt::print("  {:>5.1f} %  {}, bleaches {:.3f} per 100 SED\n", component.mass_fraction * 100.0,
                   pigment.title, pigment.light_loss_per_100_sed);
    }
    for (double returned : {strong, thin}) {
        const Swatch seen = swatch(assets_folder(), absorption, returned);
        fmt::print("  on white, {:>2.0f} % back at 550 nm: {}  L* {:.0f} a* {:.1f} b* {:.1f}\n",
                   returned * 100.0, seen.srgb, seen.lab.l, seen.lab.a, seen.lab.b);
    }
}

struct Options {
    std::string name;
    double path_mm = 0.0, concentration_g_per_l = 0.0; ///< of absorbances in a spectrum that is checked
    bool json = false;
};

using Find = ink::Ink (*)(const Options&, ink::Library&);

ink::Ink by_name(const Options& options, ink::Library& library) {
    return library.ink(options.name);
}

/// The ink that healed ink import would make of a spectrum.
ink::Ink of_spectrum(const Options& options, const ink::Library& library) {
    ink::OwnInk own{.name = std::filesystem::path(options.name).stem().string(),
                    .title = "Measured: " + std::filesystem::path(options.name).filename().string(),
                    .light_loss_per_100_sed = ink::unknown_light_loss_per_100_sed,
                    .pigment_ng_per_dot = {},
                    .dilution = {}};
    if (options.path_mm > 0.0 && options.concentration_g_per_l > 0.0)
        own.dilution = {options.path_mm, options.concentration_g_per_l};
    return ink::read_ink(
        JsonReader::from_value(ink::ink_file_from_measurement(options.name, own, library), options.name),
        own.name, library);
}

ink::Ink by_file(const Options& options, ink::Library& library) {
    const std::filesystem::path file = options.name;
    // The file may be one that the library holds.
    library.drop(file.stem().string());
    const ink::Ink ink =
        file.extension() == ".csv" ? of_spectrum(options, library) : ink::read_ink(file, library);
    library.add(ink, options.name);
    return ink;
}

void show(const Options& options, Find find) {
    ink::Library library = ink::load_library(assets_folder());
    const ink::Ink ink = find(options, library);
    options.json ? print_json(ink, library) : print_table(ink, library);
}

std::shared_ptr<Options> declare_options(CLI::App& command, const char* argument, const char* description) {
    auto options = std::make_shared<Options>();
    command.add_option(argument, options->name, description);
    command.add_flag("--json", options->json, "For machines: full spectra");
    return options;
}

} // namespace

void declare_ink(CLI::App& program) {
    CLI::App* ink = program.add_subcommand("ink", "Pigments, spectra and swatches of an ink");
    const auto known = declare_options(*ink, "name", "Name of an ink; `healed presets` lists them");
    CLI::App* check =
        ink->add_subcommand("check", "Check an ink file or a measured spectrum of your own and show it");
    const auto own = declare_options(*check, "file", "JSON file of an ink, or CSV file of a spectrum");
    check->add_option("--path-mm", own->path_mm, "Of absorbances: through the cell")
        ->check(CLI::Range(0.001, 1000.0));
    check
        ->add_option("--concentration-g-per-l", own->concentration_g_per_l,
                     "Of absorbances: dry pigment in the dilution")
        ->check(CLI::Range(1e-6, 1e4));
    declare_ink_import(*ink);
    CLI::App* show_again = ink->add_subcommand("show", "The same as healed ink NAME");
    const auto named = declare_options(*show_again, "name", "Name of an ink");
    for (CLI::App* command : {check, show_again})
        command->get_option(command == check ? "file" : "name")->required();

    ink->footer("Examples:\n  healed ink smp-carbon\n  healed ink process-black-three --json\n"
                "  healed ink check my-ink.json\n  healed ink check measured.csv\n"
                "  healed ink import measured.csv --name my-ink");
    check->footer("Examples:\n  healed ink check my-ink.json\n  healed ink check my-ink.json --json");
    show_again->footer("Examples:\n  healed ink show smp-carbon");
    check->callback([own] { show(*own, by_file); });
    show_again->callback([named] { show(*named, by_name); });
    ink->callback([ink, known] {
        if (!ink->get_subcommands().empty())
            return;
        if (known->name.empty())
            throw CLI::RequiredError("name");
        show(*known, by_name);
    });
}

} // namespace healed::cli

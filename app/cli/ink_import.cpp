#include "ink_import.h"

#include "base/error.h"
#include "base/file.h"
#include "ink/library.h"
#include "ink/measured_ink.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {
namespace {

struct Options {
    std::string csv, name, title, output;
    double light_loss_per_100_sed = ink::unknown_light_loss_per_100_sed;
    double pigment_ng_per_dot = 0.0;
    double path_mm = 0.0, concentration_g_per_l = 0.0;
};

std::filesystem::path kept_at(const std::string& name) {
    const std::filesystem::path folder = data_folder() / "inks";
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        fail("{}: cannot be made: {}", folder.string(), problem.message());
    return folder / (name + ".json");
}

void run(const Options& options) {
    ink::Library library = ink::load_library(assets_folder());
    ink::OwnInk own{.name = options.name,
                    .title = options.title.empty() ? options.name : options.title,
                    .light_loss_per_100_sed = options.light_loss_per_100_sed,
                    .pigment_ng_per_dot = {},
                    .dilution = {}};
    if (options.pigment_ng_per_dot > 0.0)
        own.pigment_ng_per_dot = options.pigment_ng_per_dot;
    if (options.path_mm > 0.0 && options.concentration_g_per_l > 0.0)
        own.dilution = {options.path_mm, options.concentration_g_per_l};
    const std::string text = ink::ink_file_from_measurement(options.csv, own, library).dump(2) + "\n";
    const std::filesystem::path file =
        options.output.empty() ? kept_at(options.name) : std::filesystem::path(options.output);
    // One's own ink of that name is measured anew; one of the library is not to be hidden.
    if (std::filesystem::exists(file))
        library.drop(options.name);
    if (library.inks.contains(options.name) || library.pigments.contains(options.name))
        fail("--name: \"{}\" is an ink or pigment of the library already", options.name);
    write_file(file, text);
    const ink::Ink ink = ink::read_ink(file, library);
    fmt::print("{}: {:.3g} ng of pigment a dot{}\n", file.string(), ink.pigment_ng_per_dot,
               options.output.empty() ? fmt::format("; plans know it as \"{}\"", options.name) : "");
}

std::string refused_name(const std::string& name) {
    const bool plain =
        !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    return plain ? "" : "\"" + name + "\" is not made of lower-case letters, digits and hyphens";
}

} // namespace

void declare_ink_import(CLI::App& ink) {
    auto options = std::make_shared<Options>();
    CLI::App* command = ink.add_subcommand("import", "Make an ink of a spectrum that you measured");
    command
        ->add_option("file", options->csv,
                     "CSV with the columns wavelength_nm and absorption_m2_per_g or absorbance")
        ->required();
    command->add_option("--name", options->name, "What plans call it")
        ->required()
        ->check(CLI::Validator(refused_name, "NAME"));
    command->add_option("--title", options->title, "What people call it");
    command->add_option("-o,--output", options->output,
                        "File to write; else it is kept among your own inks, where plans find it");
    command
        ->add_option("--light-loss-per-100-sed", options->light_loss_per_100_sed,
                     "e-folds lost to 100 standard erythemal doses; 0 for carbon and oxides")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
    command
        ->add_option("--pigment-ng-per-dot", options->pigment_ng_per_dot,
                     "Dose; else as dark as smp-carbon on day 0")
        ->check(CLI::Range(0.001, 1000.0));
    command->add_option("--path-mm", options->path_mm, "Of absorbances: through the cell")
        ->check(CLI::Range(0.001, 1000.0));
    command
        ->add_option("--concentration-g-per-l", options->concentration_g_per_l,
                     "Of absorbances: dry pigment in the dilution")
        ->check(CLI::Range(1e-6, 1e4));
    command->footer("Examples:\n  healed ink import measured.csv --name my-ink\n"
                    "  healed ink import cell.csv --name my-ink --path-mm 10 --concentration-g-per-l 0.02");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

#include "commands.h"

#include "progress_bar.h"
#include "treated_head.h"

#include "base/file.h"
#include "portfolio/own_client.h"
#include "study/correction.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan;
    study::CorrectionRequest request;
    bool json = false;
};

void print_table(const study::CorrectionTable& table) {
    const auto lab = [](const color::Lab& of) {
        return fmt::format("{:.1f} {:.1f} {:.1f}", of.l, of.a, of.b);
    };
    fmt::print("After {:g} years the zone is {} (L* a* b*), wanted is {}, bare skin {}. A simulation, no "
               "promise.\n\n",
               table.request.start_years, lab(table.start.lab), lab(table.wanted), lab(table.bare));
    fmt::print("{:<20}{:>8}{:>8}{:>10}{:>10}{:>10}{:>10}  {}\n", "", "passes", "nm", "new dots", "months",
               "ΔE2000", "dot mm", "left over");
    for (const study::Correction& row : table.rows)
        fmt::print("{:<20}{:>8}{:>8}{:>10}{:>10.1f}{:>10.2f}{:>10.3f}  {}{}\n",
                   study::remedy_words[static_cast<std::size_t>(row.remedy)], row.passes,
                   row.passes > 0 ? fmt::format("{:.0f}", row.wavelength_nm) : "",
                   row.added_density > 0.0 ? fmt::format("{:.0f} %", 100.0 * row.added_density) : "",
                   row.months, row.residue, row.look.diameter_mm, row.dots_too_wide ? "wide dots " : "",
                   row.too_blue ? "blue" : "");
    fmt::print("\nlaser, pass by pass:");
    for (const study::LaserStep& step : table.laser)
        fmt::print("  {} → {:.1f}", step.passes, step.residue);
    const std::optional<int> clear = table.passes_to_clear();
    fmt::print("\n{}\n", clear ? fmt::format("After {} the zone is no longer told from bare skin.", *clear)
                               : "After all of them the zone is still told from bare skin.");
    fmt::print("\nΔE2000 of laser alone is against bare skin, of all others against the right treatment.\n");
}

void run(const Options& options) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    library.ink(options.request.wanted_ink);
    const study::Person person = portfolio::own_person(project);
    const gpu::Device device;
    std::optional<study::CorrectionTable> table;
    {
        ProgressBar bar("correction");
        const study::Skins skins = portfolio::own_skin(device, project, bar.part(0.0, 0.5));
        table =
            study::plan_correction(project.plan, library, skins, person, options.request, bar.part(0.5, 1.0));
    }
    if (!options.json)
        return print_table(*table);
    nlohmann::ordered_json json = study::to_json(*table);
    json["plan"] = project::plan_hash(project);
    json["simulation"] = true;
    fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_correct(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("correct", "Ways out of a bad start: laser, blending, new dots");
    command->add_option("plan", options->plan, "Project file of what was done")->required();
    command
        ->add_option("--start-years", options->request.start_years, "When the first step is taken, 0.2 … 30")
        ->check(CLI::Range(0.2, 30.0))
        ->capture_default_str();
    command->add_option("--between-passes-d", options->request.between_passes_d, "Days, 42 … 180")
        ->check(CLI::Range(42.0, 180.0))
        ->capture_default_str();
    command->add_option("--passes", options->request.most_passes, "At most so many, 1 … 10")
        ->check(CLI::Range(1, 10))
        ->capture_default_str();
    command->add_option("--ink", options->request.wanted_ink, "Of the new dots")->capture_default_str();
    command->add_option("--resting-depth-mm", options->request.wanted_depth_mm, "Of the new dots, 0.1 … 0.6")
        ->check(CLI::Range(0.1, 0.6))
        ->capture_default_str();
    command->add_flag("--json", options->json, "For machines");
    command->footer(
        "Each way is shown at its best: the fewest passes and the dots that leave the least colour "
        "difference.\nBlending sets pale dots beside the old ones, re-lining sets full ones.\n"
        "Examples:\n  healed correct too-deep.healed.json\n"
        "  healed correct too-deep.healed.json --passes 4 --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

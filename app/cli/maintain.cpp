#include "commands.h"

#include "progress_bar.h"
#include "shot_options.h"
#include "treated_head.h"

#include "base/file.h"
#include "portfolio/maintenance_plot.h"
#include "portfolio/own_client.h"
#include "portfolio/provenance.h"
#include "study/constants.h"
#include "study/maintenance.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan, plot;
    study::ToneBand band;
    bool json = false;
};

void print_course(const study::MaintenanceCourse& course) {
    fmt::print("{:>8}{:>14}{:>10}{:>12}{:>12}{:>12}\n", "year", "dots a cm²", "density", "tone before",
               "tone after", "between");
    for (const study::Renewal& renewal : course.renewals)
        fmt::print("{:>8.1f}{:>14.0f}{:>10.2f}{:>10.0f} %{:>10.0f} %{:>10.0f} %\n", renewal.at_years,
                   renewal.added_per_cm2, renewal.added_density, 100.0 * renewal.kept_before,
                   100.0 * renewal.kept_after, 100.0 * renewal.crowding.share_between);
}

std::string remark(const study::MaintenanceCourse& course, bool best) {
    if (!course.in_band)
        return "leaves the band";
    if (course.helmet_years)
        return fmt::format("a helmet from year {:.1f}", *course.helmet_years);
    return best ? "fewest dots" : "";
}

void print_table(const study::Maintenance& maintenance) {
    fmt::print(
        "Tone kept between {:.0f} and {:.0f} % of the healed contrast for {:g} years. A simulation of the "
        "median course, no promise.\n",
        100.0 * maintenance.band.low, 100.0 * maintenance.band.high, maintenance.band.years);
    fmt::print(
        "Helmet: above {:.0f} dots a cm² that show, or less than {:.0f} % of the skin between dots.\n\n",
        study::constant::helmet_dots.value, 100.0 * study::constant::helmet_between.value);
    fmt::print("{:>11}{:>9}{:>14}{:>10}{:>10}{:>12}{:>10}{:>11}\n", "gap, years", "visits", "dots a cm²",
               "lowest", "highest", "show at end", "of ever", "between");
    for (std::size_t i = 0; i < maintenance.courses.size(); ++i) {
        const study::MaintenanceCourse& course = maintenance.courses[i];
        fmt::print("{:>11g}{:>9}{:>13.0f}{:>8.0f} %{:>8.0f} %{:>12.0f}{:>10.0f}{:>9.0f} %  {}\n",
                   course.gap_years, course.renewals.size(), course.added_per_cm2, 100.0 * course.lowest_kept,
                   100.0 * course.highest_kept, course.at_end.dots_per_cm2, course.at_end.dots_ever_per_cm2,
                   100.0 * course.at_end.share_between, remark(course, maintenance.best == i));
    }
    fmt::print("{}\n", maintenance.best
                           ? ""
                           : "\nNo course keeps the tone within the band without a helmet; the nearest:\n");
    print_course(maintenance.courses[maintenance.nearest]);
}

void write_plot(const Options& options, const project::Project& project,
                const study::Maintenance& maintenance) {
    const std::string footnote = fmt::format(
        "Simulation: median course of this client, plan {}, healed {}. No medical advice, no promise.",
        project::plan_hash(project), HEALED_VERSION);
    write_picture(options.plot,
                  portfolio::plot_maintenance(maintenance, project.title + ": upkeep", footnote),
                  portfolio::picture_text(project, {.version = HEALED_VERSION,
                                                    .at = fmt::format("0 … {:g}y", maintenance.band.years),
                                                    .camera = "none: a chart",
                                                    .light = "daylight"}));
}

void run(const Options& options) {
    if (!options.plot.empty())
        require_picture_output(options.plot);
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const study::Person person = portfolio::own_person(project);
    const gpu::Device device;
    study::Maintenance maintenance;
    {
        ProgressBar bar("maintenance");
        const study::Skins skins = portfolio::own_skin(device, project, bar.part(0.0, 0.5));
        maintenance =
            study::plan_maintenance(project.plan, library, skins, person, options.band, bar.part(0.5, 1.0));
    }
    if (!options.plot.empty())
        write_plot(options, project, maintenance);
    if (!options.json)
        return print_table(maintenance);
    nlohmann::ordered_json json = study::to_json(maintenance);
    json["plan"] = project::plan_hash(project);
    json["simulation"] = true;
    fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_maintain(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("maintain", "When to touch up, and how little, to keep the tone for years");
    command->add_option("plan", options->plan, "Project file")->required();
    command->add_option("--low", options->band.low, "Least share of the healed contrast, 0.3 … 0.95")
        ->check(CLI::Range(0.3, 0.95))
        ->capture_default_str();
    command->add_option("--high", options->band.high, "Most, 1 … 2")
        ->check(CLI::Range(1.0, 2.0))
        ->capture_default_str();
    command->add_option("--years", options->band.years, "For how long, 1 … 40")
        ->check(CLI::Range(1.0, 40.0))
        ->capture_default_str();
    command->add_option("--plot", options->plot, "Draw tone, dots and skin between them: .png or .jpg");
    command->add_flag("--json", options->json, "For machines");
    command->footer(
        "Each touch-up is as small as lasts until the next; gaps of one to six years are tried. Dots "
        "that were set once stay:\ntoo many of them close the skin between them, and the scalp looks "
        "like a helmet.\n"
        "Examples:\n  healed maintain plan.healed.json\n"
        "  healed maintain plan.healed.json --low 0.85 --years 10 --json --plot upkeep.png");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

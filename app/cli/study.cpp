#include "commands.h"

#include "interrupt.h"
#include "people_options.h"
#include "progress_bar.h"
#include "shot_options.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/provenance.h"
#include "portfolio/study_plot.h"
#include "study/findings.h"
#include "study/skins.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    TreatmentOptions treatment;
    PeopleOptions people;
    std::uint64_t patients = 10'000;
    std::uint64_t seed = 1;
    std::string csv, plot;
    bool json = false;
};

void print_table(const study::Findings& found) {
    fmt::print("{} virtual clients. A simulation: uncalibrated but for figures of practice, no promise.\n\n",
               found.patients);
    fmt::print("satisfied after years ");
    for (std::size_t year = 1; year <= found.satisfied.size(); ++year)
        fmt::print("{:>6}", year);
    fmt::print("\n                      ");
    for (const double share : found.satisfied)
        fmt::print("{:>4.0f} %", 100.0 * share);
    fmt::print("\n\nyears to touch-up (90 % band of resampled cohorts)\n");
    const std::pair<const char*, const study::Banded*> figures[] = {
        {"mean", &found.mean}, {"5 %", &found.p5},   {"25 %", &found.p25},
        {"half", &found.p50},  {"75 %", &found.p75}, {"95 %", &found.p95}};
    for (const auto& [name, figure] : figures)
        fmt::print("  {:<6}{:>6.2f}   {:.2f} … {:.2f}\n", name, figure->value, figure->low, figure->high);
    fmt::print("\nwhy they come back    ");
    for (std::size_t i = 0; i < study::cause_count; ++i)
        fmt::print("{} {:.1f} %   ", study::cause_words[i], 100.0 * found.shares.failure[i]);
    if (found.shares.by_3y_by_uv_quartile) {
        fmt::print("\nback within 3 years   ");
        for (const double share : *found.shares.by_3y_by_uv_quartile)
            fmt::print("{:.0f} %   ", 100.0 * share);
        fmt::print("from the quarter with least sun to the one with most");
    }
    fmt::print("\nmedian by protection  ");
    const char* words[] = {"none", "occasional", "daily"};
    for (std::size_t i = 0; i < found.shares.median_by_protection.size(); ++i)
        if (found.shares.median_by_protection[i])
            fmt::print("{} {:.2f} y   ", words[i], *found.shares.median_by_protection[i]);
    fmt::print("\n");
}

void write_plot(const Options& options, const project::Project& project,
                const std::vector<study::Fate>& fates, const study::Findings& found) {
    const std::string footnote = fmt::format(
        "Simulation: {} virtual clients, seed {}, plan {}, healed {}. No medical advice, no promise.",
        fates.size(), options.seed, project::plan_hash(project), HEALED_VERSION);
    write_picture(
        options.plot, portfolio::plot_study(fates, found, project.title, footnote),
        portfolio::picture_text(
            project,
            {.version = HEALED_VERSION, .at = "0 … 15y", .camera = "none: a chart", .light = "daylight"}));
}

void run(const Options& options) {
    if (!options.csv.empty())
        require_writable(options.csv);
    if (!options.plot.empty())
        require_picture_output(options.plot);
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = project_of(options.treatment, library);
    const study::SetForAll set = set_for_all(options.people);

    std::vector<study::Fate> fates;
    {
        const gpu::Device device;
        ProgressBar bar("study");
        const study::Judge judge(project.plan, library,
                                 study::inked_skins(device, assets_folder(), study::types_of(set),
                                                    transport::BakeQuality::Draft, bar.part(0.0, 0.7)));
        fates = study::run_cohort(judge, set, options.patients, options.seed, bar.part(0.7, 1.0));
        throw_if_interrupted();
    }
    const study::Findings found = study::findings_of(fates, options.seed);
    if (!options.csv.empty())
        write_file(options.csv, study::to_csv(fates));
    if (!options.plot.empty())
        write_plot(options, project, fates, found);
    if (!options.json)
        return print_table(found);
    nlohmann::ordered_json json = study::to_json(found);
    json["plan"] = project::plan_hash(project);
    json["seed"] = options.seed;
    json["simulation"] = true;
    fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_study(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("study", "What becomes of a treatment in many different clients");
    add_treatment_options(*command, options->treatment);
    command->add_option("--patients", options->patients, "Virtual clients, 1 … 1000000")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Another seed, other people")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{9007199254740991}))
        ->capture_default_str();
    command->add_option("--csv", options->csv, "Write one line a client to this file");
    command->add_option("--plot", options->plot, "Draw a page of charts: .png or .jpg");
    command->add_flag("--json", options->json, "For machines");
    add_people_options(*command, options->people);
    command->footer("Clients differ in immunity, age, oil, sun, protection, skin, and in how the hand met "
                    "them. A client comes back when\nthe zone has lost too much of its healed contrast, when "
                    "its colour casts, when dots are wide, or when deep ink looks blue.\nThe first run looks "
                    "through six skins, which takes minutes in software; later runs take seconds.\n"
                    "Examples:\n  healed study\n  healed study plan.healed.json --patients 20000 --seed 7 "
                    "--json\n  healed study --ink process-black-three --protection none --latitude-deg 28\n"
                    "  healed study --needle-setting-mm 3 --csv clients.csv --plot study.png");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

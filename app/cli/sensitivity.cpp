#include "commands.h"

#include "people_options.h"
#include "progress_bar.h"
#include "shot_options.h"

#include "base/file.h"
#include "portfolio/provenance.h"
#include "portfolio/sensitivity_plot.h"
#include "study/sensitivity.h"
#include "study/skins.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    TreatmentOptions treatment;
    PeopleOptions people;
    std::uint64_t patients = 2'000;
    std::uint64_t seed = 1;
    std::string plot;
    bool json = false;
};

nlohmann::ordered_json json_of(const study::LoadBearing& figures) {
    return {{"satisfied_at_3_years", figures.satisfied_at_3y},
            {"p25_years", figures.p25},
            {"p50_years", figures.median},
            {"p75_years", figures.p75},
            {"mean_years", figures.mean},
            {"share_between_3_and_7_years", figures.three_to_seven},
            {"uv_ratio", figures.uv_ratio},
            {"protection_ratio", figures.protection_ratio}};
}

nlohmann::ordered_json json_of(const study::SensitivityTable& table) {
    nlohmann::ordered_json json{{"as_is", json_of(table.as_is)}, {"constants", Json::array()}};
    for (const study::Sensitivity& row : table.rows)
        json["constants"].push_back({{"name", row.constant->name},
                                     {"unit", row.constant->unit},
                                     {"evidence", to_string(row.constant->evidence)},
                                     {"value", row.constant->value},
                                     {"low", row.constant->low},
                                     {"high", row.constant->high},
                                     {"at_low", json_of(row.at_low)},
                                     {"at_high", json_of(row.at_high)}});
    return json;
}

void print_table(const study::SensitivityTable& table) {
    const study::LoadBearing& as_is = table.as_is;
    fmt::print(
        "as it is: {:.1f} % content at 3 years, median {:.2f} y, mean {:.2f} y, {:.0f} % back between 3 and "
        "7 years\n\n{:<36}{:>18}{:>18}{:>18}{:>14}{:>14}\n",
        100.0 * as_is.satisfied_at_3y, as_is.median, as_is.mean, 100.0 * as_is.three_to_seven,
        "each at the ends of its range", "range", "content at 3 y, %", "median, y", "sun ratio",
        "protection");
    for (const study::Sensitivity& row : table.rows)
        fmt::print("{:<36}{:>18}{:>18}{:>18}{:>14}{:>14}\n", row.constant->name,
                   fmt::format("{:g} … {:g}", row.constant->low, row.constant->high),
                   fmt::format("{:.1f} … {:.1f}", 100.0 * row.at_low.satisfied_at_3y,
                               100.0 * row.at_high.satisfied_at_3y),
                   fmt::format("{:.2f} … {:.2f}", row.at_low.median, row.at_high.median),
                   fmt::format("{:.1f} … {:.1f}", row.at_low.uv_ratio, row.at_high.uv_ratio),
                   fmt::format("{:.2f} … {:.2f}", row.at_low.protection_ratio, row.at_high.protection_ratio));
}

void run(const Options& options) {
    if (!options.plot.empty())
        require_picture_output(options.plot);
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = project_of(options.treatment, library);
    const study::SetForAll set = set_for_all(options.people);
    study::SensitivityTable table;
    {
        const gpu::Device device;
        ProgressBar bar("sensitivity");
        const study::Skins skins = study::inked_skins(device, assets_folder(), study::types_of(set),
                                                      transport::BakeQuality::Draft, bar.part(0.0, 0.3));
        table = study::sensitivities(project.plan, library, skins, set, options.patients, options.seed,
                                     bar.part(0.3, 1.0));
    }
    if (!options.plot.empty()) {
        const std::string footnote =
            fmt::format("Simulation: {} virtual clients, seed {}, plan {}, healed {}.", options.patients,
                        options.seed, project::plan_hash(project), HEALED_VERSION);
        write_picture(
            options.plot, portfolio::plot_sensitivity(table, footnote),
            portfolio::picture_text(
                project,
                {.version = HEALED_VERSION, .at = "3y", .camera = "none: a chart", .light = "daylight"}));
    }
    if (!options.json)
        return print_table(table);
    nlohmann::ordered_json json = json_of(table);
    json["patients"] = options.patients;
    json["seed"] = options.seed;
    json["plan"] = project::plan_hash(project);
    json["simulation"] = true;
    fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_sensitivity(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("sensitivity", "How a study's figures hang on each constant of the model");
    add_treatment_options(*command, options->treatment);
    command->add_option("--patients", options->patients, "Virtual clients, 100 … 100000")
        ->check(CLI::Range(std::uint64_t{100}, std::uint64_t{100'000}))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Another seed, other people")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{9007199254740991}))
        ->capture_default_str();
    command->add_option("--plot", options->plot, "Draw the widest swings: .png or .jpg");
    command->add_flag("--json", options->json, "For machines");
    add_people_options(*command, options->people);
    command->footer(
        "Every constant of clearance, light, healing, size, people and judgement is put to both ends "
        "of its stated range, one at a\ntime, for the same people.\n"
        "Examples:\n  healed sensitivity\n  healed sensitivity --patients 5000 --plot tornado.png");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

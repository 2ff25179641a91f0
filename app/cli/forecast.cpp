#include "commands.h"

#include "interrupt.h"
#include "moments_option.h"
#include "progress_bar.h"
#include "shot_options.h"
#include "treated_head.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/own_client.h"
#include "portfolio/provenance.h"
#include "portfolio/sheet.h"
#include "portfolio/sitting.h"
#include "study/forecast.h"
#include "study/skins.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan, output;
    std::string at = "healed,3y,5y,7y";
    std::uint64_t draws = 400;
    std::uint64_t seed = 1;
    ShotOptions shot{.camera = "crown", .light = "studio", .size = "480x480", .supersamples = 2};
    bool json = false;
};

portfolio::Sheet sheet_of(const project::Project& project, const study::Forecast& forecast,
                          const std::vector<project::Moment>& moments, const Options& options,
                          const portfolio::Shot& shot, portfolio::Sitting& sitting,
                          const Progress& progress) {
    portfolio::Sheet sheet{
        .title = project.title,
        .subtitle = fmt::format("One plan, three of {} possible futures of this client", forecast.draws),
        .columns = {"10 %: fades fast", "50 %: as most", "90 %: lasts"}};
    for (const project::Moment& moment : moments)
        sheet.rows.push_back({.label = moment.label, .detail = {}, .cells = {}});
    double done = 0.0;
    for (const study::Future& future : forecast.futures) {
        const portfolio::Treated treated = sitting.treat(portfolio::lived_by(project, future.person));
        for (std::size_t i = 0; i < moments.size(); ++i) {
            sheet.rows[i].cells.push_back(
                {.picture = sitting.take(treated, moments[i].years, shot).display, .macro = {}});
            throw_if_interrupted();
            progress(done += 1.0 / static_cast<double>(3 * moments.size()));
        }
    }
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const study::Tenths& kept = forecast.times[i].kept_contrast;
        sheet.rows[i].detail = fmt::format("contrast kept {:.0f} %, {:.0f} %, {:.0f} %", 100.0 * kept.p10,
                                           100.0 * kept.p50, 100.0 * kept.p90);
    }
    sheet.legend = fmt::format("Simulation. Plan {}, seed {}, healed {}. Light: {}. Columns: futures at the "
                               "10, 50 and 90 % quantiles of contrast {} after the last session.",
                               project::plan_hash(project), options.seed, HEALED_VERSION, shot.rig,
                               moments.back().label);
    return sheet;
}

void print_table(const study::Forecast& forecast, const std::vector<project::Moment>& moments) {
    fmt::print("{} possible futures of this client. A simulation, no promise.\n\n{:<14}{:>22}{:>24}{:>26}\n",
               forecast.draws, "", "contrast kept, %", "dot, mm", "cast of dots, ΔE2000");
    fmt::print("{:<14}", "");
    for (int i = 0; i < 3; ++i)
        fmt::print("{:>8}{:>8}{:>8}", "10 %", "50 %", "90 %");
    fmt::print("\n");
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const study::ForecastAt& at = forecast.times[i];
        fmt::print("{:<14}{:>8.0f}{:>8.0f}{:>8.0f}{:>8.3f}{:>8.3f}{:>8.3f}{:>8.1f}{:>8.1f}{:>8.1f}\n",
                   moments[i].label, 100.0 * at.kept_contrast.p10, 100.0 * at.kept_contrast.p50,
                   100.0 * at.kept_contrast.p90, at.diameter_mm.p10, at.diameter_mm.p50, at.diameter_mm.p90,
                   at.dot_cast.p10, at.dot_cast.p50, at.dot_cast.p90);
    }
    fmt::print("\ntouch-up after {:.1f} … {:.1f} … {:.1f} years (10, 50, 90 %)\n",
               forecast.touch_up_years.p10, forecast.touch_up_years.p50, forecast.touch_up_years.p90);
}

void run(const Options& options) {
    if (!options.output.empty())
        require_picture_output(options.output);
    const std::vector<project::Moment> moments = project::parse_moments(options.at);
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const portfolio::Shot shot = shot_of(options.shot, project.bookmarks);
    std::vector<double> years;
    for (const project::Moment& moment : moments)
        years.push_back(moment.years);

    const gpu::Device device;
    std::optional<study::Forecast> forecast;
    {
        ProgressBar bar("forecast");
        study::Skins skins;
        skins[static_cast<std::size_t>(project.client.fitzpatrick - 1)] = study::inked_skin(
            device, assets_folder(), project.skin, transport::BakeQuality::Draft, bar.part(0.0, 0.3));
        const study::Judge judge(project.plan, library, skins);
        const bool pictures = !options.output.empty();
        forecast = study::forecast(judge, project.client, years, options.draws, options.seed,
                                   bar.part(0.3, pictures ? 0.4 : 1.0));
        throw_if_interrupted();
        if (pictures) {
            portfolio::Sitting sitting(device, project, bar.part(0.4, 0.6));
            const portfolio::Sheet sheet =
                sheet_of(project, *forecast, moments, options, shot, sitting, bar.part(0.6, 1.0));
            write_picture(
                options.output, portfolio::compose(sheet),
                portfolio::picture_text(
                    project,
                    {.version = HEALED_VERSION, .at = options.at, .camera = shot.camera, .light = shot.rig}));
        }
    }
    if (!options.json)
        return print_table(*forecast, moments);
    nlohmann::ordered_json json = study::to_json(*forecast);
    for (std::size_t i = 0; i < moments.size(); ++i)
        json["times"][i]["at"] = moments[i].words;
    json["plan"] = project::plan_hash(project);
    json["seed"] = options.seed;
    json["simulation"] = true;
    fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_forecast(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("forecast", "The years ahead of one client, with 10, 50 and 90 % bands");
    command->add_option("plan", options->plan, "Project file")->required();
    add_moments_option(*command, options->at, "Times: day0, healed, 7d, 4w, 6.5y, with commas between");
    command->add_option("--draws", options->draws, "Possible futures, 10 … 100000")
        ->check(CLI::Range(std::uint64_t{10}, std::uint64_t{100'000}))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Another seed, other futures")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{9007199254740991}))
        ->capture_default_str();
    add_shot_options(*command, options->shot);
    command->add_option("-o,--output", options->output,
                        "Sheet of pictures: three futures side by side, .png or .jpg");
    command->add_flag("--json", options->json, "For machines");
    command->footer(
        "What nobody can know beforehand is drawn: immunity, how much sun such a life brings, and "
        "how the hand went.\nForecasts of one seed share their futures, so two plans differ only "
        "by what differs in them.\n"
        "Examples:\n  healed forecast plan.healed.json\n"
        "  healed forecast plan.healed.json --at healed,5y --json -o futures.png");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

#include "commands.h"

#include "moments_option.h"
#include "skin_dot_tables.h"
#include "swatch.h"
#include "zone_report.h"

#include "aging/summary.h"
#include "base/file.h"
#include "ink/mixture.h"
#include "treatment/region.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan;
    std::string at = "day0,healed,3y,5y,7y";
    ZoneChoice choice;
    bool json = false;
};

using Ordered = nlohmann::ordered_json;

/// The pigments of an ink in the proportion that is left.
struct Remainder {
    double share = 0.0; ///< of all delivered pigment mass, 0 … 1
    double colour_cast; ///< of its absorption: 0 is a neutral grey
    Swatch swatch;      ///< on white, half of 550 nm light coming back
};

std::optional<Remainder> remainder_of(const aging::Summary& summary, const ink::Library& library) {
    double left = 0.0, all = 0.0;
    std::vector<ink::Component> components;
    for (const auto& [pigment, delivered] : summary.delivered_ng) {
        const double mass = summary.ink_left.at(pigment) * delivered;
        components.push_back({pigment, mass});
        left += mass;
        all += delivered;
    }
    if (left <= 0.0)
        return std::nullopt;
    for (ink::Component& component : components)
        component.mass_fraction /= left;
    constexpr double half = 0.5;
    const color::Spectrum absorption = ink::absorption_m2_per_g(library, components);
    return Remainder{left / all, ink::colour_cast(absorption), swatch(assets_folder(), absorption, half)};
}

Ordered moment_json(const project::Moment& moment, const aging::Summary& summary,
                    const std::optional<Remainder>& remainder) {
    Ordered json{{"at", moment.words},
                 {"at_years", moment.years},
                 {"years", moment.years},
                 {"dots", summary.dots},
                 {"ink_left", summary.ink_left},
                 {"ferric_ng", summary.ferric_ng},
                 {"darkened_ng", summary.darkened_ng},
                 {"mean_depth_mm", summary.mean_depth_mm},
                 {"mean_diameter_mm", summary.mean_diameter_mm}};
    if (!remainder)
        return json;
    json["pigment_left"] = remainder->share;
    json["cast"] = {
        {"colour_cast", remainder->colour_cast},
        {"lab_on_white", {remainder->swatch.lab.l, remainder->swatch.lab.a, remainder->swatch.lab.b}},
        {"srgb_on_white", remainder->swatch.srgb}};
    return json;
}

std::string percent(const Json& share) {
    return share.is_null() ? "-" : fmt::format("{:.0f} %", 100.0 * share.get<double>());
}

void print_line(const project::Moment& moment, const aging::Summary& summary,
                const std::optional<Remainder>& remainder, const Ordered& colour) {
    const auto lab = colour["zone_lab"].get<std::array<double, 3>>();
    fmt::print("{:<12}{:>8}{:>10.0f} %{:>10.2f}{:>10.3f}   {:>5.1f}{:>6.1f}{:>6.1f}{:>7.1f}{:>9}{:>10}",
               moment.label, summary.dots, remainder ? remainder->share * 100.0 : 0.0, summary.mean_depth_mm,
               summary.mean_diameter_mm, lab[0], lab[1], lab[2], colour["cast_delta_e_2000"].get<double>(),
               percent(colour["optical_share"]), percent(colour["chemical_share"]));
    for (const auto& [pigment, share] : summary.ink_left)
        fmt::print("  {} {:.0f} %", pigment, share * 100.0);
    fmt::print("\n");
}

void run(const Options& options) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const std::vector<project::Moment> moments = project::parse_moments(options.at);
    const TreatedHead treated = treat_head(project, library);
    const study::CoreZone zone = chosen_zone(treated, options.choice);
    const transport::DotTables tables = skin_dot_tables(project);
    portfolio::Work work(project, library, treated.head, treated.treatment, tables);
    work.core = zone;
    Ordered json{{"plan", project::plan_hash(project)},
                 {"simulation", true},
                 {"zone", {{"dots", zone.dots.size()}, {"area_mm2", zone.area_mm2}}},
                 {"times", Json::array()}};
    if (!options.json)
        fmt::print("{:<12}{:>8}{:>12}{:>10}{:>10}   {:>17}{:>7}{:>9}{:>10}  ink left\n", "", "dots",
                   "ink left", "depth mm", "dot mm", "zone L* a* b*", "cast", "by depth", "by ink");
    for (const project::Moment& moment : moments) {
        const aging::Summary summary = aging::summarize(treated.treatment.dots, work.course, moment.years);
        const std::optional<Remainder> remainder = remainder_of(summary, library);
        const Ordered colour = colour_json(work, moment.years);
        Ordered entry = moment_json(moment, summary, remainder);
        entry.update(colour);
        if (options.json)
            json["times"].push_back(entry);
        else
            print_line(moment, summary, remainder, colour);
    }
    if (options.json)
        fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_age(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("age", "The state of a plan's ink and the colour of its zone at times");
    command->add_option("plan", options->plan, "Project file")->required();
    add_moments_option(*command, options->at, "Times: day0, healed, 7d, 4w, 6.5y, with commas between");
    auto* region =
        command->add_option("--region", options->choice.region, "Judge the colour of one region alone")
            ->check(CLI::IsMember({"front", "mid-scalp", "crown", "sides", "back"}));
    command
        ->add_option("--dot", options->choice.dot, "Judge the colour of one dot alone, by its number from 0")
        ->excludes(region);
    command->add_flag("--json", options->json, "For machines");
    command->footer("Ink left is by mass, what the crust holds included. The colour is that of the zone's "
                    "core from afar, in\n"
                    "daylight, without hair. The cast is CIEDE2000 against the same dots with as much carbon "
                    "as comes to the same\n"
                    "L*. The shares divide what has changed in a* and b* since each dot's day 30, beyond "
                    "what fading alone does,\n"
                    "between depth (optical) and ink (chemical); they add up to 1, and are missing where "
                    "nothing has changed.\n"
                    "Examples:\n  healed age plan.healed.json\n"
                    "  healed age plan.healed.json --at healed,1y,2y,10y --json\n"
                    "  healed age plan.healed.json --region crown --at 5y --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

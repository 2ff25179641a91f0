#include "commands.h"

#include "moments_option.h"
#include "swatch.h"
#include "treated_head.h"

#include "aging/summary.h"
#include "base/file.h"
#include "base/json.h"
#include "ink/mixture.h"
#include "treatment/visits.h"

#include <fmt/format.h>
#include <memory>
#include <optional>

namespace healed::cli {

namespace {

struct Options {
    std::string plan;
    std::string at = "day0,healed,3y,5y,7y";
    bool json = false;
};

using Shares = std::map<std::string, double>;

/// Pigment that all sessions deliver, ng, by name.
Shares delivered_ng(const project::Project& project, const ink::Library& library,
                    const std::vector<treatment::Dot>& dots) {
    Shares delivered;
    const std::vector<treatment::Visit> visits = treatment::visits(project.plan);
    for (const treatment::Dot& dot : dots) {
        const ink::Ink& ink = library.ink(visits[dot.session].session.ink);
        for (std::size_t i = 0; i < ink.components.size(); ++i)
            delivered[ink.components[i].pigment] += static_cast<double>(dot.mass_ng[i]);
    }
    return delivered;
}

/// The pigments of an ink in the proportion that is left.
struct Remainder {
    double share = 0.0; ///< of all delivered pigment mass, 0 … 1
    double colour_cast; ///< of its absorption: 0 is a neutral grey
    Swatch swatch;      ///< on white, half of 550 nm light coming back
};

std::optional<Remainder> remainder_of(const aging::Summary& summary, const Shares& delivered,
                                      const ink::Library& library) {
    double left = 0.0, all = 0.0;
    std::vector<ink::Component> components;
    for (const auto& [pigment, share] : summary.ink_left) {
        const double mass = share * delivered.at(pigment);
        components.push_back({pigment, mass});
        left += mass;
        all += delivered.at(pigment);
    }
    if (left <= 0.0)
        return std::nullopt;
    for (ink::Component& component : components)
        component.mass_fraction /= left;
    constexpr double half = 0.5;
    const color::Spectrum absorption = ink::absorption_m2_per_g(library, components);
    return Remainder{left / all, ink::colour_cast(absorption), swatch(assets_folder(), absorption, half)};
}

Json moment_json(const project::Moment& moment, const aging::Summary& summary,
                 const std::optional<Remainder>& remainder) {
    Json json{{"at", moment.words},
              {"years", moment.years},
              {"dots", summary.dots},
              {"ink_left", summary.ink_left},
              {"ferric_ng", summary.ferric_ng},
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

void print_line(const project::Moment& moment, const aging::Summary& summary,
                const std::optional<Remainder>& remainder) {
    fmt::print("{:<12}{:>8}{:>10.0f} %{:>10.2f}{:>10.3f}", moment.label, summary.dots,
               remainder ? remainder->share * 100.0 : 0.0, summary.mean_depth_mm, summary.mean_diameter_mm);
    if (remainder)
        fmt::print("{:>8.2f}  {}", remainder->colour_cast, remainder->swatch.srgb);
    for (const auto& [pigment, share] : summary.ink_left)
        fmt::print("  {} {:.0f} %", pigment, share * 100.0);
    fmt::print("\n");
}

void run(const Options& options) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const std::vector<treatment::Dot> dots = treat_head(project, library).treatment.dots;
    const aging::Course course = aging::course(project.plan, library, project.client);
    const Shares delivered = delivered_ng(project, library, dots);
    nlohmann::ordered_json json{
        {"plan", project::plan_hash(project)}, {"simulation", true}, {"times", Json::array()}};
    if (!options.json)
        fmt::print("{:<12}{:>8}{:>12}{:>10}{:>10}{:>8}  ink alone\n", "", "dots", "ink left", "depth mm",
                   "dot mm", "cast");
    for (const project::Moment& moment : project::parse_moments(options.at)) {
        const aging::Summary summary = aging::summarize(dots, course, moment.years);
        const std::optional<Remainder> remainder = remainder_of(summary, delivered, library);
        if (options.json)
            json["times"].push_back(nlohmann::ordered_json(moment_json(moment, summary, remainder)));
        else
            print_line(moment, summary, remainder);
    }
    if (options.json)
        fmt::print("{}\n", json.dump(2));
}

} // namespace

void declare_age(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("age", "The state of a plan's ink at times");
    command->add_option("plan", options->plan, "Project file")->required();
    add_moments_option(*command, options->at, "Times: day0, healed, 7d, 4w, 6.5y, with commas between");
    command->add_flag("--json", options->json, "For machines");
    command->footer("Ink left is by mass, what the crust holds included; the cast is of the ink that is "
                    "left, by itself.\n"
                    "Examples:\n  healed age plan.healed.json\n"
                    "  healed age plan.healed.json --at healed,1y,2y,10y --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

#include "commands.h"

#include "moments_option.h"
#include "skin_dot_tables.h"
#include "treated_head.h"

#include "base/file.h"
#include "color/lab.h"
#include "portfolio/work.h"
#include "project/moment.h"
#include "treatment/chart_dots.h"
#include "treatment/measure.h"
#include "treatment/region.h"

#include <cmath>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

using Ordered = nlohmann::ordered_json;

struct Options {
    std::string plan;
    std::string at = "healed";
    double dots_per_minute = 60.0;
    double hours_per_session = 4.0;
    bool json = false;
};

Json maybe(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Ordered zones_json(const TreatedHead& treated, const treatment::Plan& plan) {
    const treatment::ScalpFrame frame(treated.head);
    const treatment::ChartField skin = treated_skin(densities(frame, plan));
    Ordered zones = Ordered::object();
    for (std::size_t i = 0; i < treatment::region_count; ++i) {
        const auto region = static_cast<treatment::Region>(i);
        const treatment::ChartField here(treatment::field_side, [&](glm::vec2 chart) {
            return skin.at(chart) >= 0.5f && region_at(frame, chart) == region ? 1.0f : 0.0f;
        });
        const double area = integral(frame, here);
        if (area <= 0.0)
            continue;
        const treatment::Spacing apart = spacing(frame, here, treated.treatment.dots);
        zones[std::string(to_string(region))] = {{"treated_cm2", area},
                                                 {"dots_per_cm2", apart.per_cm2},
                                                 {"nearest_neighbour_mm", apart.mean_mm},
                                                 {"nearest_neighbour_cv", apart.cv},
                                                 {"clark_evans", apart.clark_evans}};
    }
    return zones;
}

/// Work at the rate asked for: what the plan's own sessions take, and how many would be needed.
Ordered work_json(const treatment::Measures& figures, const Options& options) {
    Ordered sessions = Ordered::array();
    for (const std::size_t dots : figures.dots_by_session)
        sessions.push_back(
            {{"dots", dots}, {"hours", static_cast<double>(dots) / options.dots_per_minute / 60.0}});
    const double hours = static_cast<double>(figures.dots) / options.dots_per_minute / 60.0;
    return {{"dots_per_minute", options.dots_per_minute},
            {"hours", hours},
            {"sessions_needed", std::ceil(hours / options.hours_per_session)},
            {"sessions", sessions}};
}

Ordered geometry_json(const study::Geometry& g) {
    return {{"mean_diameter_mm", g.mean_diameter_mm},
            {"diameter_spread", g.diameter_spread},
            {"dots_per_cm2", g.dots_per_cm2},
            {"nearest_neighbour_mm", g.nearest_neighbour_mm},
            {"nearest_neighbour_cv", g.nearest_neighbour_cv},
            {"clark_evans", g.clark_evans},
            {"order", g.order},
            {"coverage", g.coverage},
            {"skin_between_dots", g.skin_between_dots},
            {"streak_mm", g.streak_mm},
            {"angle_to_growth_deg", g.angle_to_growth_deg},
            {"bare_ring_cm2", g.bare_ring_cm2},
            {"hairline_height_mm", maybe(g.hairline_height_mm)},
            {"hairline_straightness_per_mm", maybe(g.hairline_straightness)},
            {"hairline_rise_mm", g.front ? Json(g.front->rise_mm) : Json(nullptr)},
            {"temple_recession_mm", g.front ? Json(g.front->temple_recession_mm) : Json(nullptr)}};
}

Ordered tone_json(const portfolio::Work& work, double years) {
    const color::Lab zone = work.zone_lab(years), bare = work.bare_lab(), hair = work.hair_lab();
    return {{"contrast_delta_e_2000", color::delta_e_2000(zone, bare)},
            {"contrast_to_hair_delta_e_2000", color::delta_e_2000(zone, hair)},
            {"lightness", {{"zone", zone.l}, {"bare", bare.l}, {"hair", hair.l}}}};
}

Ordered chart_json(const TreatedHead& treated, const treatment::Plan& plan) {
    Ordered squares = Ordered::array();
    const treatment::ScalpFrame frame(treated.head);
    const glm::vec2 middle = chart_middle_mm(frame, plan);
    for (const treatment::ChartSquare& square : chart_squares(plan)) {
        const treatment::Session& session = plan.sessions[square.session];
        squares.push_back({{"ink", session.ink},
                           {"shade", session.shade},
                           {"footprint_mm", square.footprint_mm},
                           {"resting_depth_mm", square.depth_mm},
                           {"forward_mm", middle.y + square.middle_mm.y},
                           {"left_mm", middle.x + square.middle_mm.x}});
    }
    return squares;
}

Ordered measured(const project::Project& project, const ink::Library& library, const TreatedHead& treated,
                 const Options& options) {
    const treatment::Measures figures = measure(treated.head, project.plan, treated.treatment);
    Ordered json{{"plan", project::plan_hash(project)},
                 {"simulation", true},
                 {"dots", figures.dots},
                 {"hairs", figures.hairs},
                 {"work", work_json(figures, options)}};
    if (project.plan.test_chart) {
        json["test_chart"] = chart_json(treated, project.plan);
        return json;
    }
    json["treated_cm2"] = figures.treated_cm2;
    json["zones"] = zones_json(treated, project.plan);
    json["times"] = Ordered::array();
    const transport::DotTables tables = skin_dot_tables(project);
    const portfolio::Work work(project, library, treated.head, treated.treatment, tables);
    for (const project::Moment& moment : project::parse_moments(options.at)) {
        Ordered entry{{"at", moment.words}};
        entry.update(geometry_json(work.geometry(moment.years)));
        if (!work.core.dots.empty())
            entry.update(tone_json(work, moment.years));
        json["times"].push_back(entry);
    }
    return json;
}

/// One figure a line, by its path.
void print_flat(const Ordered& json) {
    for (const auto& [path, value] : json.flatten().items())
        fmt::print("{:<44} {}\n", path.substr(1),
                   value.is_number_float() ? fmt::format("{:.4g}", value.get<double>()) : value.dump());
}

void run(const Options& options) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const Ordered json = measured(project, library, treat_head(project, library), options);
    options.json ? fmt::print("{}\n", json.dump(2)) : print_flat(json);
}

} // namespace

void declare_measure(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand(
        "measure", "Density, spacing, coverage, hairline, contrast and hours of a plan");
    command->add_option("plan", options->plan, "Project file")->required();
    add_moments_option(*command, options->at, "Times: day0, healed, 3y, with commas between");
    command->add_option("--dots-per-minute", options->dots_per_minute, "Rate of the hand")
        ->check(CLI::Range(1.0, 1000.0))
        ->capture_default_str();
    command->add_option("--hours-per-session", options->hours_per_session, "Of work in one sitting")
        ->check(CLI::Range(0.25, 24.0))
        ->capture_default_str();
    command->add_flag("--json", options->json, "For machines");
    command->footer("For a test chart: what lies in which square.\n"
                    "Examples:\n  healed measure plan.healed.json\n"
                    "  healed measure plan.healed.json --at day0,healed,5y --dots-per-minute 90 --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

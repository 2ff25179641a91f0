#include "commands.h"

#include "moments_option.h"
#include "skin_dot_tables.h"
#include "treated_head.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/work.h"
#include "project/moment.h"
#include "study/lint.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan;
    bool json = false;
};

nlohmann::ordered_json as_json(const study::Finding& finding) {
    return {{"name", finding.name},          {"words", finding.words},
            {"value", finding.value},        {"limit", finding.limit},
            {"unit", finding.rule.unit},     {"evidence", to_string(finding.rule.evidence)},
            {"because", finding.rule.source}};
}

void run(const Options& options) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const TreatedHead treated = treat_head(project, library);
    const double years = project::parse_moment("healed").years;
    const transport::DotTables tables = skin_dot_tables(project);
    const portfolio::Work work(project, library, treated.head, treated.treatment, tables);
    std::optional<study::Tone> tone;
    if (!work.core.dots.empty())
        tone = {work.zone_lab(years).l, work.bare_lab().l, work.hair_lab().l};
    const std::vector<study::Finding> findings =
        study::lint(project.plan, project.client.age_years, work.geometry(years), tone);
    if (options.json) {
        nlohmann::ordered_json json{{"plan", project::plan_hash(project)},
                                    {"age_years", project.client.age_years},
                                    {"findings", Json::array()}};
        for (const study::Finding& finding : findings)
            json["findings"].push_back(as_json(finding));
        fmt::print("{}\n", json.dump(2));
    } else {
        for (const study::Finding& finding : findings)
            fmt::print("{}: {}: {:.3g} {} where {:.3g} is the limit ({}: {})\n", finding.name, finding.words,
                       finding.value, finding.rule.unit, finding.limit, to_string(finding.rule.evidence),
                       finding.rule.source);
        if (findings.empty())
            fmt::print("nothing found\n");
    }
    if (!findings.empty())
        fail("{}: {} found", options.plan, findings.size());
}

} // namespace

void declare_lint(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("lint", "What practice would warn of in a plan");
    command->add_option("plan", options->plan, "Project file")->required();
    command->add_flag("--json", options->json, "For machines");
    command->footer(
        "Looks for: too-low, too-straight, too-sharp, grid-like, too-dense, too-dark, wrong-angle, "
        "no-room; each as the plan\nwill have healed, for the client's age, skin and hair. Exit "
        "status: 0 nothing found, 1 something found, 2 wrong usage.\n"
        "Examples:\n  healed lint plan.healed.json\n  healed lint plan.healed.json --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

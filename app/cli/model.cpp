#include "commands.h"

#include "aging/constants.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "head/anthropometry.h"
#include "ink/library.h"
#include "ink/pigment_figures.h"
#include "skin/constants.h"
#include "study/constants.h"
#include "study/healing_optics.h"
#include "study/lint.h"
#include "transport/fit_constants.h"
#include "treatment/mark.h"
#include "treatment/needle.h"
#include "treatment/scalp_constants.h"
#include "treatment/strain.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string filter;
    std::string evidence;
    bool json = false;
};

using Figure = ink::PigmentFigure;

void add(std::vector<Figure>& all, const Constant& constant) {
    all.push_back({std::string(constant.name), constant.value, std::string(constant.unit), constant.low,
                   constant.high, constant.evidence, std::string(constant.source)});
}

/// Every floor's, from the head up.
std::vector<Figure> all_figures() {
    std::vector<Figure> all;
    for (const std::span<const Constant> floor :
         {head::constants(), treatment::scalp_constants(), treatment::needle_constants(),
          treatment::strain_constants(), treatment::mark_constants(), skin::constants(),
          transport::fit_constants(), aging::constants(), study::healing_constants(),
          study::lint_constants()})
        for (const Constant& constant : floor)
            add(all, constant);
    for (const Constant* constant : study::constants())
        add(all, *constant);
    for (const auto& [name, pigment] : ink::load_library(assets_folder()).pigments)
        for (Figure& figure : ink::figures(pigment))
            all.push_back(std::move(figure));
    return all;
}

bool holds(const Figure& figure, const Options& options) {
    return figure.name.find(options.filter) != std::string::npos &&
           (options.evidence.empty() || to_string(figure.evidence) == options.evidence);
}

void print_table(const std::vector<Figure>& figures) {
    std::size_t widest = 0;
    for (const Figure& figure : figures)
        widest = std::max(widest, figure.name.size());
    for (const Figure& figure : figures)
        fmt::print("{:<{}}  {:>9.4g} {:<14}{:>20}  {:<11}{}\n", figure.name, widest, figure.value,
                   figure.unit == "1" ? "" : figure.unit,
                   fmt::format("{:.4g} … {:.4g}", figure.low, figure.high), to_string(figure.evidence),
                   figure.source);
    fmt::print("\n{} constants\n", figures.size());
}

void print_json(const std::vector<Figure>& figures) {
    Json json = Json::array();
    for (const Figure& figure : figures)
        json.push_back({{"name", figure.name},
                        {"value", figure.value},
                        {"unit", figure.unit},
                        {"low", figure.low},
                        {"high", figure.high},
                        {"evidence", to_string(figure.evidence)},
                        {"source", figure.source}});
    fmt::print("{}\n", Json{{"constants", json}}.dump(2));
}

void run(const Options& options) {
    std::vector<Figure> figures = all_figures();
    std::erase_if(figures, [&](const Figure& figure) { return !holds(figure, options); });
    if (figures.empty())
        fail("model: no constant of that evidence has \"{}\" in its name", options.filter);
    options.json ? print_json(figures) : print_table(figures);
}

} // namespace

void declare_model(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand(
        "model", "Every constant of the model with its unit, range, evidence and source");
    command->add_option("name", options->filter, "Only those with this in their name, such as aging.light");
    command->add_option("--evidence", options->evidence, "Only those: measured, literature, assumed")
        ->check(CLI::IsMember({"measured", "literature", "assumed"}));
    command->add_flag("--json", options->json, "For machines");
    command->footer(
        "Measured: by someone, on the thing itself. Literature: found or recalled in it. Assumed: "
        "best thinking; \"calibrated\" opens the\nsource of numbers that were fitted to figures of "
        "practice. healed sensitivity tells which of them matter.\n"
        "Examples:\n  healed model\n  healed model aging.clearance\n  healed model --evidence "
        "assumed --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

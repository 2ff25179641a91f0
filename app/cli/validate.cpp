#include "commands.h"

#include "model_pictures.h"
#include "progress_bar.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "validation/family.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>

namespace healed::cli {

namespace {

using validation::Row;
using validation::Verdict;

/// A family of more rows than this shows only its worst, unless all are asked for.
constexpr std::size_t most_rows_shown = 16;

struct Options {
    std::vector<std::string> only;
    std::string reference, table, pictures;
    std::uint32_t seed = 1;
    int scenes = 0;
    bool json = false, list = false, all = false;
};

std::string shown(double value) {
    if (!std::isfinite(value))
        return "–";
    const double size = std::abs(value);
    return size >= 1000.0 ? fmt::format("{:.0f}", value)
                          : fmt::format("{:.{}f}", value, size >= 10.0 ? 3 : 5);
}

/// To a width in characters, not bytes.
std::string padded(const std::string& text, std::size_t width) {
    const auto letters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
    return text + std::string(letters < width ? width - letters : 0, ' ');
}

void print_row(const Row& row) {
    const char* verdict = inside(row) ? "      " : "OUTSIDE";
    fmt::print("  {} {:>10} {:>10}  {} {}  {}\n", padded(row.what, 52), shown(row.ours),
               row.reference ? shown(*row.reference) : "–", padded(allowed_words(row), 28), verdict,
               row.source);
}

/// Worst first where only some are shown, else in their own order.
std::vector<std::size_t> rows_to_show(const Verdict& verdict, bool all) {
    std::vector<std::size_t> order(verdict.rows.size());
    std::iota(order.begin(), order.end(), 0);
    if (all || order.size() <= most_rows_shown)
        return order;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return strain(verdict.rows[a]) > strain(verdict.rows[b]);
    });
    order.resize(std::max(most_rows_shown, verdict.outside()));
    return order;
}

void print_verdict(const Verdict& verdict, bool all) {
    fmt::print("{}: {}\n", verdict.family.name, verdict.family.title);
    fmt::print("  {} {:>10} {:>10}  allowed\n", padded("", 52), "ours", "reference");
    const std::vector<std::size_t> order = rows_to_show(verdict, all);
    for (const std::size_t i : order)
        print_row(verdict.rows[i]);
    if (order.size() < verdict.rows.size())
        fmt::print("  and {} more, all inside; --all shows them\n", verdict.rows.size() - order.size());
    fmt::print("  {} checks, {} outside, {:.1f} s\n\n", verdict.checks(), verdict.outside(), verdict.seconds);
    std::fflush(stdout);
}

Json number_or_null(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

nlohmann::ordered_json row_json(const Row& row) {
    return {{"what", row.what},
            {"ours", number_or_null(row.ours)},
            {"reference", row.reference ? number_or_null(*row.reference) : Json()},
            {"allowed", allowed_words(row)},
            {"checked", !row.allowed.informative},
            {"inside", inside(row)},
            {"source", row.source}};
}

nlohmann::ordered_json verdict_json(const Verdict& verdict) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const Row& row : verdict.rows)
        rows.push_back(row_json(row));
    return {{"name", verdict.family.name},  {"title", verdict.family.title}, {"checks", verdict.checks()},
            {"outside", verdict.outside()}, {"seconds", verdict.seconds},    {"rows", std::move(rows)}};
}

void list_families(bool json) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const validation::Family& family : validation::families()) {
        all.push_back({{"name", family.name}, {"title", family.title}, {"usual_s", family.usual_s}});
        if (!json)
            fmt::print("{:<18} {:>4.0f} s  {}\n", family.name, family.usual_s, family.title);
    }
    if (json)
        fmt::print("{}\n", all.dump(2));
}

std::vector<Verdict> run_families(const std::vector<validation::Family>& chosen, const Options& options,
                                  validation::Context& context) {
    const auto cost = [](double sum, const validation::Family& family) { return sum + family.usual_s; };
    const double total = std::accumulate(chosen.begin(), chosen.end(), 0.0, cost);
    ProgressBar bar("Checking");
    std::vector<Verdict> verdicts;
    double begin = 0.0;
    for (const validation::Family& family : chosen) {
        const double end = begin + family.usual_s / total;
        context.progress = bar.part(begin, end);
        verdicts.push_back(validation::run(family, context));
        begin = end;
        bar.wipe();
        if (!options.json)
            print_verdict(verdicts.back(), options.all);
    }
    return verdicts;
}

/// What the fast model's page in the documentation is made of.
void write_model_page(const Options& options, validation::Context& context) {
    if (!context.fast_model())
        fail("validate: fast-model has not run, so there is no table of it and are no pictures");
    if (!options.table.empty())
        write_file(options.table, fmt::format("<!-- healed validate --only fast-model --scenes {} --seed {} "
                                              "--table FILE, {} -->\n{}",
                                              options.scenes, options.seed, context.device_name(),
                                              validation::table_of(*context.fast_model())));
    if (options.pictures.empty())
        return;
    ProgressBar bar("Drawing");
    write_model_pictures(context, options.pictures, bar.part(0.0, 1.0));
}

void run(const Options& options) {
    if (options.list)
        return list_families(options.json);
    const auto all = validation::families();
    const std::vector<validation::Family> chosen =
        options.only.empty() ? std::vector(all.begin(), all.end()) : validation::families_named(options.only);
    const std::filesystem::path reference = options.reference.empty()
                                                ? validation::default_reference_folder()
                                                : std::filesystem::path(options.reference);
    for (const std::string& output : {options.table, options.pictures})
        if (!output.empty())
            require_writable(output);
    validation::Context context(reference, options.seed);
    context.set_scenes(options.scenes);
    const std::vector<Verdict> verdicts = run_families(chosen, options, context);
    if (!options.table.empty() || !options.pictures.empty())
        write_model_page(options, context);
    std::size_t checks = 0, outside = 0;
    nlohmann::ordered_json families = nlohmann::ordered_json::array();
    for (const Verdict& verdict : verdicts) {
        checks += verdict.checks();
        outside += verdict.outside();
        families.push_back(verdict_json(verdict));
    }
    const nlohmann::ordered_json json{{"checks", checks},
                                      {"outside", outside},
                                      {"seed", options.seed},
                                      {"device", context.device_name()},
                                      {"reference_folder", context.reference_folder().string()},
                                      {"families", std::move(families)}};
    options.json ? fmt::print("{}\n", json.dump(2)) : fmt::print("{} checks, {} outside\n", checks, outside);
    const bool missing = !std::filesystem::is_directory(reference);
    if (outside > 0)
        fail("validate: {} of {} checks are outside{}", outside, checks,
             missing ? fmt::format("; {}: there is no such folder of references", reference.string()) : "");
}

} // namespace

void declare_validate(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("validate", "Ours beside what others published, measured or computed");
    command->add_option("--only", options->only, "Families to check, between commas")->delimiter(',');
    command->add_option(
        "--reference", options->reference,
        "Folder of the reference tables (else $HEALED_REFERENCE, else shared/reference beside "
        "the source tree)");
    command->add_option("--seed", options->seed, "Seed of everything random")->capture_default_str();
    command
        ->add_option(
            "--scenes", options->scenes,
            "Of fast-model: all named scenes and so many drawn by the seed, in place of a few named ones")
        ->check(CLI::Range(0, 10'000));
    command->add_option("--table", options->table,
                        "Of fast-model: write its scenes, worst first, to this file as Markdown");
    command->add_option("--pictures", options->pictures,
                        "Of fast-model: draw exact, fast and difference of its worst and some typical scenes "
                        "(.png or .jpg)");
    command->add_flag("--json", options->json, "For machines: all rows");
    command->add_flag("--list", options->list, "Name the families and run none");
    command->add_flag("--all", options->all, "Print every row, not only the worst of the long families");
    command->footer(
        "Exit status 1 when any check is outside what is allowed, or could not run.\n"
        "Examples:\n  healed validate\n  healed validate --only half-spaces,published-slabs --all\n"
        "  healed validate --only fast-model --scenes 16 --seed 11 --table scenes.md --pictures scenes.jpg\n"
        "  healed validate --json > validation.json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

#include "commands.h"

#include "base/json.h"
#include "figure.h"
#include "gpu/choice.h"
#include "progress_bar.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace healed::cli {

namespace {

struct Group {
    const char* name;
    Figures (*time)(const gpu::Device&, const Progress&);
};

constexpr Group groups[] = {{"walk", time_walk},   {"bake", time_bake},       {"placement", time_placement},
                            {"chart", time_chart}, {"picture", time_picture}, {"patch", time_patch}};

struct Options {
    std::vector<std::string> only;
    bool json = false;
};

std::string driver_of(const std::string& device) {
    for (const gpu::DeviceDescription& description : gpu::list_devices())
        if (description.name == device)
            return description.driver;
    return "unknown";
}

std::string asked_words(const Figure& figure) {
    if (!figure.asked)
        return "";
    return fmt::format("asked {} {:g}: {}", figure.asked->at_least ? "at least" : "at most",
                       figure.asked->value, figure.holds() ? "holds" : "MISSED");
}

Json to_json(const Figure& figure) {
    Json json{{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}};
    if (figure.asked) {
        json[figure.asked->at_least ? "at_least" : "at_most"] = figure.asked->value;
        json["pass"] = figure.holds();
    }
    return json;
}

void run(const Options& options) {
    const gpu::Device device;
    ProgressBar bar("Timing");
    std::vector<Group> chosen;
    for (const Group& group : groups)
        if (options.only.empty() ||
            std::find(options.only.begin(), options.only.end(), group.name) != options.only.end())
            chosen.push_back(group);
    Figures figures;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const double begin = static_cast<double>(i) / static_cast<double>(chosen.size());
        const double end = static_cast<double>(i + 1) / static_cast<double>(chosen.size());
        const Figures measured = chosen[i].time(device, bar.part(begin, end));
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    const std::string driver = driver_of(device.name());
    const unsigned cores = std::thread::hardware_concurrency();
    if (options.json) {
        Json all = Json::array();
        for (const Figure& figure : figures)
            all.push_back(to_json(figure));
        fmt::print("{}\n", Json{{"device", device.name()},
                                {"driver", driver},
                                {"cores", cores},
                                {"version", HEALED_VERSION},
                                {"figures", all}}
                               .dump(2));
        return;
    }
    fmt::print("{} ({}), {} cores, healed {}\n", device.name(), driver, cores, HEALED_VERSION);
    for (const Figure& figure : figures)
        fmt::print("{:<64} {:>12.4g} {:<18} {}\n", figure.name, figure.value, figure.unit,
                   asked_words(figure));
}

} // namespace

void declare_bench(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("bench", "What transport and pictures cost on this device");
    std::vector<std::string> names;
    for (const Group& group : groups)
        names.emplace_back(group.name);
    command
        ->add_option("--only", options->only,
                     "Groups of figures, between commas: walk, bake, placement, chart, picture, patch")
        ->delimiter(',')
        ->check(CLI::IsMember(names));
    command->add_flag("--json", options->json, "For machines");
    command->footer(
        "CPU-s are seconds of the processors, of all threads of this process: on a software device that is\n"
        "all the work, whoever else uses the machine. The exit status is 0 whatever the figures are.\n"
        "Examples:\n  healed bench\n  healed bench --only walk,chart --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

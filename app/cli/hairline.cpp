#include "commands.h"

#include "base/error.h"
#include "base/file.h"
#include "project/hairlines.h"
#include "project/heads.h"
#include "treatment/hairline.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan;
    std::string preset;
    std::string output;
    int points = 0;
    bool force = false;
    bool json = false;
};

void run(const Options& options) {
    project::Project project = project::load(options.plan);
    if (!options.preset.empty())
        project.plan.hairline = project::load_hairline(assets_folder(), options.preset).hairline;
    const head::Head head = project::head_of(project);
    const treatment::ScalpFrame frame(head);
    const treatment::HairlineCurve curve(frame, project.plan.hairline, project.plan.seed);
    if (options.points > 0) {
        project.plan.hairline.curve = curve.control_places(options.points);
        project.plan.hairline.temple_angle_deg = static_cast<double>(curve.temple_angle_deg());
    }
    nlohmann::ordered_json json{
        {"height_over_brow_mm", frame.brow_arc_mm() - curve.radius_mm(0.0f)},
        {"temple_angle_deg", curve.temple_angle_deg()},
        {"natural_height_over_brow_mm", treatment::natural_hairline(frame).height_over_brow_mm},
        {"curve", Json::array()}};
    for (const treatment::Place& place : project.plan.hairline.curve)
        json["curve"].push_back({{"forward_mm", place.forward_mm}, {"left_mm", place.left_mm}});
    if (!options.output.empty()) {
        if (!options.force && std::filesystem::exists(options.output))
            fail("{}: exists already; --force overwrites it", options.output);
        project::save(options.output, project);
    }
    if (options.json)
        return fmt::print("{}\n", json.dump(2));
    fmt::print("{:.1f} mm over the brow where hair began at {:.1f} mm; temples at {:.0f} degrees\n",
               json["height_over_brow_mm"].get<double>(), json["natural_height_over_brow_mm"].get<double>(),
               json["temple_angle_deg"].get<double>());
    for (const treatment::Place& place : project.plan.hairline.curve)
        fmt::print("  forward {:7.1f} mm  left {:7.1f} mm\n", place.forward_mm, place.left_mm);
}

} // namespace

void declare_hairline(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("hairline", "Tell, choose or draw the hairline of a plan");
    command->add_option("plan", options->plan, "Project file")->required();
    command->add_option("--preset", options->preset, "Hairline to take instead; `healed presets` lists them");
    command
        ->add_option("--points", options->points,
                     "Turn the line into so many places that can be moved by hand in the file")
        ->check(CLI::Range(3, 63));
    command->add_option("-o,--output", options->output, "Project file to write with that hairline");
    command->add_flag("--force", options->force, "Overwrite the file when it exists");
    command->add_flag("--json", options->json, "For machines");
    command->footer("Examples:\n  healed hairline plan.healed.json\n"
                    "  healed hairline plan.healed.json --preset mature -o mature.healed.json\n"
                    "  healed hairline plan.healed.json --points 9 -o drawn.healed.json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli

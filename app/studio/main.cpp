#include "session/session.h"
#include "story/player.h"
#include "story/recorder.h"

#include "base/error.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>

namespace {

constexpr int world_said_no = 1, usage = 2;

struct Options {
    healed::studio::SessionOptions session;
    std::string plan, story, record, state, size;
};

int refuse(const char* message) {
    fmt::print(stderr, "healed-studio: {}\n", message);
    return world_said_no;
}

void declare(CLI::App& program, Options& options) {
    using healed::studio::SessionOptions;
    program.set_version_flag("--version", "healed-studio " HEALED_VERSION);
    program.add_option("plan", options.plan, "Project file to open");
    program.add_option("--story", options.story,
                       "Replays a story: what a person does, and what must come of it");
    program.add_option("--record", options.record, "Writes all that is done as a story");
    program.add_option("--state", options.state, "Writes how the story ended, as JSON");
    program.add_option("--device", options.session.device,
                       "Number or name of the Vulkan device, as `healed devices` lists them");
    program
        .add_option("--picture-scale", options.session.picture_scale,
                    "Pixels of pictures over those of the window")
        ->check(CLI::Range(0.05, 2.0))
        ->capture_default_str();
    program.add_option("--size", options.size, "WIDTHxHEIGHT of the window, pixels");
    program.add_flag_callback(
        "--headless", [&] { options.session.screen = false; }, "Draws for nobody to see; with --story");
    program.add_flag_callback(
        "--no-pictures", [&] { options.session.pictures = false; }, "Leaves the head empty");
    program.footer("Examples:\n  healed-studio\n  healed-studio client.healed.json\n"
                   "  healed-studio --headless --story tests/studio/stories/scrub.story --state end.json");
}

void set_size(healed::studio::SessionOptions& session, const std::string& size) {
    int width = 0, height = 0;
    if (std::sscanf(size.c_str(), "%dx%d", &width, &height) != 2 || width < 1 || height < 1 ||
        width > 16384 || height > 16384)
        healed::fail("--size: {} is not WIDTHxHEIGHT with sides of 1 … 16384 pixels", size);
    session.width = width;
    session.height = height;
}

int run(Options& options) {
    options.session.plan = options.plan;
    if (!options.size.empty())
        set_size(options.session, options.size);
    if (!options.story.empty())
        return healed::studio::play_story(options.session, options.story, options.state) ? 0 : world_said_no;
    if (!options.session.screen)
        healed::fail("--headless: there is nothing to be seen and nothing to be done without --story");
    healed::studio::Session session(options.session);
    std::optional<healed::studio::Recorder> recorder;
    if (!options.record.empty())
        recorder.emplace(options.record);
    session.run([&](const std::vector<healed::studio::Input>& inputs) {
        if (recorder)
            recorder->hear(inputs);
    });
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program("Healed Studio: see the scalp tattoo you will live with, not the one you leave with.\n"
                     "Every picture is a simulation: uncalibrated, no medical advice, no promise.",
                     "healed-studio");
    Options options;
    declare(program, options);
    try {
        program.parse(argc, argv);
        return run(options);
    } catch (const CLI::Success& asked_for_help) {
        return program.exit(asked_for_help);
    } catch (const CLI::ParseError& problem) {
        refuse(problem.what());
        return usage;
    } catch (const std::exception& problem) {
        return refuse(problem.what());
    }
}

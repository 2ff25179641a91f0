#include "commands.h"
#include "interrupt.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>

namespace {

constexpr int world_said_no = 1;
constexpr int usage = 2;

constexpr void (*declarations[])(CLI::App&) = {
    healed::cli::declare_new,      healed::cli::declare_presets,     healed::cli::declare_skin,
    healed::cli::declare_ink,      healed::cli::declare_optics,      healed::cli::declare_patch,
    healed::cli::declare_validate, healed::cli::declare_devices,     healed::cli::declare_age,
    healed::cli::declare_render,   healed::cli::declare_sheet,       healed::cli::declare_study,
    healed::cli::declare_forecast, healed::cli::declare_sensitivity, healed::cli::declare_maintain,
    healed::cli::declare_correct,  healed::cli::declare_bench,       healed::cli::declare_head,
    healed::cli::declare_model,    healed::cli::declare_measure,     healed::cli::declare_lint,
    healed::cli::declare_hairline, healed::cli::declare_flip,
};

/// Errors are one line, whatever the libraries below put into them.
int refuse(std::string message, int exit_code) {
    std::replace(message.begin(), message.end(), '\n', ' ');
    fmt::print(stderr, "healed: {}\n", message);
    return exit_code;
}

std::string chosen_command(const CLI::App& program) {
    std::string words;
    for (const CLI::App* app = &program; !app->get_subcommands().empty();) {
        app = app->get_subcommands().front();
        words += " " + app->get_name();
    }
    return words;
}

/// The parser would only say that a command is required.
void refuse_unknown_command(const CLI::App& program, int argc, char** argv) {
    const std::string word = argc > 1 ? argv[1] : "-";
    const auto has_name = [&word](const CLI::App* command) { return command->get_name() == word; };
    if (word.rfind('-', 0) != 0 && program.get_subcommands(has_name).empty())
        throw CLI::ParseError(fmt::format("\"{}\" is no command", word), CLI::ExitCodes::ExtrasError);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program("Healed: see the scalp tattoo you will live with, not the one you leave with.\n"
                     "Every picture is a simulation: uncalibrated, no medical advice, no promise.",
                     "healed");
    program.set_version_flag("--version", "healed " HEALED_VERSION);
    program.require_subcommand(1);
    program.footer("healed COMMAND --help tells more, with examples.\n"
                   "Exit status: 0 done, 1 the world said no (a file, a value, a device), 2 wrong usage.");
    for (auto declare : declarations)
        declare(program);
    healed::cli::listen_for_interrupt();
    try {
        refuse_unknown_command(program, argc, argv);
        program.parse(argc, argv);
        return 0;
    } catch (const CLI::Success& asked_for_help) {
        return program.exit(asked_for_help);
    } catch (const CLI::ParseError& problem) {
        return refuse(fmt::format("{} (healed{} --help tells more)", problem.what(), chosen_command(program)),
                      usage);
    } catch (const healed::cli::Interrupted&) {
        refuse("stopped; nothing was left half written", world_said_no);
        healed::cli::end_as_interrupted();
    } catch (const std::exception& problem) {
        return refuse(problem.what(), world_said_no);
    }
}

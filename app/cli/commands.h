#pragma once

#include <CLI/CLI.hpp>

/// One function a command, each in the file of its name: it declares the command's options on the program and
/// sets the callback that runs it. A callback throws healed::Error when the world says no.
namespace healed::cli {

void declare_new(CLI::App& program);
void declare_presets(CLI::App& program);
void declare_head(CLI::App& program);
void declare_skin(CLI::App& program);
void declare_ink(CLI::App& program);
void declare_optics(CLI::App& program);
void declare_patch(CLI::App& program);
void declare_devices(CLI::App& program);
void declare_age(CLI::App& program);
void declare_render(CLI::App& program);
void declare_sheet(CLI::App& program);
void declare_study(CLI::App& program);
void declare_forecast(CLI::App& program);
void declare_sensitivity(CLI::App& program);
void declare_maintain(CLI::App& program);
void declare_correct(CLI::App& program);
void declare_measure(CLI::App& program);
void declare_lint(CLI::App& program);
void declare_hairline(CLI::App& program);
void declare_validate(CLI::App& program);
void declare_bench(CLI::App& program);
void declare_model(CLI::App& program);
void declare_flip(CLI::App& program);

} // namespace healed::cli

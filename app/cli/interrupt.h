#pragma once

#include <exception>

namespace healed::cli {

/// Thrown where long work looks whether Ctrl-C was pressed, so that temporary files go on the way out.
struct Interrupted : std::exception {
    const char* what() const noexcept override { return "interrupted"; }
};

/// From here on the first Ctrl-C is only remembered; a second one ends the program at once.
void listen_for_interrupt();

void throw_if_interrupted();

/// Ends the process by the signal itself, as shells and build tools expect of an interrupted program.
[[noreturn]] void end_as_interrupted();

} // namespace healed::cli

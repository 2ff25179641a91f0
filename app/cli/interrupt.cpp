#include "interrupt.h"

#include <csignal>
#include <cstdlib>

namespace healed::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void remember(int signal) {
    interrupted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

void listen_for_interrupt() {
    std::signal(SIGINT, remember);
}

void throw_if_interrupted() {
    if (interrupted)
        throw Interrupted();
}

void end_as_interrupted() {
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
    std::abort();
}

} // namespace healed::cli

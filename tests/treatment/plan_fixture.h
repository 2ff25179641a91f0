#pragma once

#include "ink/ink.h"
#include "treatment/plan.h"

namespace healed {

/// One ink of carbon and a warm pigment, so that shares can be told apart.
inline ink::Library two_pigment_library() {
    ink::Library library;
    ink::Ink& ink = library.inks["test-ink"];
    ink.name = "test-ink";
    ink.components = {{"carbon", 0.75}, {"hematite", 0.25}};
    ink.pigment_ng_per_dot = 2.0;
    return library;
}

/// Norwood V in three sessions, 30 → 70 → 100 %.
inline treatment::Plan three_sessions() {
    treatment::Plan plan;
    plan.sessions = {{.day = 0.0, .cumulative_density = 0.3, .ink = "test-ink", .shade = 0.7},
                     {.day = 14.0, .cumulative_density = 0.7, .ink = "test-ink", .shade = 0.9},
                     {.day = 28.0, .cumulative_density = 1.0, .ink = "test-ink", .shade = 1.0}};
    return plan;
}

/// The same by a hand that never misses.
inline treatment::Plan steady_hand() {
    treatment::Plan plan = three_sessions();
    plan.hand = {.depth_sd_mm = 0.0, .size_cv = 0.0, .load_cv = 0.0, .place_sd_mm = 0.0};
    return plan;
}

} // namespace healed

#pragma once

#include "aging/clock.h"
#include "aging/dot_state.h"
#include "aging/kinetics.h"

#include <span>
#include <vector>

namespace healed::aging {

/// A dot `years` after the session that made it; a pure function. Masses hold what is in the skin; the ink of
/// the crust (crust × delivered) lies on it. A dot of negative age holds nothing.
DotState age(const treatment::Dot& dot, const Kinetics& kinetics, double years);

/// The same, for a single dot.
DotState age(const treatment::Dot& dot, const ink::Ink& ink, const ink::Library& library,
             const Client& client, double years);

/// What a plan's dots need to be aged: its clock, and per appointment (treatment::visits) the kinetics of its
/// ink under all later events.
struct Course {
    Clock clock;
    std::vector<Kinetics> by_session;
};

/// Throws Error for an unknown ink or pigment and a client out of range.
Course course(const treatment::Plan& plan, const ink::Library& library, const Client& client);

/// All dots of a plan when its clock shows `years` (0 right after the last session), in their order.
std::vector<DotState> age_all(std::span<const treatment::Dot> dots, const Course& course, double years);

/// The same, each dot at an age of its own, years since it was made.
std::vector<DotState> age_all_to(std::span<const treatment::Dot> dots, const Course& course,
                                 double age_years);

} // namespace healed::aging

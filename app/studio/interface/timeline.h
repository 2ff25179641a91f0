#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// Days, weeks, months and years on one line, the first days wide and the late years narrow; what happens in
/// them; and the named stops.
void draw_timeline(Studio& studio, Area area);

/// Place of a time on the line, 0 … 1, and back.
float place_of_time(double years);
double time_at(float place);

/// The stops that keys and buttons go to, years.
std::span<const double> stops();
/// Goes to the next stop after or before the present time.
void step_time(Timeline& time, bool later);
/// Runs on while it plays; `passed_s` seconds later.
void play(Timeline& time, double passed_s);

} // namespace healed::studio

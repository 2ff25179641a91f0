#pragma once

#include "portfolio/sitting.h"

#include <functional>
#include <string>

namespace healed::portfolio {

/// Takes a picture by paths of light, at first along few and then along ever twice as many, up to those of
/// the shot. `hand_over` has each of them, with words on its noise: a picture is there whenever the work is
/// stopped. Throws Error as Sitting::take.
void take_as_it_clears(Sitting& sitting, double years, const Shot& shot, const Progress& progress,
                       const std::function<void(render::Picture&, const std::string& noise)>& hand_over);

} // namespace healed::portfolio

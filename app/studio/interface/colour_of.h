#pragma once

#include "color/lab.h"
#include "live/head_in_hand.h"
#include "live/wish.h"

#include <optional>

namespace healed::studio {

/// CIELAB of a place of a picture as the eye sees it there, its shading and shine included, against a white
/// card in the same light; none for the ground behind the head.
std::optional<color::Lab> colour_of(const Shown& shown, PicturePlace place);

} // namespace healed::studio

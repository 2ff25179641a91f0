#pragma once

#include "transport/patch.h"

namespace healed::transport {

/// The same patch with nothing but round dots, cylinders and sheets, for models that know no others: an
/// elliptic dot as a row of round ones as wide as its narrow side, a streak as a row of balls as wide as it
/// is. They hold the same ink; a streak's flat ends become round.
Patch with_round_dots(const Patch& patch);

} // namespace healed::transport

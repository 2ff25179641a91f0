#pragma once

#include "transport/bands.h"

namespace healed::study {

/// Absorption inside a hair in every band, 1/mm, for eumelanin that absorbs `at_550_per_mm` at 550 nm with
/// the spectrum that it has in the epidermis.
transport::BandValues hair_absorption_per_mm(double at_550_per_mm);

} // namespace healed::study

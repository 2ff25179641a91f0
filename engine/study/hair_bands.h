#pragma once

#include "transport/bands.h"
#include "treatment/scalp.h"

namespace healed::study {

/// Absorption inside a hair, 1/mm: eumelanin with the spectrum that it has in the epidermis, pheomelanin as
/// λ^-4.75 (C. Donner & H. W. Jensen, EGSR 2006).
double hair_absorption_per_mm(const treatment::Follicles& follicles, double wavelength_nm);
/// The same in every band.
transport::BandValues hair_absorption_per_mm(const treatment::Follicles& follicles);

} // namespace healed::study

#pragma once

#include "transport/bands.h"
#include "transport/dot_tables.h"
#include "treatment/scalp.h"

namespace healed::study {

/// R/R0 in every band of skin in which hair stands shaved to the surface at its full natural density, grey
/// hairs counting as none: what a treatment beside it is to match.
transport::BandValues hair_ratio(const transport::DotTables& tables, const treatment::Follicles& follicles);

} // namespace healed::study

#pragma once

#include "aging/dot_state.h"
#include "ink/ink.h"
#include "transport/bands.h"
#include "treatment/dot.h"
#include "treatment/plan.h"

#include <array>
#include <vector>

namespace healed::study {

/// Share of the haemoglobin of a crust that still carries oxygen (healing_constants()).
inline constexpr double crust_saturation = 0.2;

/// Absorbing area of one nanogram of a pigment in every band, mm²/ng.
transport::BandValues pigment_bands(const ink::Pigment& pigment);

/// What light sees of the inks of a plan: absorbing area of one nanogram of each pigment of each session's
/// and touch-up's ink, mm²/ng, in every band.
class InkBands {
  public:
    /// Throws Error for an ink or pigment that the library does not know.
    InkBands(const treatment::Plan& plan, const ink::Library& library);

    /// Absorbing area of the ink that a dot holds in the skin, mm².
    transport::BandValues in_skin(const treatment::Dot& dot, const aging::DotState& state) const;
    /// Of what its crust still holds on the skin, ink and dried blood, mm².
    transport::BandValues in_crust(const treatment::Dot& dot, const aging::DotState& state) const;

  private:
    using PerPigment = std::array<transport::BandValues, treatment::max_pigments>;
    transport::BandValues area(std::size_t session, const treatment::PigmentMasses& mass_ng) const;

    std::vector<PerPigment> by_session_;
    transport::BandValues ferric_red_, dark_oxide_;
    transport::BandValues blood_per_mm_; ///< absorption of dried blood, as whole blood
};

} // namespace healed::study

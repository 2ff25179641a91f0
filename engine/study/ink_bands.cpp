#include "study/ink_bands.h"

#include "aging/constants.h"
#include "base/file.h"
#include "ink/mixture.h"
#include "skin/optics.h"
#include "treatment/visits.h"

#include <cassert>
#include <numbers>

namespace healed::study {

namespace {

/// Into what lost magnetite turns.
constexpr const char* ferric_pigment = "hematite";
/// What oxides that a laser has reduced look like.
constexpr const char* dark_pigment = "magnetite";

} // namespace

transport::BandValues pigment_bands(const ink::Pigment& pigment) {
    transport::BandValues values;
    for (std::size_t i = 0; i < transport::band_count; ++i)
        values[i] = static_cast<float>(ink::mm2_per_ng *
                                       color::value_at(pigment.absorption_m2_per_g, transport::band_nm[i]));
    return values;
}

InkBands::InkBands(const treatment::Plan& plan, const ink::Library& library)
    : ferric_red_(pigment_bands(library.pigment(ferric_pigment))),
      dark_oxide_(pigment_bands(library.pigment(dark_pigment))) {
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    for (std::size_t band = 0; band < transport::band_count; ++band)
        blood_per_mm_[band] =
            static_cast<float>(haemoglobin.blood_absorption_per_mm(transport::band_nm[band], crust_saturation));
    for (const treatment::Visit& visit : treatment::visits(plan)) {
        const ink::Ink& ink = library.ink(visit.session.ink);
        assert(ink.components.size() <= treatment::max_pigments);
        PerPigment& bands = by_session_.emplace_back();
        for (std::size_t i = 0; i < ink.components.size(); ++i)
            bands[i] = pigment_bands(library.pigment(ink.components[i].pigment));
    }
}

transport::BandValues InkBands::area(std::size_t session, const treatment::PigmentMasses& mass_ng) const {
    transport::BandValues sum{};
    for (std::size_t pigment = 0; pigment < mass_ng.size(); ++pigment)
        for (std::size_t band = 0; band < sum.size(); ++band)
            sum[band] += mass_ng[pigment] * by_session_[session][pigment][band];
    return sum;
}

transport::BandValues InkBands::in_skin(const treatment::Dot& dot, const aging::DotState& state) const {
    transport::BandValues sum = area(dot.session, state.mass_ng);
    for (std::size_t band = 0; band < sum.size(); ++band)
        sum[band] += state.ferric_ng * ferric_red_[band] + state.darkened_ng * dark_oxide_[band];
    return sum;
}

transport::BandValues InkBands::in_crust(const treatment::Dot& dot, const aging::DotState& state) const {
    transport::BandValues sum = area(dot.session, dot.mass_ng);
    constexpr float two_pi = 2.0f * std::numbers::pi_v<float>;
    const float blood_mm3 = state.crust_cover * static_cast<float>(aging::constant::crust_blood.value) *
                            two_pi * state.crust_sigma_mm * state.crust_sigma_mm;
    for (std::size_t band = 0; band < sum.size(); ++band)
        sum[band] = state.crust * sum[band] + blood_mm3 * blood_per_mm_[band];
    return sum;
}

} // namespace healed::study

#include "study/ink_bands.h"

#include "ink/mixture.h"
#include "treatment/visits.h"

#include <cassert>

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
    for (float& value : sum)
        value *= state.crust;
    return sum;
}

} // namespace healed::study

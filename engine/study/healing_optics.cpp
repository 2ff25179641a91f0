#include "study/healing_optics.h"

#include "aging/constants.h"
#include "physics.h"
#include "study/ink_bands.h"

#include <array>
#include <cmath>

namespace healed::study {

transport::BandValues veil_scatter() {
    constexpr double reference_nm = 560.0;
    const double at_reference = skin::reduced_scattering_per_mm(skin::Layer::Epidermis, reference_nm);
    transport::BandValues values;
    for (std::size_t band = 0; band < transport::band_count; ++band)
        values[band] = static_cast<float>(
            skin::reduced_scattering_per_mm(skin::Layer::Epidermis, transport::band_nm[band]) / at_reference);
    return values;
}

bool heals(const aging::DotState& state) {
    // Δa*, contrast and share of the skin that nobody sees.
    constexpr float least_redness = 0.05f, least_veil = 0.002f, least_flakes = 0.002f;
    return state.redness > least_redness || state.veil > least_veil || state.flakes > least_flakes;
}

SurfaceMarks surface_marks(const aging::DotState& state, const HealingOptics& skin) {
    const auto reference = static_cast<float>(aging::constant::veil_reference.value);
    return {.ln_blood = state.redness * static_cast<float>(skin.blood_per_redness),
            .veil_rho = physics::rho_for_contrast_loss(state.veil, reference),
            .flakes = state.flakes};
}

std::span<const Constant> healing_constants() {
    using enum Evidence;
    // A table reads in rows.
    // clang-format off
    static constexpr std::array all{
        Constant{"study.healing.marks_sigma", static_cast<double>(physics::marks_sigma_mm), "mm", 0.5, 1.2, Assumed, "Gaussian reach of young epidermis and flakes about a fresh dot: the wound and what closed it"},
        Constant{"study.healing.flush_sigma", static_cast<double>(physics::flush_sigma_mm), "mm", 1.0, 4.0, Assumed, "Gaussian reach of flush about a fresh dot: the axon reflex's flare (Lewis 1927), some millimetres about a prick"},
        Constant{"study.healing.crust_saturation", crust_saturation, "1", 0.0, 0.5, Assumed, "dried blood gives up its oxygen; methaemoglobin, which it turns into, is browner yet"},
    };
    // clang-format on
    return all;
}

float flake_rho() {
    return static_cast<float>(aging::constant::flake_reflectance.value);
}

transport::BandValues with_marks(const transport::BandValues& ratio, const SurfaceMarks& marks,
                                 const HealingOptics& skin, const transport::BandValues& per_blood) {
    transport::BandValues seen;
    for (std::size_t band = 0; band < seen.size(); ++band) {
        const float flushed = ratio[band] * std::exp(marks.ln_blood * per_blood[band]);
        const float rho = physics::scaled_rho(marks.veil_rho, skin.veil_scatter[band]);
        seen[band] = physics::scaly_ratio(flushed, skin.bare[band], rho, marks.flakes, flake_rho());
    }
    return seen;
}

} // namespace healed::study

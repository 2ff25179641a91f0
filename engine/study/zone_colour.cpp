#include "study/zone_colour.h"

#include <cassert>
#include <cmath>

namespace healed::study {

transport::BandValues ink_ratio(const DarkGrid& grid, const InkBands& inks, const Zone& zone) {
    assert(zone.dots.size() == zone.states.size() && zone.area_mm2 > 0.0);
    const auto per_mm2 = static_cast<float>(1.0 / zone.area_mm2);
    DarkSum sum;
    for (std::size_t i = 0; i < zone.dots.size(); ++i) {
        const aging::DotState& state = zone.states[i];
        sum.add(grid.dot(state.depth_mm, state.sigma_mm, inks.in_skin(zone.dots[i], state)), per_mm2);
    }
    return sum.ratio();
}

transport::BandValues zone_ratio(const DarkGrid& grid, const InkBands& inks, const ZoneSkin& skin,
                                 const Zone& zone) {
    assert(zone.dots.size() == zone.states.size() && zone.area_mm2 > 0.0);
    const auto per_mm2 = static_cast<float>(1.0 / zone.area_mm2);
    DarkSum sum;
    double redness = 0.0;
    for (std::size_t i = 0; i < zone.dots.size(); ++i) {
        const aging::DotState& state = zone.states[i];
        const Dark dark = grid.dot(state.depth_mm, state.sigma_mm, inks.in_skin(zone.dots[i], state));
        sum.add(dark, per_mm2 * (1.0f - state.veil));
        if (state.crust > 0.0f)
            sum.add(grid.crust(state.sigma_mm, inks.in_crust(zone.dots[i], state)), per_mm2);
        redness += static_cast<double>(state.redness);
    }
    redness /= static_cast<double>(std::max<std::size_t>(zone.dots.size(), 1));
    const auto blood = static_cast<float>(redness * skin.blood_per_redness);
    transport::BandValues ratio = sum.ratio();
    for (std::size_t band = 0; band < ratio.size(); ++band)
        ratio[band] *= std::exp(blood * skin.per_blood[band]);
    return ratio;
}

} // namespace healed::study

#include "study/zone_colour.h"

#include <algorithm>
#include <cassert>

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
    SurfaceMarks marks{};
    const auto share =
        static_cast<float>(1.0 / static_cast<double>(std::max<std::size_t>(zone.dots.size(), 1)));
    for (std::size_t i = 0; i < zone.dots.size(); ++i) {
        const aging::DotState& state = zone.states[i];
        sum.add(grid.dot(state.depth_mm, state.sigma_mm, inks.in_skin(zone.dots[i], state)), per_mm2);
        if (state.crust > 0.0f || state.crust_cover > 0.0f)
            sum.add(grid.crust(state.crust_sigma_mm, inks.in_crust(zone.dots[i], state)), per_mm2);
        const SurfaceMarks own = surface_marks(state, skin.healing);
        marks.ln_blood += share * own.ln_blood;
        marks.veil_rho += share * own.veil_rho;
        marks.flakes += share * own.flakes;
    }
    return with_marks(sum.ratio(), marks, skin.healing, skin.per_blood);
}

} // namespace healed::study

#include "aging/size.h"

#include "aging/constants.h"

#include <algorithm>
#include <cmath>

namespace healed::aging {

double healed_size_ratio(double depth_mm) {
    const auto& points = constant::healed_size;
    if (depth_mm <= points.front().depth_mm)
        return points.front().ratio;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (depth_mm > points[i].depth_mm)
            continue;
        const double share =
            (depth_mm - points[i - 1].depth_mm) / (points[i].depth_mm - points[i - 1].depth_mm);
        return points[i - 1].ratio + share * (points[i].ratio - points[i - 1].ratio);
    }
    return points.back().ratio;
}

double spread_mm2_per_year(double depth_mm) {
    // Below 1 mm lies fat, for which there is no figure: the law is held level there.
    const double depth = std::min(depth_mm, 1.0);
    return constant::spread * std::exp((depth - constant::spread_depth) / constant::spread_length);
}

double diameter_mm(double footprint_mm, double depth_mm, const HealingStage& stage) {
    const double ratio = healed_size_ratio(depth_mm);
    const double settled = footprint_mm * (ratio + (1.0 - ratio) * stage.swelling);
    const double years = (stage.days - stage.open_days) / constant::days_per_year;
    return std::sqrt(settled * settled + 16.0 * spread_mm2_per_year(depth_mm) * years);
}

} // namespace healed::aging

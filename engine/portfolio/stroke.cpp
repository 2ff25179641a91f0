#include "portfolio/stroke.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace healed::portfolio {

namespace {

double distance_to_segment(PlotPoint p, PlotPoint a, PlotPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length_squared = dx * dx + dy * dy;
    const double along = length_squared > 0.0
                             ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length_squared, 0.0, 1.0)
                             : 0.0;
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

} // namespace

void stroke(ByteImage& image, const std::vector<PlotPoint>& pixels, Ink ink, double width_px) {
    std::map<std::pair<int, int>, double> coverage;
    const double reach = 0.5 * width_px + 0.5;
    for (std::size_t i = 1; i < pixels.size(); ++i) {
        const PlotPoint a = pixels[i - 1], b = pixels[i];
        const int left = static_cast<int>(std::floor(std::min(a.x, b.x) - reach));
        const int right = static_cast<int>(std::ceil(std::max(a.x, b.x) + reach));
        const int top = static_cast<int>(std::floor(std::min(a.y, b.y) - reach));
        const int bottom = static_cast<int>(std::ceil(std::max(a.y, b.y) + reach));
        for (int y = std::max(top, 0); y < std::min(bottom, image.height); ++y)
            for (int x = std::max(left, 0); x < std::min(right, image.width); ++x) {
                const double covered =
                    std::clamp(reach - distance_to_segment({x + 0.5, y + 0.5}, a, b), 0.0, 1.0);
                if (covered > 0.0)
                    coverage[{y, x}] = std::max(coverage[{y, x}], covered);
            }
    }
    for (const auto& [place, covered] : coverage)
        blend(image, place.second, place.first, ink, covered);
}

} // namespace healed::portfolio

#include "study/equal_lightness.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>

namespace healed::study {

std::vector<Deposit> deposits(const InkBands& inks, std::span<const treatment::Dot> dots,
                              std::span<const aging::DotState> states) {
    std::vector<Deposit> all(dots.size());
    for (std::size_t i = 0; i < dots.size(); ++i)
        all[i] = {states[i].depth_mm, states[i].sigma_mm, inks.in_skin(dots[i], states[i])};
    return all;
}

transport::BandValues deposit_ratio(const DarkGrid& grid, std::span<const Deposit> deposits,
                                    double area_mm2) {
    // Pieces of fixed size, summed in order: the same on any number of threads.
    constexpr std::size_t piece = 2048;
    std::vector<DarkSum> sums((deposits.size() + piece - 1) / piece);
    parallel_for(deposits.size(), piece, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            sums[begin / piece].add(
                grid.dot(deposits[i].depth_mm, deposits[i].sigma_mm, deposits[i].area_mm2),
                static_cast<float>(1.0 / area_mm2));
    });
    DarkSum whole;
    for (const DarkSum& sum : sums)
        whole.add(sum);
    return whole.ratio();
}

float luminous(const ZoneSkin& skin, const transport::BandValues& area_mm2) {
    const double bare = skin.colour.bare_xyz().y;
    double sum = 0.0;
    for (std::size_t band = 0; band < transport::band_count; ++band)
        sum += skin.colour.xyz[band].y / bare * static_cast<double>(area_mm2[band]);
    // A fit's weights may dip below 0 where there is hardly any light.
    return static_cast<float>(std::max(sum, 0.0));
}

EqualLightness at_luminance(const DarkGrid& grid, const ZoneSkin& skin, std::span<const Deposit> given,
                            double area_mm2, double y) {
    std::vector<Deposit> scaled(given.begin(), given.end());
    const auto at = [&](double scale) {
        for (std::size_t i = 0; i < scaled.size(); ++i)
            for (std::size_t band = 0; band < transport::band_count; ++band)
                scaled[i].area_mm2[band] = static_cast<float>(scale) * given[i].area_mm2[band];
        return skin.colour.inked_xyz(deposit_ratio(grid, scaled, area_mm2));
    };
    // Luminance falls with every bit of ink: halve the bracket of the factor's logarithm.
    double low = std::log(1e-4), high = std::log(1e3);
    constexpr int halvings = 30;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (at(std::exp(middle)).y > y ? low : high) = middle;
    }
    const double scale = std::exp(0.5 * (low + high));
    return {scale, color::lab_from_xyz(at(scale), skin.colour.white)};
}

} // namespace healed::study

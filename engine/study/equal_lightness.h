#pragma once

#include "study/zone_colour.h"

#include <vector>

namespace healed::study {

/// The ink of one dot as light meets it.
struct Deposit {
    float depth_mm, sigma_mm;
    transport::BandValues area_mm2; ///< absorbing area
};
std::vector<Deposit> deposits(const InkBands& inks, std::span<const treatment::Dot> dots,
                              std::span<const aging::DotState> states);

/// R/R0 of an area with these deposits in it, from afar.
transport::BandValues deposit_ratio(const DarkGrid& grid, std::span<const Deposit> deposits, double area_mm2);

/// An absorbing area with each band weighed by the share of the bare skin's luminance that it sends back,
/// mm².
float luminous(const ZoneSkin& skin, const transport::BandValues& area_mm2);

/// Deposits with all their absorbing areas multiplied by one factor, so that the area comes to a luminance.
struct EqualLightness {
    double scale;
    color::Lab lab;
};
/// `y`: luminance to meet, at most that of the bare skin. Where not even a thousandfold of the ink is dark
/// enough, that thousandfold.
EqualLightness at_luminance(const DarkGrid& grid, const ZoneSkin& skin, std::span<const Deposit> deposits,
                            double area_mm2, double y);

} // namespace healed::study

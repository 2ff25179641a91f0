#pragma once

#include "base/image.h"

namespace healed::color {

/// Pixels in a degree of the visual field before a screen `screen_pixels` wide and `screen_m` wide, seen from
/// `distance_m` (Andersson et al. 2020, eq. 1). All above 0.
double pixels_per_degree(double distance_m, double screen_m, double screen_pixels);

/// The paper's own observer: 0.7 m before a screen of 3840 pixels on 0.7 m, 67.02 pixels per degree.
inline constexpr double flip_pixels_per_degree = 67.0206;

/// The FLIP metric for pictures of 8 bits (Andersson, Nilsson, Akenine-Möller, Oskarsson, Åström & Fairchild,
/// FLIP: A Difference Evaluator for Alternating Images, Proc. ACM Comput. Graph. Interact. Tech. 3(2), 15,
/// 2020): what an observer notices who flips between two pictures, 0 (nothing) … 1 for each pixel. It does
/// not matter which picture is the reference.
///
/// Both of one size, 3 or 4 channels, sRGB; alpha is not looked at. `pixels_per_degree` above 0. One channel.
FloatImage flip(const ByteImage& reference, const ByteImage& test,
                double pixels_per_degree = flip_pixels_per_degree);

/// The mean of a map and the values that so many per cent of its pixels do not exceed.
struct FlipFigures {
    double mean, percentile_25, median, percentile_75, percentile_95, greatest;
};
FlipFigures figures_of(const FloatImage& map);

} // namespace healed::color

#pragma once

#include "base/image.h"

#include <array>
#include <vector>

/// The filters of the FLIP metric (Andersson, Nilsson, Akenine-Möller, Oskarsson, Åström & Fairchild, FLIP: A
/// Difference Evaluator for Alternating Images, Proc. ACM Comput. Graph. Interact. Tech. 3(2), 15, 2020). All
/// are sums of products of one function across and one down, and are applied so.
namespace healed::color {

/// One channel of a picture.
using Plane = FloatImage;

/// Weights at −radius … +radius pixels.
using Kernel = std::vector<float>;

/// A product of kernels, whose share of the whole filter is `weight`.
struct SeparableFilter {
    Kernel across, down;
    float weight = 1.0f;
};

/// Beyond the border the outermost pixels go on.
Plane filtered(const Plane& plane, const SeparableFilter& filter);

/// What is left of Y, Cx and Cz where the eye no longer resolves them: Gaussians that stand for the contrast
/// sensitivity of the three opponent channels, normalised to 1 (section 4.1.1, table 1; the two Gaussians of
/// the blue-yellow one are summed). `pixels_per_degree` above 0.
std::array<std::vector<SeparableFilter>, 3> contrast_sensitivity(double pixels_per_degree);

/// First and second derivatives of a Gaussian as wide as the eye's edge detector, positive and negative
/// weights summing to 1 each (section 4.2), along x; along y the two kernels change places.
struct FeatureDetectors {
    SeparableFilter edge, point;
};
FeatureDetectors feature_detectors(double pixels_per_degree);

} // namespace healed::color

#include "render/spectral_basis.h"

#include "base/parallel.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace healed::render {

namespace {

constexpr int values = static_cast<int>(2 * transport::band_count);
/// Of the root mean square of all spectra: what a spot may be missed by before a second layer is laid.
constexpr float most_missed = 0.02f;

using Moments = Eigen::Matrix<double, values, values>;
using SpotSpectra = std::array<DarkSpectrum, transport::spread_widths>;

/// Σ s sᵀ over the spectra of all widths, in pieces that are added in their order.
Moments moments(std::span<const SpotSpectra> spots) {
    constexpr std::size_t piece = 1024;
    std::vector<Moments> parts((spots.size() + piece - 1) / piece, Moments::Zero());
    parallel_for(spots.size(), piece, [&](std::size_t begin, std::size_t end) {
        const Eigen::Map<const Eigen::Matrix<float, values, Eigen::Dynamic>> spectra(
            spots[begin].front().data(), values,
            static_cast<Eigen::Index>((end - begin) * transport::spread_widths));
        const Eigen::Matrix<float, values, values> sum = spectra * spectra.transpose();
        parts[begin / piece] = sum.cast<double>();
    });
    Moments all = Moments::Zero();
    for (const Moments& part : parts)
        all += part;
    return all;
}

float square(const DarkSpectrum& spectrum) {
    float sum = 0.0f;
    for (const float value : spectrum)
        sum += value * value;
    return sum;
}

/// Greatest square distance of a spectrum from what a layer makes of it.
float worst_missed(std::span<const SpotSpectra> spots, const SpectralBasis::Layer& layer) {
    float worst = 0.0f;
    for (const SpotSpectra& spot : spots)
        for (const DarkSpectrum& spectrum : spot) {
            const glm::vec4 weights = SpectralBasis::weights(layer, spectrum);
            worst = std::max(worst, square(spectrum) - glm::dot(weights, weights));
        }
    return worst;
}

} // namespace

SpectralBasis::SpectralBasis(std::span<const SpotSpectra> spots, std::size_t most_layers) {
    const Moments all = moments(spots);
    const Eigen::SelfAdjointEigenSolver<Moments> axes(all);
    const auto strongest = [&](int first) {
        Layer layer;
        for (int value = 0; value < values; ++value)
            for (int k = 0; k < 4; ++k)
                layer[static_cast<std::size_t>(value)][k] =
                    static_cast<float>(axes.eigenvectors()(value, values - 1 - first - k));
        return layer;
    };
    layers_.push_back(strongest(0));
    const double mean_square = all.trace() / static_cast<double>(std::max<std::size_t>(spots.size(), 1));
    if (most_layers > 1 &&
        worst_missed(spots, layers_.front()) > most_missed * most_missed * static_cast<float>(mean_square))
        layers_.push_back(strongest(4));
}

glm::vec4 SpectralBasis::weights(const Layer& layer, const DarkSpectrum& spectrum) {
    glm::vec4 sum(0.0f);
    for (std::size_t value = 0; value < spectrum.size(); ++value)
        sum += spectrum[value] * layer[value];
    return sum;
}

} // namespace healed::render

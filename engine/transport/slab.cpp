#include "transport/slab.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace healed::transport {
namespace {

/// Legendre polynomials of order first, first + 2, … at the cosines, made orthonormal in the quadrature: the
/// discrete scattering then conserves energy and momentum to the last digit with any number of directions.
Eigen::MatrixXd legendre_basis(const Eigen::VectorXd& cosines, const Eigen::VectorXd& root_weights, int first,
                               int count) {
    Eigen::MatrixXd values(cosines.size(), count);
    Eigen::ArrayXd before = Eigen::ArrayXd::Ones(cosines.size());
    Eigen::ArrayXd now = cosines.array();
    for (int order = 0; order < first + 2 * count; ++order) {
        if (order >= first && (order - first) % 2 == 0)
            values.col((order - first) / 2) = before * root_weights.array();
        const Eigen::ArrayXd next =
            ((2 * order + 3) * cosines.array() * now - (order + 1) * before) / (order + 2);
        before = now;
        now = next;
    }
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(values);
    return qr.householderQ() * Eigen::MatrixXd::Identity(cosines.size(), count);
}

/// The delta-M method (Wiscombe, J. Atmos. Sci. 34, 1408, 1977): the part of the forward peak that the
/// directions cannot resolve counts as not scattered. χ_k = (g^k − g^M)/(1 − g^M) for orders first, first + 2
/// …
Eigen::VectorXd henyey_greenstein_moments(double g, int first, Eigen::Index count, double forward_share) {
    Eigen::VectorXd moments(count);
    for (Eigen::Index i = 0; i < count; ++i)
        moments[i] = (std::pow(g, first + 2 * static_cast<int>(i)) - forward_share) / (1.0 - forward_share);
    return moments;
}

/// (1 + Σ v k vᵀ)^−1.
Eigen::MatrixXd response(const Eigen::MatrixXd& vectors, const Eigen::ArrayXd& values) {
    const Eigen::Index n = vectors.rows();
    Eigen::MatrixXd sum = Eigen::MatrixXd::Identity(n, n);
    sum.noalias() += vectors * values.matrix().asDiagonal() * vectors.transpose();
    return sum.llt().solve(Eigen::MatrixXd::Identity(n, n));
}

} // namespace

SlabOptics::SlabOptics(const Directions& directions, double refractive_index)
    : cosines_(directions.cosines_in(refractive_index)) {
    const Eigen::Index n = cosines_.size();
    const Eigen::VectorXd root_weights =
        (directions.etendue.head(n).array() / cosines_.array()).sqrt() / refractive_index;
    const int orders = static_cast<int>(n);
    even_ = legendre_basis(cosines_, root_weights, 0, (orders + 1) / 2);
    odd_ = legendre_basis(cosines_, root_weights, 1, orders / 2);
}

Eigen::MatrixXd SlabOptics::attenuation(const Eigen::MatrixXd& basis, const Eigen::VectorXd& moments,
                                        double extinction, double scattering) const {
    Eigen::MatrixXd matrix = -scattering * (basis * moments.asDiagonal() * basis.transpose());
    matrix.diagonal().array() += extinction;
    const Eigen::VectorXd scale = cosines_.array().rsqrt();
    return scale.asDiagonal() * matrix * scale.asDiagonal();
}

// Doubling a layer without end has a closed form. With S, D the sum and the difference of the radiances that
// run down and up, scaled by étendue, the transfer equation is S' = −A₁ D, D' = −A₂ S. Light that falls alike
// (opposite) on both faces makes S (D) even about the middle of the layer, so the layer answers with
//     T + R = (1 − K)/(1 + K),   K  = A₂ tanh(√(A₁A₂) h/2)/√(A₁A₂)
//     T − R = (1 − K')/(1 + K'), K' = A₁ tanh(√(A₂A₁) h/2)/√(A₂A₁)
// (Waterman, J. Opt. Soc. Am. 71, 410, 1981; Nakajima & Tanaka, JQSRT 35, 13, 1986). With A₁ = L Lᵀ and
// Lᵀ A₂ L = V y Vᵀ all of it follows from one symmetric eigenproblem, and an infinite h is tanh = 1.
Slab SlabOptics::slab(const skin::OpticalLayer& layer) const {
    const Eigen::Index n = cosines_.size();
    const double half = 0.5 * layer.thickness_mm;
    const Eigen::Index orders = even_.cols() + odd_.cols();
    const double forward_share = std::pow(layer.anisotropy, static_cast<double>(orders));
    const double scattering = layer.scattering_per_mm * (1.0 - forward_share);
    const double extinction = layer.absorption_per_mm + scattering;
    if (extinction == 0.0) {
        const double passes = std::isinf(half) ? 0.0 : 1.0;
        return {Eigen::MatrixXd::Zero(n, n), passes * Eigen::MatrixXd::Identity(n, n)};
    }

    const double g = layer.anisotropy;
    const Eigen::MatrixXd of_differences = attenuation(
        odd_, henyey_greenstein_moments(g, 1, odd_.cols(), forward_share), extinction, scattering);
    const Eigen::MatrixXd of_sums = attenuation(
        even_, henyey_greenstein_moments(g, 0, even_.cols(), forward_share), extinction, scattering);
    const Eigen::MatrixXd lower = of_differences.llt().matrixL();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> modes(lower.transpose() * of_sums * lower);

    // Rounding can leave the undamped mode of a layer that absorbs nothing at or below 0.
    const double floor = 1e-16 * modes.eigenvalues().maxCoeff();
    const Eigen::ArrayXd rate = modes.eigenvalues().array().max(floor).sqrt();
    const Eigen::ArrayXd saturation = (rate * half).tanh();
    const Eigen::MatrixXd outer = lower * modes.eigenvectors();
    const Eigen::MatrixXd inner =
        lower.transpose().triangularView<Eigen::Upper>().solve(modes.eigenvectors());
    const Eigen::MatrixXd even = response(inner, rate * saturation);
    const Eigen::MatrixXd odd = response(outer, saturation / rate);
    if (std::isinf(half))
        return {even - odd, Eigen::MatrixXd::Zero(n, n)};
    return {even - odd, even + odd - Eigen::MatrixXd::Identity(n, n)};
}

} // namespace healed::transport

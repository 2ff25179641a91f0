#include "transport/directions.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::transport {
namespace {

struct Rule {
    Eigen::VectorXd nodes;   // falling from 1 towards 0
    Eigen::VectorXd weights; // add up to 1
};

/// Gauss–Legendre on 0 … 1, or Gauss–Radau with a node at 1, as eigenvalues of the Jacobi matrix
/// (Golub & Welsch, Math. Comp. 23, 221, 1969; Golub, SIAM Review 15, 318, 1973).
Rule gauss_rule(int count, bool node_at_one) {
    Eigen::VectorXd diagonal = Eigen::VectorXd::Zero(count);
    Eigen::VectorXd beside(std::max(count - 1, 0));
    for (int k = 1; k < count; ++k)
        beside[k - 1] = k / std::sqrt(4.0 * k * k - 1.0);
    if (node_at_one)
        diagonal[count - 1] = count / (2.0 * count - 1.0);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> jacobi;
    jacobi.computeFromTridiagonal(diagonal, beside);
    Eigen::VectorXd nodes = (0.5 * (1.0 + jacobi.eigenvalues().array())).reverse();
    if (node_at_one)
        nodes[0] = 1.0;
    const Eigen::VectorXd weights = jacobi.eigenvectors().row(0).transpose().array().square().reverse();
    return {nodes, weights};
}

/// The given indices, rising, each once.
std::vector<double> distinct(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

/// Cosine, in the medium that ends the interval, of the direction at which the interval begins.
double extent(const std::vector<double>& ends, std::size_t k) {
    const double ratio = k == 0 ? 0.0 : ends[k - 1] / ends[k];
    return std::sqrt((1.0 - ratio) * (1.0 + ratio));
}

/// Directions by interval in proportion to its extent, at least two in each.
std::vector<int> shares(const std::vector<double>& ends, int count) {
    double full = 0.0;
    for (std::size_t k = 0; k < ends.size(); ++k)
        full += extent(ends, k);
    std::vector<int> share(ends.size());
    for (std::size_t k = 0; k < ends.size(); ++k)
        share[k] = std::max(2, static_cast<int>(std::lround(count * extent(ends, k) / full)));
    return share;
}

} // namespace

Eigen::Index Directions::count_in(double refractive_index) const {
    const auto* end = invariant_sine.data() + invariant_sine.size();
    return std::lower_bound(invariant_sine.data(), end, refractive_index) - invariant_sine.data();
}

Eigen::VectorXd Directions::cosines_in(double refractive_index) const {
    const auto sines = invariant_sine.head(count_in(refractive_index)).array() / refractive_index;
    return ((1.0 - sines) * (1.0 + sines)).sqrt();
}

Directions directions_for(std::vector<double> refractive_indices, int count) {
    assert(!refractive_indices.empty() && count > 1);
    const std::vector<double> ends = distinct(std::move(refractive_indices));
    const std::vector<int> share = shares(ends, count);
    int full = 0;
    for (int each : share)
        full += each;
    Directions directions{Eigen::VectorXd(full), Eigen::VectorXd(full)};
    int first = 0;
    for (std::size_t k = 0; k < ends.size(); ++k) {
        const Rule rule = gauss_rule(share[k], k == 0);
        const Eigen::ArrayXd cosines = extent(ends, k) * rule.nodes.array();
        directions.invariant_sine.segment(first, share[k]) =
            ends[k] * ((1.0 - cosines) * (1.0 + cosines)).sqrt();
        // p dp = n² μ dμ in the medium of index n.
        directions.etendue.segment(first, share[k]) =
            ends[k] * ends[k] * extent(ends, k) * rule.weights.array() * cosines;
        first += share[k];
    }
    return directions;
}

} // namespace healed::transport

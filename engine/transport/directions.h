#pragma once

#include <Eigen/Core>

#include <vector>

namespace healed::transport {

/// Directions that plane layers of several refractive indices share. Refraction keeps p = n·sin θ, so a
/// direction is named by its p, from 0 (the normal) upwards, and means another angle in each medium.
struct Directions {
    Eigen::VectorXd invariant_sine; ///< p of each direction, rising, the first is 0
    Eigen::VectorXd etendue;        ///< quadrature weight of each in ∫ p dp

    /// How many of them, counted from the normal, travel in a medium of this index: those with p below it.
    Eigen::Index count_in(double refractive_index) const;
    /// Their cosines with the normal there, 0 … 1.
    Eigen::VectorXd cosines_in(double refractive_index) const;
};

/// About `count` directions for media of these indices. Between neighbouring indices the solution is smooth,
/// at each index it has a kink (the critical angle), so every such interval gets its own Gauss rule, in the
/// cosine of the medium that ends there; the first is a Radau rule that holds the normal itself.
Directions directions_for(std::vector<double> refractive_indices, int count);

} // namespace healed::transport

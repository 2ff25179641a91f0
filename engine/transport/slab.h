#pragma once

#include "skin/stack.h"
#include "transport/directions.h"

#include <Eigen/Core>

namespace healed::transport {

/// What a slab does to light that falls on either face, between the directions of its own medium and without
/// any boundary. Entries act on flux divided by the root of the direction's étendue: both are symmetric, and
/// light in all directions of equal radiance is the vector of those roots.
struct Slab {
    Eigen::MatrixXd reflection;
    Eigen::MatrixXd transmission;
};

/// Scattering between the directions of one medium, sorted by Legendre order.
class SlabOptics {
  public:
    SlabOptics(const Directions& directions, double refractive_index);

    /// Reflection and transmission of a homogeneous layer, exact in its thickness, infinity included.
    Slab slab(const skin::OpticalLayer& layer) const;

  private:
    /// D·(extinction − scattering·Σ χ_k q_k q_kᵀ)·D with D = μ^−½: attenuation of sums (even orders) or
    /// differences (odd orders) of opposite radiances, 1/mm.
    Eigen::MatrixXd attenuation(const Eigen::MatrixXd& basis, const Eigen::VectorXd& moments,
                                double extinction, double scattering) const;

    Eigen::VectorXd cosines_;
    Eigen::MatrixXd even_; ///< columns: even Legendre orders, orthonormal in the quadrature
    Eigen::MatrixXd odd_;
};

} // namespace healed::transport

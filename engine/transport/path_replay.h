#pragma once

#include "base/progress.h"
#include "transport/patch.h"

namespace healed::transport {

/// The judge: walks `paths` photons per wavelength through the bare stack, starting at the detector
/// (adjoint), and weighs each returning path at each grid point by exp(−∫ ink ds): R(x)/R0 = E[exp(−∫ µ ds)].
/// Ink must hardly scatter; nothing else is assumed. The same paths serve all grid points, so their errors
/// are correlated. Deterministic for a seed on any number of threads. Float arithmetic per event, double
/// sums.
PatchReflectance replay_patch(const Patch& patch, std::uint64_t paths, std::uint32_t seed,
                              const Progress& progress);

} // namespace healed::transport

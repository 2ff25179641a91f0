#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "transport/patch.h"

namespace healed::transport {

/// The judge: walks `paths` photons per wavelength through the bare stack, starting at the detector
/// (adjoint), and weighs each returning path at each grid point by exp(−∫ ink ds): R(x)/R0 = E[exp(−∫ µ ds)].
/// Ink must hardly scatter; nothing else is assumed. The same paths serve all grid points, and all
/// wavelengths at which the skin scatters alike, so their errors are correlated. Deterministic for a seed on
/// any number of threads. Float arithmetic per event, double sums. No path is cut off: long ones play an
/// unbiased roulette.
///
/// Photons that start diffusely stand for light that leaves the point into the whole hemisphere under an even
/// sky; those that start along the normal for a beam onto the point, or by reciprocity for what leaves it
/// along the normal under an even sky.
///
/// `bare` is the walk's own estimate of R0. Throws Error when no path came back, and naming an absorber that
/// repeats too often (ink_images.h). `paths` 1 … 4e9.
PatchReflectance replay_patch(const Patch& patch, std::uint64_t paths, std::uint32_t seed,
                              const Progress& progress);

/// The same on a device: the same photons, equal to the processor's but for the last digits of its arithmetic
/// (which some paths magnify until they go another way). The same bytes for a seed on one device.
PatchReflectance replay_patch(const gpu::Device& device, const Patch& patch, std::uint64_t paths,
                              std::uint32_t seed, const Progress& progress);

/// A device that is a processor itself (software Vulkan) runs the same work four to ten times slower than our
/// own code for processors, which looks only at points that a path can meet ink from.
bool replays_faster_than_processor(const gpu::Device& device);

/// On the device or on the processor, whichever is faster.
PatchReflectance replay_patch_faster(const gpu::Device& device, const Patch& patch, std::uint64_t paths,
                                     std::uint32_t seed, const Progress& progress);

} // namespace healed::transport

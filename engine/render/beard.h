#pragma once

#include "head/head.h"
#include "treatment/dot.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::render {

/// Thickness of a beard's hairs, mm: about 1.5 times those of the scalp (J. Tolgyesi et al., J. Soc. Cosmet.
/// Chem. 34, 1983).
inline constexpr float beard_radius_mm = 0.055f;

/// Hairs a mm² of skin at each vertex of a man's head, from landmarks: moustache, chin, jaw, the lower cheek,
/// a strip before the ear, and the neck down to the larynx. Its outline and densities are by eye, within the
/// 20 to 80 a cm² that are counted (Tolgyesi 1983).
std::vector<float> beard_per_mm2(const head::Head& head);

/// The hairs of such a beard, as they leave the skin: chart places are those of the nearest vertex, beyond
/// the scalp. Deterministic.
std::vector<treatment::Hair> beard(const head::Head& head, std::span<const float> per_mm2,
                                   std::uint64_t seed);

} // namespace healed::render

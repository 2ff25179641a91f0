#pragma once

#include "color/spectrum.h"
#include "skin/optics.h"
#include "skin/stack.h"
#include "transport/incidence.h"

namespace healed::transport {

/// Shares of light that fall on a plane stack from above and where they go, each 0 … 1. "Normal" is a
/// collimated beam along the normal, "diffuse" is light of equal radiance from the whole hemisphere above.
struct PlaneReflectance {
    double specular_normal;      ///< mirrored by the top surface without entering
    double reflectance_normal;   ///< back out of the stack, without the specular part
    double transmittance_normal; ///< into the medium below, scattered or not
    double specular_diffuse;
    double reflectance_diffuse;
    double transmittance_diffuse;

    double total_normal() const { return specular_normal + reflectance_normal; }
    double total_diffuse() const { return specular_diffuse + reflectance_diffuse; }
};

/// Fewest and most directions a hemisphere.
inline constexpr int fewest_streams = 8;
inline constexpr int most_streams = 64;
/// Enough for skin (g up to 0.85): within 0.05 % of the limit.
inline constexpr int draft_streams = 16;
/// Enough for validation: within 0.005 % of the limit for g up to 0.9.
inline constexpr int exact_streams = 48;

/// Deterministic transport through a stack: discrete directions, exact in depth. Nothing is random, and only
/// `streams` limits the accuracy. Layers of equal index join without any boundary between them; at a step of
/// the index each direction refracts onto one of its neighbour's and splits by Fresnel's unpolarised
/// coefficients, or is totally reflected.
PlaneReflectance plane_reflectance(const skin::OpticalStack& stack, int streams = exact_streams);

/// Whether the light that the surface mirrors counts.
enum class Specular { Excluded, Included };

/// Reflectance of skin without ink at 380 … 780 nm.
color::Spectrum bare_reflectance(const skin::Skin& skin, Incidence incidence = Incidence::Diffuse,
                                 Specular specular = Specular::Excluded, int streams = draft_streams);

} // namespace healed::transport

#pragma once

#include <array>
#include <cstddef>

/// The axes of dot_tables and what stands at them.
namespace healed::transport {

inline constexpr std::array depths_mm = {0.05f, 0.10f, 0.16f, 0.22f, 0.28f, 0.36f, 0.48f, 0.65f, 0.95f, 1.5f};
inline constexpr std::array sigmas_mm = {0.03f, 0.05f, 0.08f, 0.13f, 0.22f, 0.40f};
inline constexpr std::array radii_mm = {0.015f, 0.022f, 0.030f, 0.040f, 0.052f, 0.068f};
inline constexpr std::array absorptions_per_mm = {0.3f, 1.0f, 3.0f, 8.0f, 20.0f, 50.0f, 150.0f};
/// The spread hardly depends on the strength; it is taken where a healed dot usually lies.
inline constexpr float spread_absorption_per_mm = 8.0f;

/// Vertical spread of the tabulated dots; others are taken at equal vertical optical depth.
inline constexpr float table_sigma_z_mm = 0.08f;
/// Ink in a crust lies on the surface and within the torn epidermis.
inline constexpr float crust_depth_mm = 0.02f;
inline constexpr float crust_sigma_z_mm = 0.01f;
/// A scalp hair's root lies about so deep (literature: 1.5–4 mm for terminal hair; light does not tell
/// beyond).
inline constexpr float shaft_bottom_mm = 1.5f;
/// mm sideways per mm of depth: hair that leaves the skin at 45°.
inline constexpr float shaft_slant = 1.0f;

inline constexpr std::size_t absorber_widths = sigmas_mm.size();
inline constexpr std::size_t crust_group = depths_mm.size();
inline constexpr std::size_t shaft_group = crust_group + 1;
inline constexpr std::size_t group_count = shaft_group + 1;
inline constexpr std::size_t dot_entry_count = group_count * absorber_widths;

/// How an absorber's darkening spreads over the surface: shares of Gaussians of these standard deviations.
inline constexpr std::size_t spread_widths = 3;
inline constexpr std::array<float, spread_widths> spread_sigma_mm = {0.10f, 0.35f, 1.0f};

} // namespace healed::transport

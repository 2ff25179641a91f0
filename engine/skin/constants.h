#pragma once

#include "base/constant.h"

#include <span>

/// What skin is made of, beyond what differs from person to person (SkinSettings). Wavelengths in nm.
namespace healed::skin::constant {

using enum Evidence;

// A table reads in rows.
// clang-format off

inline constexpr Constant melanosome_factor{"skin.melanosome.factor", 6.6e11, "1/cm at 1 nm", 5.0e11, 8.0e11, Literature, "Jacques 1998: 6.6e11 wavelength^-3.33"};
inline constexpr Constant melanosome_power{"skin.melanosome.power", -3.33, "1", -3.6, -3.0, Literature, "Jacques 1998: 6.6e11 wavelength^-3.33"};
inline constexpr Constant baseline_constant{"skin.baseline.constant", 0.244, "1/cm", 0.1, 0.3, Literature, "Saidi 1992 in Jacques 1998; people ask for a factor of their own on all of it"};
inline constexpr Constant baseline_height{"skin.baseline.height", 85.3, "1/cm", 20.0, 100.0, Literature, "Saidi 1992 in Jacques 1998; people ask for a factor of their own on all of it"};
inline constexpr Constant baseline_from{"skin.baseline.from", 154.0, "nm", 154.0, 154.0, Literature, "Saidi 1992 in Jacques 1998; no freedom beside the height"};
inline constexpr Constant baseline_width{"skin.baseline.width", 66.2, "nm", 60.0, 72.0, Literature, "Saidi 1992 in Jacques 1998"};
inline constexpr Constant haemoglobin{"skin.blood.haemoglobin", 150.0, "g/l", 120.0, 170.0, Literature, "whole blood (S. Prahl)"};
inline constexpr Constant haemoglobin_mass{"skin.blood.haemoglobin_mass", 64500.0, "g/mol", 64458.0, 64500.0, Literature, "of the tetramer (S. Prahl)"};
inline constexpr Constant papillary_blood{"skin.blood.papillary_ratio", 2.0, "1", 1.5, 2.5, Literature, "blood of the papillary over that of the reticular dermis: about twice"};
inline constexpr Constant fat_blood{"skin.blood.fat_ratio", 0.4, "1", 0.1, 0.8, Assumed, "blood of fat over that of the reticular dermis"};
inline constexpr Constant epidermis_scattering{"skin.epidermis.scattering", 66.7, "1/cm", 50.0, 80.0, Literature, "reduced, at 500 nm (Jacques 2013, tables 1-2); people ask for a factor of their own"};
inline constexpr Constant epidermis_rayleigh{"skin.epidermis.rayleigh_share", 0.29, "1", 0.2, 0.4, Literature, "Jacques 2013, eq. 2"};
inline constexpr Constant epidermis_mie_power{"skin.epidermis.mie_power", 0.689, "1", 0.5, 1.0, Literature, "Jacques 2013, eq. 2"};
inline constexpr Constant dermis_scattering{"skin.dermis.scattering", 43.6, "1/cm", 32.0, 60.0, Literature, "reduced, at 500 nm (Jacques 2013, tables 1-2); people ask for a factor of their own"};
inline constexpr Constant dermis_rayleigh{"skin.dermis.rayleigh_share", 0.41, "1", 0.3, 0.5, Literature, "Jacques 2013, eq. 2"};
inline constexpr Constant dermis_mie_power{"skin.dermis.mie_power", 0.562, "1", 0.4, 0.9, Literature, "Jacques 2013, eq. 2"};
inline constexpr Constant fat_scattering{"skin.fat.scattering", 19.3, "1/cm", 13.0, 30.0, Literature, "reduced, at 500 nm (Jacques 2013, tables 1-2); people ask for a factor of their own"};
inline constexpr Constant fat_rayleigh{"skin.fat.rayleigh_share", 0.174, "1", 0.1, 0.3, Literature, "Jacques 2013, eq. 2"};
inline constexpr Constant fat_mie_power{"skin.fat.mie_power", 0.447, "1", 0.3, 0.7, Literature, "Jacques 2013, eq. 2"};
inline constexpr Constant anisotropy_at_0{"skin.anisotropy.constant", 0.62, "1", 0.60, 0.64, Literature, "van Gemert 1989: g = 0.62 + 0.29e-3 wavelength"};
inline constexpr Constant anisotropy_per_nm{"skin.anisotropy.slope", 0.29e-3, "1/nm", 0.2e-3, 0.4e-3, Literature, "van Gemert 1989: g = 0.62 + 0.29e-3 wavelength"};

// clang-format on

} // namespace healed::skin::constant

namespace healed::skin {

/// All of the above, for people.
std::span<const Constant> constants();

} // namespace healed::skin

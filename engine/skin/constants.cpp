#include "skin/constants.h"

#include <array>

namespace healed::skin {

std::span<const Constant> constants() {
    using namespace constant;
    static constexpr std::array all{
        melanosome_factor,    melanosome_power,   baseline_constant,   baseline_height,   baseline_from,
        baseline_width,       haemoglobin,        haemoglobin_mass,    papillary_blood,   fat_blood,
        epidermis_scattering, epidermis_rayleigh, epidermis_mie_power, dermis_scattering, dermis_rayleigh,
        dermis_mie_power,     fat_scattering,     fat_rayleigh,        fat_mie_power,     anisotropy_at_0,
        anisotropy_per_nm};
    return all;
}

} // namespace healed::skin

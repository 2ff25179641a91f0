#include "aging/constants.h"

#include <vector>

namespace healed::aging {

std::span<const Constant> constants() {
    using namespace constant;
    static const std::vector<Constant> all = [] {
        std::vector<Constant> list{epidermis,
                                   profile_sd,
                                   crust_share,
                                   crust_day,
                                   crust_width,
                                   crust_rate,
                                   crust_drying,
                                   crust_width_ratio,
                                   crust_blood,
                                   flake_day,
                                   flake_sigma,
                                   flake_cover,
                                   advised_water_day,
                                   advised_sweat_day,
                                   advised_shave_day,
                                   advised_pool_day,
                                   crust_softening,
                                   water_cost,
                                   sweat_cost,
                                   shave_cost,
                                   pool_cost,
                                   epidermal_tau,
                                   uptake_rate,
                                   lymph_rate,
                                   transepidermal_start,
                                   transepidermal_length,
                                   closing_day,
                                   redness_start,
                                   redness_tau,
                                   redness_per_wound,
                                   flake_reflectance,
                                   veil_reference,
                                   veil_depth,
                                   veil_day,
                                   veil_sigma,
                                   deep_clearance,
                                   papillary_clearance,
                                   clearance_length,
                                   clearance_per_100_sed,
                                   per_year_of_age,
                                   median_age,
                                   smoker_factor,
                                   per_weekly_swim,
                                   occasional_exfoliant,
                                   daily_exfoliant,
                                   ferric_share,
                                   ferric_clearance,
                                   vertex_dose,
                                   daily_protection,
                                   occasional_protection,
                                   laser_clearance,
                                   laser_half_absorption,
                                   laser_depth,
                                   laser_fragment_tau,
                                   laser_darkening,
                                   settling_tau,
                                   spread,
                                   spread_depth,
                                   spread_length};
        list.insert(list.end(), ambient_dose.begin(), ambient_dose.end());
        list.insert(list.end(), melanin_dose.begin(), melanin_dose.end());
        list.insert(list.end(), laser_skin.begin(), laser_skin.end());
        list.insert(list.end(), healed_size_ratio.begin(), healed_size_ratio.end());
        return list;
    }();
    return all;
}

} // namespace healed::aging

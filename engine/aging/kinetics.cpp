#include "aging/kinetics.h"

#include "aging/constants.h"
#include "aging/exposure.h"
#include "base/error.h"

#include <algorithm>
#include <cmath>

namespace healed::aging {

double clearance_per_year(double depth_mm) {
    return constant::deep_clearance +
           constant::papillary_clearance * std::exp(-depth_mm / constant::clearance_length);
}

double Kinetics::immune_factor(double sed_per_year) const {
    return client_factor * (1.0 + constant::clearance_per_100_sed * sed_per_year / 100.0);
}

Kinetics kinetics(const ink::Ink& ink, const ink::Library& library, const Client& client) {
    if (ink.components.size() > treatment::max_pigments)
        fail("ink {}: {} components, at most {}", ink.name, ink.components.size(), treatment::max_pigments);
    Kinetics result;
    const double age_factor = 1.0 + constant::per_year_of_age * (client.age_years - constant::median_age);
    result.client_factor = client.immune_factor * std::max(age_factor, 0.0) * client.oil_factor *
                           (client.smoker ? constant::smoker_factor.value : 1.0);
    result.vertex_sed_per_year = vertex_dose_sed(client);
    for (std::size_t i = 0; i < ink.components.size(); ++i) {
        const ink::Pigment& pigment = library.pigment(ink.components[i].pigment);
        result.pigments.push_back(pigment.name);
        result.clearance_factor[i] = pigment.clearance_factor;
        result.metabolic_per_year[i] = pigment.metabolic_loss_per_year;
        result.bleach_per_sed[i] = pigment.light_loss_per_100_sed / 100.0;
        if (pigment.name == magnetite)
            result.magnetite_place = static_cast<int>(i);
    }
    return result;
}

} // namespace healed::aging

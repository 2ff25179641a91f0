#include "aging/kinetics.h"

#include "aging/constants.h"
#include "base/error.h"

#include <cmath>

namespace healed::aging {

double clearance_per_year(double depth_mm) {
    return constant::deep_clearance +
           constant::papillary_clearance * std::exp(-depth_mm / constant::clearance_length);
}

Kinetics kinetics(const ink::Ink& ink, const ink::Library& library, const Client& client) {
    if (ink.components.size() > treatment::max_pigments)
        fail("ink {}: {} components, at most {}", ink.name, ink.components.size(), treatment::max_pigments);
    Kinetics result;
    result.exposure = Exposure(client);
    result.care = client.care;
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

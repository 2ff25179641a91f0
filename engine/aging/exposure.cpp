#include "aging/exposure.h"

#include "aging/constants.h"
#include "base/error.h"

namespace healed::aging {

namespace {

double transmission(Protection protection) {
    switch (protection) {
    case Protection::Daily:
        return constant::daily_protection;
    case Protection::Occasional:
        return constant::occasional_protection;
    case Protection::None:
        break;
    }
    return 1.0;
}

} // namespace

double vertex_dose_sed(const Client& client) {
    if (client.fitzpatrick < 1 || client.fitzpatrick > 6)
        fail("client: fitzpatrick: {} is outside 1 … 6", client.fitzpatrick);
    if (!(client.ambient_sed_per_year >= 0.0) || !(client.outdoor_fraction >= 0.0))
        fail("client: ambient_sed_per_year: {} and outdoor_fraction: {} must not be negative",
             client.ambient_sed_per_year, client.outdoor_fraction);
    const auto type = static_cast<std::size_t>(client.fitzpatrick - 1);
    return client.ambient_sed_per_year * client.outdoor_fraction * constant::vertex_dose *
           transmission(client.protection) * constant::melanin_dose[type];
}

} // namespace healed::aging

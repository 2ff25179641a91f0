#include "aging/client.h"

namespace healed::aging {

Client with_habits(Client client, const Habits& habits) {
    // A place, however stated, replaces the place before.
    if (habits.latitude_deg || habits.ambient_sed_per_year)
        client.latitude_deg = habits.latitude_deg;
    client.ambient_sed_per_year = habits.ambient_sed_per_year.value_or(client.ambient_sed_per_year);
    client.outdoor_fraction = habits.outdoor_fraction.value_or(client.outdoor_fraction);
    client.protection = habits.protection.value_or(client.protection);
    client.hat = habits.hat.value_or(client.hat);
    client.swims_per_week = habits.swims_per_week.value_or(client.swims_per_week);
    client.exfoliant = habits.exfoliant.value_or(client.exfoliant);
    client.oil_factor = habits.oil_factor.value_or(client.oil_factor);
    client.smoker = habits.smoker.value_or(client.smoker);
    return client;
}

} // namespace healed::aging

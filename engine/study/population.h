#pragma once

#include "aging/client.h"

#include <cstdint>
#include <optional>

namespace healed::study {

/// One virtual client: a body, its habits, the hand that treated it, and what it takes to satisfy it.
struct Person {
    aging::Client client;
    double depth_offset_mm; ///< of this client's dots from the plan's resting depth
    double size_factor;     ///< on the footprint of all dots
    double load_factor;     ///< on the ink of all dots, beyond what their size brings
    double taste;           ///< standard normal: how much contrast this client wants kept, against others
};

/// What is the same for all clients of a study; what is absent is drawn for each.
struct SetForAll {
    std::optional<double> ambient_sed_per_year, outdoor_fraction, immune_factor, age_years, oil_factor;
    std::optional<double> latitude_deg, swims_per_week; ///< latitude decides the ambient dose
    std::optional<aging::Protection> protection, hat;
    std::optional<aging::Frequency> exfoliant;
    std::optional<bool> smoker;
    std::optional<int> fitzpatrick; ///< 1 … 6
};

/// Client `index` of a seed, spread as those of practice (constants.h); a pure function. A setting that is
/// the same for all changes no other draw, so studies of one seed that differ in a setting hold the same
/// people.
Person draw_person(const SetForAll& set, std::uint64_t seed, std::uint64_t index);

/// A person whose body and habits are known. Drawn is what nobody can know beforehand: immunity, how much of
/// the sky a life like that sees, the hand, and taste. Client `index` draws the same as in draw_person().
Person draw_person_like(const aging::Client& known, std::uint64_t seed, std::uint64_t index);

} // namespace healed::study

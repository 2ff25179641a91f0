#pragma once

#include "aging/care.h"

#include <optional>
#include <vector>

namespace healed::aging {

enum class Frequency { None, Occasional, Daily };
using Protection = Frequency;

/// How a person lives, as far as ink notices; what is left out stays as it was.
struct Habits {
    std::optional<double> latitude_deg;
    std::optional<double> ambient_sed_per_year;
    std::optional<double> outdoor_fraction;
    std::optional<Protection> protection;
    std::optional<Protection> hat;
    std::optional<double> swims_per_week;
    std::optional<Frequency> exfoliant;
    std::optional<double> oil_factor;
    std::optional<bool> smoker;
};

/// From a time on the plan's clock, -10 … 50 y, a person lives otherwise.
struct HabitChange {
    double at_years = 0.0;
    Habits habits;
};

/// A while of other habits, such as a holiday, once or again and again.
struct Season {
    double at_years = 0.5;    ///< beginning of the first, on the plan's clock, -10 … 50
    double days = 14.0;       ///< 1 … 365
    double every_years = 1.0; ///< from one beginning to the next, at least `days`, up to 20
    int times = 1;            ///< 1 … 60
    Habits habits;
};

/// What of a person changes how fast ink goes: PHYSICS terms, all at population medians by default.
struct Client {
    double ambient_sed_per_year = 5500.0; ///< erythemal dose on a horizontal plane outdoors, 500 … 20,000
    double outdoor_fraction = 0.03;       ///< of the ambient dose that a person receives, 0 … 0.3
    Protection protection = Protection::Occasional; ///< sunscreen
    double immune_factor = 1.0;                     ///< multiplies immune clearance, 0.2 … 5
    double age_years = 42.0;                        ///< at the plan's zero; held over the plan, 18 … 90
    double oil_factor = 1.0;                        ///< 0.9 dry, 1 normal, 1.25 oily
    bool smoker = false;
    int fitzpatrick = 3;                ///< 1 … 6: how much the skin's melanin shields
    std::optional<double> latitude_deg; ///< -66 … 66; where given, it decides the ambient dose
    Protection hat = Protection::None;
    double swims_per_week = 0.0;           ///< in chlorinated water, 0 … 14
    Frequency exfoliant = Frequency::None; ///< acids and retinoids on the scalp
    Care care;                             ///< of the skin while it heals
    std::vector<HabitChange> changes;      ///< rising in time
    std::vector<Season> seasons;           ///< where several hold at once, the last in this list decides
};

/// The client as they live with these habits.
Client with_habits(Client client, const Habits& habits);

} // namespace healed::aging

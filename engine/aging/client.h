#pragma once

namespace healed::aging {

enum class Protection { None, Occasional, Daily };

/// What of a person changes how fast ink goes: PHYSICS terms, all at population medians by default.
struct Client {
    double ambient_sed_per_year = 5500.0;   ///< erythemal dose on a horizontal plane outdoors, 500 … 20,000
    double outdoor_fraction = 0.03;         ///< of the ambient dose that a person receives, 0 … 0.3
    Protection protection = Protection::Occasional;
    double immune_factor = 1.0;             ///< multiplies immune clearance, 0.2 … 5
    double age_years = 42.0;                ///< 18 … 90
    double oil_factor = 1.0;                ///< 0.9 dry, 1 normal, 1.25 oily
    bool smoker = false;
    int fitzpatrick = 3;                    ///< 1 … 6: how much the skin's melanin shields
};

} // namespace healed::aging

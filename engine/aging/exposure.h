#pragma once

#include "aging/client.h"

#include <glm/glm.hpp>
#include <vector>

namespace healed::aging {

/// Erythemal dose outdoors on a horizontal plane by latitude, SED/y; linear between the known places, the
/// southern half brighter. -66 … 66.
double ambient_sed_per_year(double latitude_deg);

/// Erythemal dose that reaches ink on a level, bald vertex in a year, SED: ambient × habits × vertex over
/// dosimeter × protection × melanin, with the client's standing habits. Throws Error naming the field for a
/// client out of range.
double vertex_dose_sed(const Client& client);

/// What multiplies immune clearance before sun: immunity × age × oil × smoking × swimming × exfoliants.
double clearance_factor(const Client& client);

/// Share of the vertex' dose that falls on skin with this normal: the share of an even sky that it sees. It
/// is 1 on level skin and 1/2 on upright skin, where a dosimeter is worn.
inline double slope_share(const glm::vec3& normal) {
    return 0.5 + 0.5 * static_cast<double>(normal.y);
}

/// What a stretch of life adds up to.
struct Lived {
    double years = 0.0;
    double factor_years = 0.0; ///< ∫ clearance_factor dt
    double factor_sed = 0.0;   ///< ∫ clearance_factor · dose rate dt, SED
    double sed = 0.0;          ///< ∫ dose rate dt on level skin, SED
};

/// The habits of a whole life, changes and seasons included: constant between its turns, so every integral is
/// exact and a stretch may be cut anywhere.
class Exposure {
  public:
    /// Throws Error for a client out of range.
    explicit Exposure(const Client& client);
    /// One that nothing has happened to.
    Exposure() = default;

    /// Between two times on the plan's clock, years; `to` not before `from`.
    Lived between(double from, double to) const;
    /// The times at which habits change, rising.
    const std::vector<double>& turns() const { return turns_; }

  private:
    struct Rates {
        double factor = 1.0, sed_per_year = 0.0;
    };
    Lived since_first_turn(double years) const;

    std::vector<double> turns_;
    std::vector<Rates> rates_{1}; ///< before the first turn, and after each
    std::vector<Lived> reached_;  ///< at each turn, from the first
};

} // namespace healed::aging

#pragma once

#include "aging/client.h"

#include <glm/glm.hpp>

namespace healed::aging {

/// Erythemal dose that reaches ink on a level, bald vertex in a year, SED: ambient × habits × vertex over
/// dosimeter × protection × melanin. Throws Error naming the field for a client out of range.
double vertex_dose_sed(const Client& client);

/// Share of the vertex' dose that falls on skin with this normal: the share of an even sky that it sees. It
/// is 1 on level skin and 1/2 on upright skin, where a dosimeter is worn.
inline double slope_share(const glm::vec3& normal) {
    return 0.5 + 0.5 * static_cast<double>(normal.y);
}

} // namespace healed::aging

#pragma once

namespace healed::transport {

/// How light falls on skin: as a beam along the normal, or evenly from the whole hemisphere
/// (cosine-weighted). By reciprocity Normal is also what a camera along the normal sees of skin under an even
/// sky.
enum class Incidence { Normal, Diffuse };

} // namespace healed::transport

#include "head/anthropometry.h"

namespace healed::head {

std::span<const Constant> constants() {
    constexpr const Anthropometry& m = median_man;
    static constexpr std::array<Constant, 16> all{
        m.length,       m.breadth,        m.circumference,  m.tragion_to_vertex,    m.menton_to_sellion,
        m.bizygomatic,  m.interpupillary, m.ear_length,     m.ear_breadth,          m.mouth_width,
        m.nose_width,   m.eye_fissure,    m.eyeball_radius, m.glabella_to_trichion, m.brow_to_plan,
        m.ear_clearance};
    return all;
}

} // namespace healed::head

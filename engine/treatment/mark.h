#pragma once

#include "base/constant.h"
#include "treatment/area.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::treatment {

/// Skin of the scalp that is not like the rest.
enum class MarkKind {
    StripScar, ///< of a strip harvest (FUT): a pale line across the back
    DotScars,  ///< of single-unit harvest (FUE): many small pale discs
    Burn,
    Birthmark,
    Vitiligo
};

struct Mark {
    MarkKind kind = MarkKind::StripScar;
    Area area;
    double dot_mm = 0.9;     ///< diameter of the discs of dot scars, 0.3 … 3
    double spacing_mm = 2.2; ///< between them, 0.5 … 10
};

/// How a place differs from the skin about it.
struct MarkedSkin {
    float melanin = 0.0f;    ///< natural logarithm over the skin's own
    float blood = 0.0f;      ///< the same of blood
    float gloss = 0.0f;      ///< the same of the film on the surface
    float relief = 0.0f;     ///< the same of the heights of pores and fine lines
    float hair_left = 1.0f;  ///< share of follicles that live
    float ink_taken = 1.0f;  ///< ink that stays, over that of whole skin
    float unevenness = 0.0f; ///< coefficient of variation that the skin adds to the ink of a dot
};

/// All marks of a scalp together.
class MarkField {
  public:
    MarkField(const ScalpFrame& frame, std::span<const Mark> marks, std::uint64_t seed);

    bool empty() const { return marks_.empty(); }
    MarkedSkin at(glm::vec2 chart) const;

  private:
    struct Laid {
        Mark mark;
        AreaField area;
    };
    float share(const Laid& laid, glm::vec2 chart) const;
    /// Where a mark with a ragged edge looks instead: its outline wanders.
    glm::vec2 strayed(const Mark& mark, glm::vec2 chart) const;

    const ScalpFrame& frame_;
    std::uint64_t seed_;
    std::vector<Laid> marks_;
};

/// What the kinds of marks are assumed to do, for people.
std::span<const Constant> mark_constants();

} // namespace healed::treatment

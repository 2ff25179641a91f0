#include "head/shaped_form.h"

#include "head/anthropometry.h"
#include "head/dimensions.h"
#include "head/landmarks.h"
#include "head/scalp_survey.h"

namespace healed::head {
namespace {

constexpr int survey_side = 160; ///< enough to measure widths within 0.1 %
constexpr int corrections = 4;

/// Of a woman's jaw and neck on a man's of the same cheekbones; ANSUR II medians of neck circumference are
/// 330 and 397 mm (recalled, not re-read), the jaw by eye.
constexpr double woman_jaw = 0.96, woman_neck = 0.86;

Traits traits_of(const Shape& shape) {
    constexpr double young = 20.0, drawn_at = 35.0;
    return {.folds = std::max(shape.age_years - young, 0.0) / (drawn_at - young),
            .feminine = shape.sex == Sex::Woman ? 1.0 : 0.0};
}

Proportions first_guess(const Shape& shape) {
    const auto over = [](double asked, const Constant& median) { return asked / median; };
    return {.crown = over(shape.breadth_mm, median_man.breadth),
            .face = over(shape.face_breadth_mm, median_man.bizygomatic),
            .up = over(shape.height_mm, median_man.tragion_to_vertex),
            .down = over(shape.face_height_mm, median_man.menton_to_sellion),
            .ahead = over(shape.length_mm, median_man.length),
            .behind = over(shape.length_mm, median_man.length)};
}

/// Jaw and neck follow the cheekbones.
void follow(Proportions& parts, const Shape& shape) {
    const bool woman = shape.sex == Sex::Woman;
    parts.jaw = parts.face * (woman ? woman_jaw : 1.0);
    parts.neck = 0.5 * (1.0 + parts.face) * (woman ? woman_neck : 1.0);
}

} // namespace

double ear_length(const Form& form) {
    const EarEnds ends = ear_ends(form.traits());
    return glm::distance(form.place(ends.top), form.place(ends.bottom));
}

Form form_of(const Shape& shape) {
    Proportions parts = first_guess(shape);
    Traits traits = traits_of(shape);
    follow(parts, shape);
    for (int i = 0; i < corrections; ++i) {
        const Form form(parts, traits);
        const Dimensions now = dimensions_of(survey_scalp(form, survey_side), find_landmarks(form));
        parts.crown *= shape.breadth_mm / now.breadth;
        parts.face *= shape.face_breadth_mm / now.face_breadth;
        parts.up *= shape.height_mm / now.height;
        parts.down *= shape.face_height_mm / now.face_height;
        parts.ahead *= shape.length_mm / now.length;
        parts.behind = parts.ahead;
        traits.ear *= shape.ear_length_mm / ear_length(form);
        follow(parts, shape);
    }
    return Form(parts, traits);
}

} // namespace healed::head

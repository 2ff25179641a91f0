#include "head/form_mesh.h"
#include "head/head.h"
#include "head/head_cache.h"
#include "head/landmarks.h"
#include "head/scalp_survey.h"
#include "head/shaped_form.h"

#include <fmt/format.h>

namespace healed::head {
namespace {

/// Names a head in the cache.
std::string name_of(const Shape& s) {
    return fmt::format("built-in {:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {} {:.6g}", s.length_mm,
                       s.breadth_mm, s.height_mm, s.face_height_mm, s.face_breadth_mm, s.ear_length_mm,
                       sex_words[std::size_t(s.sex)], s.age_years);
}

} // namespace

Head made_built_in_head(const Shape& shape) {
    const Form form = form_of(shape);
    Head head;
    head.name = name_of(shape);
    head.chart = survey_scalp(form);
    head.mesh = mesh_of(form, head.chart);
    head.landmarks = find_landmarks(form);
    return head;
}

Head built_in_head(const Shape& shape) {
    if (std::optional<Head> head = cached_head(name_of(shape)))
        return *std::move(head);
    Head head = made_built_in_head(shape);
    keep_in_cache(head);
    return head;
}

} // namespace healed::head

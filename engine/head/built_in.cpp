#include "head/form_mesh.h"
#include "head/head.h"
#include "head/head_cache.h"
#include "head/landmarks.h"
#include "head/scalp_survey.h"

namespace healed::head {

namespace {
constexpr const char* built_in_name = "built-in";
}

Head made_built_in_head() {
    const Form form;
    Head head;
    head.name = built_in_name;
    head.chart = survey_scalp(form);
    head.mesh = mesh_of(form, head.chart);
    head.landmarks = find_landmarks(form);
    return head;
}

Head built_in_head() {
    if (std::optional<Head> head = cached_head(built_in_name))
        return *std::move(head);
    Head head = made_built_in_head();
    keep_in_cache(head);
    return head;
}

} // namespace healed::head

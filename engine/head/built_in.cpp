#include "head/form_mesh.h"
#include "head/head.h"
#include "head/landmarks.h"
#include "head/scalp_survey.h"

namespace healed::head {

Head built_in_head() {
    const Form form;
    Head head;
    head.name = "built-in";
    head.chart = survey_scalp(form);
    head.mesh = mesh_of(form, head.chart);
    head.landmarks = find_landmarks(form);
    return head;
}

} // namespace healed::head

#pragma once

#include "head/form.h"
#include "head/shape.h"

namespace healed::head {

/// The form whose own dimensions are those asked for: its proportions are corrected until they are.
Form form_of(const Shape& shape);

/// Length of the ear along its leaning axis, mm.
double ear_length(const Form& form);

} // namespace healed::head

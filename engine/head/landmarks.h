#pragma once

#include "head/form.h"
#include "head/head.h"

namespace healed::head {

/// The named places of the built-in head, found on its surface by their definitions in anthropometry.
Landmarks find_landmarks(const Form& form);

} // namespace healed::head

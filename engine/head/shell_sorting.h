#pragma once

#include "head/import.h"
#include "head/scan_mesh.h"

#include <vector>

namespace healed::head {

/// Takes eyes and crumbs out of a model in a head's axes and tells the report; the eyes that were taken, as
/// balls.
std::vector<Eyeball> sort_shells(Soup& soup, const Form& form, ImportReport& report);

} // namespace healed::head

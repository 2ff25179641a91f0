#pragma once

#include "base/reference_table.h"

namespace healed {

/// Reads a file of the reference data beside the checkout, which the product itself never reads; a missing
/// one fails the test in words.
inline ReferenceTable read_reference(const std::string& file) {
    return ReferenceTable(std::string(HEALED_REFERENCE_DIR) + "/" + file);
}

} // namespace healed

#pragma once

#include <filesystem>

namespace healed::head {

/// Looks at what a model file says of itself before anything large is made of it. Throws Error naming the
/// file when it is missing, empty, of an unknown kind, longer than 2 GiB, shorter than its header says, or
/// claims more than most_faces.
void check_claims(const std::filesystem::path& file);

} // namespace healed::head

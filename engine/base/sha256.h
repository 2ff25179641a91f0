#pragma once

#include <string>
#include <string_view>

namespace healed {

/// SHA-256 of the bytes as 64 lower-case hex digits (FIPS 180-4, sections 5.1.1 and 6.2).
std::string sha256_hex(std::string_view bytes);

} // namespace healed

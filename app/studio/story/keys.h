#pragma once

#include <string>
#include <vector>

namespace healed::studio {

/// GLFW's keys of "Ctrl+Shift+Z", in the order in which they go down. Throws Error for a name that is none.
std::vector<int> keys_of(const std::string& words);
/// The name of one key, as keys_of() reads it.
std::string key_word(int key);

} // namespace healed::studio

#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace healed {

/// The world said no: a file, a device, a shader, a project. The message is one line that names the thing,
/// the field and the value. Caught in `main`, when a project is opened and when shaders are reloaded.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Throws an Error whose message is formatted as by fmt::format.
template <typename... Args>
[[noreturn]] void fail(fmt::format_string<Args...> format, Args&&... args) {
    throw Error(fmt::format(format, std::forward<Args>(args)...));
}

} // namespace healed

#pragma once

#include "window/input.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace healed::studio {

/// Writes what is done as a story that does the same again.
class Recorder {
  public:
    /// Throws Error naming the file when it cannot be written.
    explicit Recorder(std::filesystem::path file);
    /// What came in at one turn of the window's loop; turns without any are counted.
    void hear(const std::vector<Input>& inputs);
    /// Replaces the file by all that was heard.
    ~Recorder();

  private:
    std::filesystem::path file_;
    std::string lines_;
    std::size_t still_ = 0; ///< frames since the last input
};

} // namespace healed::studio

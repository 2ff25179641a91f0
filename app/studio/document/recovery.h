#pragma once

#include "project/project.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace healed::studio {

/// $XDG_STATE_HOME/healed, or ~/.local/state/healed. It is made when missing.
std::filesystem::path state_folder();

/// A plan that a window kept aside and never got to save.
struct Kept {
    std::filesystem::path file;
    std::filesystem::path origin; ///< the plan's own file; empty for a new plan
    project::Project project;
};

/// Keeps the unsaved changes of this process aside, so that they outlive it. Files of processes that are gone
/// are what a crash left.
class Recovery {
  public:
    explicit Recovery(std::filesystem::path folder);

    /// Replaces what was kept. Throws Error naming the file when it cannot be written.
    void keep(const project::Project& project, const std::filesystem::path& origin) const;
    /// There is nothing to be lost any more.
    void forget() const;

    /// What other, dead processes kept, newest first; files that cannot be read are left out.
    std::vector<Kept> left_behind() const;
    static void discard(const Kept& kept);

  private:
    std::filesystem::path folder_, own_;
};

} // namespace healed::studio

#pragma once

#include "document/history.h"

#include <filesystem>
#include <functional>
#include <string>

namespace healed::studio {

/// The plan that the window works on, and the one place where it changes.
class Document {
  public:
    /// A new plan from the built-in preset, of no file yet.
    Document();

    const project::Project& project() const { return *history_.now(); }
    const Plan& plan() const { return history_.now(); }
    const History& history() const { return history_; }
    /// Empty for a plan that was never saved.
    const std::filesystem::path& path() const { return path_; }
    /// What the title of the window says.
    std::string name() const;
    bool is_saved() const { return history_.is_saved(); }

    /// Changes the plan in one named step. Throws Error, and changes nothing, where the outcome is no plan
    /// that could be saved and opened again. An edit that changes nothing is no step.
    void edit(const std::string& name, const std::string& gesture,
              const std::function<void(project::Project&)>& change);
    void end_gesture() { history_.end_gesture(); }
    void undo() { history_.undo(); }
    void redo() { history_.redo(); }
    void go_to(std::size_t depth) { history_.go_to(depth); }

    /// Goes on with a plan that was read from a file.
    void take(project::Project project, const std::filesystem::path& path);
    /// Both throw Error naming file, field and value, and leave the document as it was.
    void start_from_preset(const std::string& preset);
    void save(const std::filesystem::path& path);

    /// Takes over a plan that was kept aside in a crash: unsaved changes to the file at `path`, which may be
    /// empty.
    void recover(project::Project project, const std::filesystem::path& path);

  private:
    History history_;
    std::filesystem::path path_;
};

/// A plan with its model's path as seen from another folder.
project::Project seen_from(project::Project project, const std::filesystem::path& folder);

} // namespace healed::studio

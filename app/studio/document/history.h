#pragma once

#include "project/project.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace healed::studio {

/// A plan as it stood at some step; never changed once it is there, so that other threads may read it.
using Plan = std::shared_ptr<const project::Project>;

/// Every state that a plan went through, with the name of the step that led there. No limit.
class History {
  public:
    explicit History(Plan first);

    const Plan& now() const { return steps_[at_].plan; }
    /// Adds a step behind the present one and forgets what was undone. Steps of the same `gesture` (a drag of
    /// one slider) become one while the gesture goes on; an empty gesture stands for itself.
    void add(std::string name, const std::string& gesture, Plan plan);
    /// The next step is one of its own, whatever its gesture.
    void end_gesture() { gesture_.clear(); }

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < steps_.size(); }
    /// Both only where they can.
    void undo();
    void redo();
    /// Name of the step that undo() would take back, and of the one that redo() would bring again.
    const std::string& undo_name() const { return steps_[at_].name; }
    const std::string& redo_name() const { return steps_[at_ + 1].name; }

    /// How many steps lead to the present state.
    std::size_t depth() const { return at_; }
    std::size_t count() const { return steps_.size() - 1; }
    const std::string& name(std::size_t step) const { return steps_[step + 1].name; }
    /// Goes to the state after so many steps, 0 … count().
    void go_to(std::size_t depth);

    /// Whether the present state is the one that was marked as saved.
    bool is_saved() const { return now() == saved_; }
    void mark_saved() { saved_ = now(); }
    void mark_unsaved() { saved_.reset(); }

  private:
    struct Step {
        std::string name;
        Plan plan;
    };
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    std::string gesture_;
    Plan saved_;
};

} // namespace healed::studio

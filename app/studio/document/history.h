#pragma once

#include "document/plan_parts.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace healed::studio {

/// A plan as it stood at some step; never changed once it is there, so that other threads may read it.
using Plan = std::shared_ptr<const project::Project>;
/// Apart from what counts its holders, so that of one nobody holds any more nothing stays.
Plan plan_of(project::Project project);

/// Every state that a plan went through, with the name of the step that led there. No limit: of a step, what
/// it changed is kept.
class History {
  public:
    explicit History(Plan first);

    const Plan& now() const { return now_; }
    const PlanParts& parts() const { return parts_; }
    /// Adds a step behind the present one and forgets what was undone. Steps of the same `gesture` (a drag of
    /// one slider) become one while the gesture goes on; an empty gesture stands for itself.
    void add(std::string name, const std::string& gesture, Plan plan);
    /// The next step is one of its own, whatever its gesture.
    void end_gesture() { gesture_.clear(); }

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ < steps_.size(); }
    /// Both only where they can.
    void undo() { go_to(at_ - 1); }
    void redo() { go_to(at_ + 1); }
    /// Name of the step that undo() would take back, and of the one that redo() would bring again.
    const std::string& undo_name() const { return name(at_ - 1); }
    const std::string& redo_name() const { return name(at_); }

    /// How many steps lead to the present state.
    std::size_t depth() const { return at_; }
    std::size_t count() const { return steps_.size(); }
    const std::string& name(std::size_t step) const { return steps_[step].name; }
    /// Goes to the state after so many steps, 0 … count().
    void go_to(std::size_t depth);

    /// Whether the present state is the one that was marked as saved.
    bool is_saved() const { return now() == saved_; }
    void mark_saved() { saved_ = now(); }
    void mark_unsaved() { saved_.reset(); }

  private:
    struct Step {
        std::string name;
        PlanChange change;
        std::weak_ptr<const project::Project> after; ///< while somebody holds it, it is that and no copy
    };
    std::weak_ptr<const project::Project>& held();

    std::weak_ptr<const project::Project> first_;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    Plan now_;
    PlanParts parts_; ///< of the present state
    std::string gesture_;
    Plan saved_;
};

} // namespace healed::studio

#include "document/history.h"

#include <cassert>

namespace healed::studio {

Plan plan_of(project::Project project) {
    return Plan(new project::Project(std::move(project)));
}

History::History(Plan first)
    : first_(first), now_(first), parts_(parts_of(*first)), saved_(std::move(first)) {}

void History::add(std::string name, const std::string& gesture, Plan plan) {
    const bool goes_on = !gesture.empty() && gesture == gesture_ && at_ > 0;
    gesture_ = gesture;
    if (goes_on)
        steps_[--at_].change.undo(parts_);
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_), steps_.end());
    PlanParts after = parts_of(*plan);
    steps_.push_back({std::move(name), PlanChange(parts_, after), plan});
    ++at_;
    parts_ = std::move(after);
    now_ = std::move(plan);
}

std::weak_ptr<const project::Project>& History::held() {
    return at_ == 0 ? first_ : steps_[at_ - 1].after;
}

void History::go_to(std::size_t depth) {
    assert(depth <= steps_.size());
    end_gesture();
    if (depth == at_)
        return;
    while (at_ > depth)
        steps_[--at_].change.undo(parts_);
    while (at_ < depth)
        steps_[at_++].change.redo(parts_);
    Plan plan = held().lock();
    if (!plan) {
        project::Project again = whole(parts_, "history");
        again.folder = now_->folder;
        plan = plan_of(std::move(again));
        held() = plan;
    }
    now_ = std::move(plan);
}

} // namespace healed::studio

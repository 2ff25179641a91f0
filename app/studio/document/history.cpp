#include "document/history.h"

#include <cassert>

namespace healed::studio {

History::History(Plan first) : steps_{{"", std::move(first)}}, saved_(steps_.front().plan) {}

void History::add(std::string name, const std::string& gesture, Plan plan) {
    steps_.resize(at_ + 1);
    const bool goes_on = !gesture.empty() && gesture == gesture_ && at_ > 0;
    gesture_ = gesture;
    if (goes_on) {
        steps_[at_].plan = std::move(plan);
        return;
    }
    steps_.push_back({std::move(name), std::move(plan)});
    ++at_;
}

void History::undo() {
    assert(can_undo());
    end_gesture();
    --at_;
}

void History::redo() {
    assert(can_redo());
    end_gesture();
    ++at_;
}

void History::go_to(std::size_t depth) {
    assert(depth < steps_.size());
    end_gesture();
    at_ = depth;
}

} // namespace healed::studio

#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace healed::studio {

/// Where the parts of the window stand, by name, as the last frame drew them: what a story means by
/// "click time.healed".
class Marks {
  public:
    void begin_frame() {
        drawn_.swap(drawing_);
        drawing_.clear();
        unexplained_.swap(unexplaining_);
        unexplaining_.clear();
    }
    void put(std::string_view name, ImVec2 low, ImVec2 high) {
        drawing_[std::string(name)] = {low, high};
        unexplaining_.insert(latest_ = name);
        if (name == wanted_)
            ImGui::SetScrollFromPosY(0.5f * (low.y + high.y) - ImGui::GetWindowPos().y, 0.5f);
    }
    /// The same of a place that is no control: nothing happens where it is pressed.
    void put_place(std::string_view name, ImVec2 low, ImVec2 high) {
        put(name, low, high);
        explain();
    }
    /// Scrolls a panel until this part of it can be seen, as long as it is wanted; "" for none.
    void bring_to_sight(std::string name) { wanted_ = std::move(name); }
    /// The item that was drawn last.
    void put_item(std::string_view name) { put(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax()); }

    /// The part that was put last has a tooltip.
    void explain() { unexplaining_.erase(latest_); }
    /// The same where it is the part of this name, or one of several below it.
    void explain(std::string_view name) {
        const bool is_below = latest_.size() > name.size() && latest_[name.size()] == '.';
        if (latest_.starts_with(name) && (latest_ == name || is_below))
            explain();
    }
    /// Parts of the last frame that no tooltip explains.
    const std::set<std::string>& unexplained() const { return unexplained_; }

    struct Box {
        ImVec2 low, high;
        ImVec2 middle() const { return {0.5f * (low.x + high.x), 0.5f * (low.y + high.y)}; }
    };
    std::optional<Box> find(const std::string& name) const {
        const auto found = drawn_.find(name);
        return found == drawn_.end() ? std::nullopt : std::optional(found->second);
    }
    const std::map<std::string, Box>& all() const { return drawn_; }

  private:
    std::map<std::string, Box> drawn_, drawing_;
    std::set<std::string> unexplained_, unexplaining_;
    std::string wanted_, latest_;
};

/// Those of the window.
Marks& marks();

} // namespace healed::studio

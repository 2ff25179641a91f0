#pragma once

#include <imgui.h>

#include <map>
#include <optional>
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
    }
    void put(std::string_view name, ImVec2 low, ImVec2 high) {
        drawing_[std::string(name)] = {low, high};
        if (name == wanted_)
            ImGui::SetScrollFromPosY(0.5f * (low.y + high.y) - ImGui::GetWindowPos().y, 0.5f);
    }
    /// Scrolls a panel until this part of it can be seen, as long as it is wanted; "" for none.
    void bring_to_sight(std::string name) { wanted_ = std::move(name); }
    /// The item that was drawn last.
    void put_item(std::string_view name) { put(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax()); }

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
    std::string wanted_;
};

/// Those of the window.
Marks& marks();

} // namespace healed::studio

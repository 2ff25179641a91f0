#include "interface/actions.h"
#include "interface/dialogs.h"

#include "document/words.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#include <imgui_stdlib.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace healed::studio {

namespace {

constexpr std::size_t most_found = 12;

std::string lower(std::string words) {
    std::ranges::transform(words, words.begin(),
                           [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return words;
}

/// Actions whose words hold every typed word, those that begin with the first one first.
std::vector<const Action*> found_by(const std::string& typed) {
    const std::string wanted = lower(typed);
    std::vector<const Action*> found;
    for (const Action& one : actions()) {
        const std::string words = lower(say(one.id));
        std::size_t begin = 0;
        bool all = true;
        while (all && begin < wanted.size()) {
            const std::size_t end = std::min(wanted.find(' ', begin), wanted.size());
            all = words.find(wanted.substr(begin, end - begin)) != std::string::npos;
            begin = end + 1;
        }
        if (all)
            found.push_back(&one);
    }
    std::ranges::stable_sort(found, [&](const Action* a, const Action* b) {
        return lower(say(a->id)).starts_with(wanted) && !lower(say(b->id)).starts_with(wanted);
    });
    return found;
}

void draw_found(const Action& one, bool chosen) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered())
        list.AddRectFilled(low, high, chosen ? paint::accent_soft : paint::hovered, px(6));
    const float y = 0.5f * (low.y + high.y - ImGui::GetFontSize());
    draw_icon(list, one.icon, {low.x + px(18), 0.5f * (low.y + high.y)}, px(15), paint::quiet);
    list.AddText({low.x + px(38), y}, paint::text, say(one.id));
    const std::string keys = shortcut_words(one);
    const float wide = ImGui::CalcTextSize(keys.c_str()).x;
    list.AddText({high.x - wide - px(10), y}, paint::quiet, keys.c_str());
}

} // namespace

void draw_palette(Studio& studio) {
    Dialogs& dialogs = studio.dialogs;
    if (dialogs.just_opened) {
        dialogs.text.clear();
        ImGui::SetKeyboardFocusHere();
    }
    ImGui::SetNextItemWidth(-1);
    const std::size_t typed = dialogs.text.size();
    const bool entered = ImGui::InputTextWithHint("##command", say("palette.what"), &dialogs.text,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    marks().put_item("palette");
    hint_of("palette.what");
    if (typed != dialogs.text.size())
        dialogs.chosen = 0;
    const std::vector<const Action*> found = found_by(dialogs.text);
    const std::size_t shown = std::min(found.size(), most_found);
    if (ImGui::IsKeyPressed(GLFW_KEY_DOWN) && dialogs.chosen + 1 < shown)
        ++dialogs.chosen;
    if (ImGui::IsKeyPressed(GLFW_KEY_UP) && dialogs.chosen > 0)
        --dialogs.chosen;
    const Action* run = entered && dialogs.chosen < shown ? found[dialogs.chosen] : nullptr;
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string name = fmt::format("palette.{}", i);
        if (ImGui::InvisibleButton(name.c_str(), {ImGui::GetContentRegionAvail().x, px(30)}))
            run = found[i];
        marks().put_item(name);
        marks().explain(); // by the words beside it
        draw_found(*found[i], i == dialogs.chosen);
    }
    if (!run)
        return;
    dialogs.open = Dialog::None;
    run_action(studio, run->id);
}

void draw_shortcuts(Studio& studio) {
    if (ImGui::BeginTable("keys", 3, ImGuiTableFlags_SizingStretchSame)) {
        ImFont* font = letters(Letters::Small);
        ImGui::PushFont(font);
        for (const Action& one : actions()) {
            const std::string keys = shortcut_words(one);
            if (keys.empty())
                continue;
            ImGui::TableNextColumn();
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x;
            const float wide = ImGui::CalcTextSize(keys.c_str()).x;
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddText(at, paint::text, say(one.id));
            list.AddText({at.x + width - wide - px(12), at.y}, paint::accent, keys.c_str());
            ImGui::Dummy({width, px(15)});
        }
        ImGui::PopFont();
        ImGui::EndTable();
    }
    gap();
    quiet_text(say("shortcuts.mouse"));
    gap();
    if (button("dialog.close", Icon::None, ButtonLook::Main))
        studio.dialogs.open = Dialog::None;
}

} // namespace healed::studio

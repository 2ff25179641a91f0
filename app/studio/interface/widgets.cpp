#include "interface/widgets.h"

#include "document/words.h"
#include "interface/marks.h"

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace healed::studio {

Marks& marks() {
    static Marks all;
    return all;
}

void hint_words(const std::string& words) {
    const bool asked = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled) ||
                       (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
    const ImGuiIO& io = ImGui::GetIO();
    // Who has pressed it knows what it does, and wants to see what came of it.
    const ImVec2 since_pressed = io.MousePos - io.MouseClickedPos[0];
    const bool pressed = io.MouseClickedTime[0] > 0.0 && ImLengthSqr(since_pressed) < 9.0f;
    if (!asked || (!io.NavVisible && (pressed || GImGui->HoveredIdTimer < 0.35f)))
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(10)});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(px(300));
    ImGui::PushFont(letters(Letters::Small));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void hint(std::string_view key) {
    const std::string name = std::string(key) + ".hint";
    const std::string words = say(name);
    if (words == name)
        return;
    marks().explain(key);
    hint_words(words);
}

void hint_of(std::string_view key) {
    marks().explain();
    hint(key);
}

namespace {

struct Look {
    ImU32 ground, ink;
};

Look look_of(ButtonLook look, bool hovered, bool held) {
    if (look == ButtonLook::Main)
        return {held      ? faded(paint::accent, 0.75f)
                : hovered ? faded(paint::accent, 0.9f)
                          : paint::accent,
                paint::ground};
    if (look == ButtonLook::Chosen)
        return {paint::accent_soft, paint::text};
    const ImU32 resting = look == ButtonLook::Bare ? IM_COL32(0, 0, 0, 0) : paint::raised;
    return {held      ? paint::pressed
            : hovered ? paint::hovered
                      : resting,
            look == ButtonLook::Bare && !hovered ? paint::quiet : paint::text};
}

/// A button of any face: its place and what the mouse and the keys do to it. False when clipped away.
struct Pressed {
    ImRect box;
    bool hovered = false, held = false, pressed = false, shown = false;
};

Pressed press(std::string_view key, ImVec2 size) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImGuiID id = window->GetID(key.data(), key.data() + key.size());
    Pressed state;
    state.box = ImRect(window->DC.CursorPos, window->DC.CursorPos + size);
    ImGui::ItemSize(size, ImGui::GetStyle().FramePadding.y);
    state.shown = ImGui::ItemAdd(state.box, id);
    marks().put(key, state.box.Min, state.box.Max);
    if (!state.shown)
        return state;
    state.pressed = ImGui::ButtonBehavior(state.box, id, &state.hovered, &state.held);
    ImGui::RenderNavHighlight(state.box, id);
    return state;
}

} // namespace

std::string fitted(const ImFont& font, const std::string& words, float width) {
    const auto wide = [&](const std::string& text) {
        return font.CalcTextSizeA(font.FontSize, 1e6f, 0, text.c_str()).x;
    };
    if (wide(words) <= width)
        return words;
    std::string less = words;
    while (!less.empty() && wide(less + "…") > width) {
        // A letter may be several bytes.
        while (less.size() > 1 && (static_cast<unsigned char>(less.back()) & 0xc0) == 0x80)
            less.pop_back();
        less.pop_back();
    }
    while (!less.empty() && less.back() == ' ')
        less.pop_back();
    return less + "…";
}

bool button(std::string_view key, Icon icon, ButtonLook look, float width, const char* words,
            std::string_view of) {
    const float taken = px(of.empty() ? 8 : 16) + (icon == Icon::None ? 0.0f : px(23));
    const std::string shown = width > 0 ? fitted(*ImGui::GetFont(), words ? words : say(key), width - taken)
                              : words   ? words
                                        : say(key);
    const char* text = shown.c_str();
    const ImVec2 letters_size = ImGui::CalcTextSize(text);
    const float icon_size = icon == Icon::None ? 0.0f : px(15), between = icon_size > 0 ? px(8) : 0.0f;
    const float inner = icon_size + between + letters_size.x;
    const ImVec2 size(width > 0 ? width : inner + px(24), px(30));
    const Pressed state = press(key, size);
    if (state.shown) {
        const Look face = look_of(look, state.hovered, state.held);
        const ImU32 ink =
            ImGui::GetStyle().Alpha < 1.0f ? faded(face.ink, ImGui::GetStyle().Alpha) : face.ink;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(state.box.Min, state.box.Max, face.ground, px(6));
        const bool is_of_a_list = width > 0 && (look == ButtonLook::Bare || !of.empty());
        const float left = is_of_a_list
                               ? state.box.Min.x + px(8)
                               : std::max(state.box.Min.x + px(6), state.box.GetCenter().x - 0.5f * inner);
        draw_icon(list, icon, {left + 0.5f * icon_size, state.box.GetCenter().y}, icon_size, ink);
        list.PushClipRect(state.box.Min, state.box.Max, true);
        list.AddText({left + icon_size + between, state.box.GetCenter().y - 0.5f * letters_size.y}, ink,
                     text);
        list.PopClipRect();
    }
    of.empty() ? hint(key) : hint_of(of);
    return state.pressed;
}

bool icon_button(std::string_view key, Icon icon, bool chosen, bool enabled, std::string_view of) {
    ImGui::BeginDisabled(!enabled);
    const Pressed state = press(key, {px(32), px(30)});
    if (state.shown) {
        const Look face =
            look_of(chosen ? ButtonLook::Chosen : ButtonLook::Bare, enabled && state.hovered, state.held);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(state.box.Min, state.box.Max, face.ground, px(6));
        draw_icon(list, icon, state.box.GetCenter(), px(15), enabled ? face.ink : faded(face.ink, 0.35f));
    }
    const std::string name(of.empty() ? key : of), more = name + ".hint";
    const std::string words = say(more) == more ? say(name) : fmt::format("{}\n{}", say(name), say(more));
    marks().explain();
    hint_words(words);
    ImGui::EndDisabled();
    return enabled && state.pressed;
}

bool section(std::string_view key, bool open_at_first) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    bool* open = window->DC.StateStorage->GetBoolRef(window->GetID(key.data(), key.data() + key.size()),
                                                     open_at_first);
    gap(4);
    const Pressed state = press(key, {ImGui::GetContentRegionAvail().x, px(28)});
    if (state.pressed)
        *open = !*open;
    if (state.shown) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddLine(state.box.Min, {state.box.Max.x, state.box.Min.y}, paint::rule);
        const float middle = state.box.GetCenter().y + px(2);
        list.AddText(letters(Letters::Bold), letters(Letters::Bold)->FontSize,
                     {state.box.Min.x, middle - 0.5f * letters(Letters::Bold)->FontSize}, paint::text,
                     say(key));
        draw_icon(list, *open ? Icon::ChevronDown : Icon::Chevron, {state.box.Max.x - px(8), middle}, px(9),
                  state.hovered ? paint::text : paint::faint);
    }
    hint(key);
    return *open;
}

void gap(float height) {
    ImGui::Dummy({0, px(height) - ImGui::GetStyle().ItemSpacing.y});
}

void quiet_text(const std::string& words) {
    ImGui::PushFont(letters(Letters::Small));
    ImGui::PushStyleColor(ImGuiCol_Text, paint::quiet);
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void label(std::string_view key, const std::string& value) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = letters(Letters::Small);
    ImGui::Dummy({width, font->FontSize});
    list.AddText(font, font->FontSize, at, paint::quiet, say(key));
    if (!value.empty()) {
        const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, value.c_str()).x;
        list.AddText(font, font->FontSize, {at.x + width - wide, at.y}, paint::text, value.c_str());
    }
    hint(key);
}

bool choice(std::string_view key, int& chosen, std::span<const char* const> words) {
    const float full = ImGui::GetContentRegionAvail().x;
    const float each = full / static_cast<float>(words.size());
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(low, {low.x + full, low.y + px(28)}, paint::raised, px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ImGui::GetStyle().ItemSpacing.y});
    bool changed = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            ImGui::SameLine();
        const bool is_chosen = chosen == static_cast<int>(i);
        const Pressed state = press(fmt::format("{}.{}", key, i), {each, px(28)});
        if (state.shown) {
            ImDrawList& list = *ImGui::GetWindowDrawList();
            if (is_chosen || state.hovered)
                list.AddRectFilled(state.box.Min, state.box.Max,
                                   is_chosen ? paint::accent_soft : paint::hovered, px(6));
            ImFont* font = letters(Letters::Small);
            const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words[i]);
            list.AddText(font, font->FontSize, state.box.GetCenter() - size * 0.5f,
                         is_chosen ? paint::text : paint::quiet, words[i]);
        }
        hint(key);
        changed |= state.pressed && !is_chosen;
        if (state.pressed)
            chosen = static_cast<int>(i);
    }
    ImGui::PopStyleVar();
    return changed;
}

bool toggle(std::string_view key, bool& on) {
    const Pressed state = press(key, {ImGui::GetContentRegionAvail().x, px(26)});
    if (state.pressed)
        on = !on;
    if (state.shown) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float y = state.box.GetCenter().y, right = state.box.Max.x;
        list.AddText({state.box.Min.x, y - 0.5f * ImGui::GetFontSize()}, paint::text, say(key));
        list.AddRectFilled({right - px(34), y - px(9)}, {right, y + px(9)},
                           on ? paint::accent : paint::hovered, px(9));
        list.AddCircleFilled({on ? right - px(9) : right - px(25), y}, px(7),
                             on ? paint::ground : paint::quiet);
    }
    hint(key);
    return state.pressed;
}

bool pick(std::string_view key, std::size_t& chosen, std::span<const std::string> words) {
    const std::string name(key);
    bool changed = false;
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string shown =
        chosen < words.size() ? fitted(*ImGui::GetFont(), words[chosen], width - px(40)) : std::string();
    ImGui::SetNextItemWidth(width);
    const bool open = ImGui::BeginCombo(("##" + name).c_str(), shown.c_str(),
                                        ImGuiComboFlags_HeightLarge | ImGuiComboFlags_NoArrowButton);
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    if (!open) {
        marks().put(key, low, high);
        draw_icon(*ImGui::GetWindowDrawList(), Icon::ChevronDown, {high.x - px(14), 0.5f * (low.y + high.y)},
                  px(9), paint::quiet);
        hint(key);
        return false;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (ImGui::Selectable(words[i].c_str(), i == chosen)) {
            changed = i != chosen;
            chosen = i;
        }
        marks().put_item(fmt::format("{}.{}", key, i));
        marks().explain();
    }
    ImGui::EndCombo();
    return changed;
}

} // namespace healed::studio

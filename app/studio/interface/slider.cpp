#include "interface/widgets.h"

#include "document/words.h"
#include "interface/marks.h"

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui_internal.h>

#include <algorithm>
#include <fmt/format.h>

namespace healed::studio {

namespace {

struct Track {
    ImRect box; ///< what the mouse takes hold of
    ImGuiID id;
    bool typing; ///< the number is being typed
};

void list_words(const ImRect& line, std::string_view key, float from_right) {
    ImFont* font = letters(Letters::Small);
    const std::string words = fitted(*font, say(key), line.GetWidth() - from_right - px(4));
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, line.Min, paint::quiet, words.c_str());
}

/// Words at the left, the number at the right.
void draw_words(const ImRect& line, std::string_view key, double value, const char* format, bool lively) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = letters(Letters::Small);
    char number[64];
    ImFormatString(number, sizeof(number), format, value);
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, number).x;
    list_words(line, key, wide);
    list.AddText(font, font->FontSize, {line.Max.x - wide, line.Min.y}, lively ? paint::accent : paint::text,
                 number);
}

void draw_track(const Track& track, float knob, bool hovered) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = track.box.GetCenter().y, left = track.box.Min.x, right = track.box.Max.x;
    const bool held = ImGui::GetActiveID() == track.id;
    list.AddRectFilled({left, y - px(2)}, {right, y + px(2)}, paint::hovered, px(2));
    list.AddRectFilled({left, y - px(2)}, {knob, y + px(2)},
                       held ? paint::accent : faded(paint::accent, 0.7f), px(2));
    list.AddCircleFilled({knob, y}, held || hovered ? px(7) : px(6), held ? paint::accent : paint::text);
}

/// The number is typed where it stands: after a click on it, or Enter.
ImRect number_box(const ImRect& line) {
    return ImRect({line.Max.x - px(84), line.Min.y - px(6)}, {line.Max.x, line.Max.y + px(7)});
}

bool wants_typing(const Track& track, const ImRect& number, bool clicked) {
    return (clicked && number.Contains(ImGui::GetIO().MousePos)) || GImGui->NavActivateInputId == track.id;
}

void take_hold(const Track& track, ImGuiWindow* window) {
    ImGui::SetActiveID(track.id, window);
    ImGui::SetFocusID(track.id, window);
    ImGui::FocusWindow(window);
    GImGui->ActiveIdUsingNavDirMask |= (1 << ImGuiDir_Left) | (1 << ImGuiDir_Right);
}

/// The number that is being typed, and in which slider. It counts once it is complete: a slider that is on
/// its way from 8 to 81.5 has never been at 8.
struct Typed {
    ImGuiID id = 0;
    double value = 0.0;
    bool differs = false;
} typed;

void type_number(const Track& track, const ImRect& box, const std::string& name, double value,
                 const char* format, double low, double high) {
    typed = {track.id, value, false};
    typed.differs = ImGui::TempInputScalar(box, track.id, name.c_str(), ImGuiDataType_Double, &typed.value,
                                           format, &low, &high);
}

} // namespace

Slide slider(std::string_view key, double& value, double low, double high, const char* format,
             bool logarithmic) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    // The field that takes a typed number is found by the same words and shows none of them.
    const std::string name = fmt::format("##{}", key);
    const ImGuiID id = window->GetID(name.c_str());
    const float width = ImGui::GetContentRegionAvail().x, words = letters(Letters::Small)->FontSize;
    const ImRect all(window->DC.CursorPos, window->DC.CursorPos + ImVec2(width, words + px(20)));
    const ImRect line(all.Min, {all.Max.x, all.Min.y + words});
    Track track{ImRect({all.Min.x, all.Max.y - px(20)}, all.Max), id, ImGui::TempInputIsActive(id)};
    ImGui::ItemSize(all.GetSize(), 0);
    const bool shown = ImGui::ItemAdd(all, id, &all, ImGuiItemFlags_Inputable);
    const ImRect number = number_box(line);
    marks().put_place(fmt::format("{}.number", key), number.Min, number.Max);
    marks().put(key, track.box.Min, track.box.Max);
    Slide slide;
    if (!shown) {
        hint(key);
        return slide;
    }
    const bool hovered = ImGui::ItemHoverable(all, id);
    const bool clicked = hovered && ImGui::GetIO().MouseClicked[0];
    if (hovered && number.Contains(ImGui::GetIO().MousePos))
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (!track.typing && wants_typing(track, number, clicked))
        track.typing = true;
    else if (!track.typing &&
             ((clicked && track.box.Contains(ImGui::GetIO().MousePos)) || GImGui->NavActivateId == id))
        take_hold(track, window);
    if (track.typing) {
        type_number(track, number, name, value, format, low, high);
        if (ImGui::TempInputIsActive(id)) {
            list_words(line, key, number.GetWidth());
            return slide;
        }
    }
    if (typed.id == id) {
        value = typed.value;
        slide = {.changed = typed.differs, .ended = true};
        typed = {};
        return slide;
    }
    ImRect grab;
    const ImGuiSliderFlags flags = logarithmic ? ImGuiSliderFlags_Logarithmic : ImGuiSliderFlags_None;
    slide.changed =
        ImGui::SliderBehavior(track.box, id, ImGuiDataType_Double, &value, &low, &high, format, flags, &grab);
    if (slide.changed)
        ImGui::MarkItemEdited(id);
    slide.ended = ImGui::IsItemDeactivated();
    const float span = track.box.GetWidth();
    const float knob =
        std::clamp(grab.GetCenter().x, track.box.Min.x + px(6), track.box.Min.x + span - px(6));
    draw_words(line, key, value, format, ImGui::GetActiveID() == id);
    draw_track(track, knob, hovered);
    ImGui::RenderNavHighlight(all, id);
    hint(key);
    return slide;
}

} // namespace healed::studio

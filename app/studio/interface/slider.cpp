#include "interface/widgets.h"

#include "document/words.h"
#include "interface/marks.h"

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui_internal.h>

#include <algorithm>

namespace healed::studio {

namespace {

struct Track {
    ImRect box; ///< what the mouse takes hold of
    ImGuiID id;
    bool typing; ///< the number is being typed
};

/// Words at the left, the number at the right.
void draw_words(const ImRect& line, std::string_view key, double value, const char* format, bool lively) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = letters(Letters::Small);
    char number[64];
    ImFormatString(number, sizeof(number), format, value);
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, number).x;
    list.PushClipRect(line.Min, {line.Max.x - wide - px(4), line.Max.y}, true);
    list.AddText(font, font->FontSize, line.Min, paint::quiet, say(key));
    list.PopClipRect();
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

bool wants_typing(const Track& track, bool hovered) {
    const ImGuiContext& g = *GImGui;
    const bool by_mouse = hovered && (g.IO.MouseDoubleClicked[0] || (g.IO.MouseClicked[0] && g.IO.KeyCtrl));
    return by_mouse || g.NavActivateInputId == track.id;
}

} // namespace

Slide slider(std::string_view key, double& value, double low, double high, const char* format,
             bool logarithmic) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImGuiID id = window->GetID(key.data(), key.data() + key.size());
    const float width = ImGui::GetContentRegionAvail().x, words = letters(Letters::Small)->FontSize;
    const ImRect all(window->DC.CursorPos, window->DC.CursorPos + ImVec2(width, words + px(20)));
    const ImRect line(all.Min, {all.Max.x, all.Min.y + words});
    Track track{ImRect({all.Min.x, all.Max.y - px(20)}, all.Max), id, ImGui::TempInputIsActive(id)};
    ImGui::ItemSize(all.GetSize(), 0);
    const bool shown = ImGui::ItemAdd(all, id, &all, ImGuiItemFlags_Inputable);
    marks().put(key, track.box.Min, track.box.Max);
    Slide slide;
    if (!shown) {
        hint(key);
        return slide;
    }
    const bool hovered = ImGui::ItemHoverable(all, id);
    const bool clicked = hovered && ImGui::GetIO().MouseClicked[0];
    if (!track.typing && (clicked || GImGui->NavActivateId == id || GImGui->NavActivateInputId == id)) {
        if (wants_typing(track, hovered)) {
            track.typing = true;
        } else {
            ImGui::SetActiveID(id, window);
            ImGui::SetFocusID(id, window);
            ImGui::FocusWindow(window);
            GImGui->ActiveIdUsingNavDirMask |= (1 << ImGuiDir_Left) | (1 << ImGuiDir_Right);
        }
    }
    if (track.typing) {
        const ImRect box({all.Min.x, all.Min.y + words + px(2)}, all.Max);
        slide.changed =
            ImGui::TempInputScalar(box, id, "##typed", ImGuiDataType_Double, &value, format, &low, &high);
        slide.ended = ImGui::IsItemDeactivated() || slide.changed;
        draw_words(line, key, value, format, true);
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

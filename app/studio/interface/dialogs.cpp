#include "interface/dialogs.h"

#include "document/words.h"
#include "interface/bookmarks.h"
#include "interface/files.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace healed::studio {

namespace {

struct Form {
    Dialog which;
    const char* title; ///< key; none for one without a heading
    float width;
    void (*draw)(Studio&);
};

constexpr Form forms[] = {
    {Dialog::Welcome, "dialog.new", 760, draw_welcome},
    {Dialog::Open, "dialog.open", 560, [](Studio& s) { draw_file_list(s, false); }},
    {Dialog::SaveAs, "dialog.save", 560, [](Studio& s) { draw_file_list(s, true); }},
    {Dialog::Unsaved, "dialog.unsaved", 440, draw_unsaved},
    {Dialog::Recover, "dialog.recover", 520, draw_recover},
    {Dialog::Export, "dialog.export", 560, draw_export},
    {Dialog::Shortcuts, "dialog.shortcuts", 860, draw_shortcuts},
    {Dialog::Palette, nullptr, 520, draw_palette},
    {Dialog::Bookmark, "dialog.bookmark", 440, draw_bookmark_name},
    {Dialog::Replace, "dialog.replace", 440, draw_replace},
};

} // namespace

void draw_dialogs(Studio& studio) {
    const auto form =
        std::ranges::find_if(forms, [&](const Form& one) { return one.which == studio.dialogs.open; });
    if (form == std::end(forms))
        return;
    constexpr const char* name = "dialog";
    if (!ImGui::IsPopupOpen(name))
        ImGui::OpenPopup(name);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(px(form->width), screen.x - px(24));
    ImGui::SetNextWindowPos({0.5f * screen.x, form->title ? 0.5f * screen.y : px(90)}, ImGuiCond_Always,
                            {0.5f, form->title ? 0.5f : 0.0f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, screen.y - px(24)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(22), px(18)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, paint::panel);
    const bool shown = ImGui::BeginPopupModal(
        name, nullptr,
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
            ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    if (!shown)
        return;
    if (form->title) {
        ImGui::PushFont(letters(Letters::Large));
        ImGui::TextUnformatted(say(form->title));
        ImGui::PopFont();
        gap(4);
    }
    const Dialog before = studio.dialogs.open;
    form->draw(studio);
    if (ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false) && studio.dialogs.open == before)
        studio.dialogs.open = Dialog::None;
    studio.dialogs.just_opened = studio.dialogs.just_opened && studio.dialogs.open != before;
    if (studio.dialogs.open != before)
        ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

void draw_unsaved(Studio& studio) {
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(say("unsaved.question")), studio.document.name()).c_str());
    ImGui::PopTextWrapPos();
    gap(10);
    if (button("unsaved.save", Icon::Save, ButtonLook::Main)) {
        studio.dialogs.open = Dialog::None;
        save(studio);
        if (studio.document.is_saved())
            std::exchange(studio.dialogs.afterwards, {})(studio);
    }
    ImGui::SameLine();
    if (button("unsaved.discard", Icon::None)) {
        studio.dialogs.open = Dialog::None;
        forget_kept(studio);
        std::exchange(studio.dialogs.afterwards, {})(studio);
    }
    ImGui::SameLine();
    if (button("unsaved.stay", Icon::None, ButtonLook::Bare))
        studio.dialogs.open = Dialog::None;
}

void draw_replace(Studio& studio) {
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(say("replace.question")), studio.dialogs.replaced).c_str());
    ImGui::PopTextWrapPos();
    gap(10);
    const bool replaces = button("replace.do", Icon::Save, ButtonLook::Main);
    ImGui::SameLine();
    if (!button("replace.stay", Icon::None, ButtonLook::Bare) && !replaces)
        return;
    studio.dialogs.open = Dialog::None;
    const Afterwards what = std::exchange(studio.dialogs.replaces, {});
    if (replaces)
        what(studio);
}

void draw_recover(Studio& studio) {
    if (studio.dialogs.kept.empty()) {
        studio.dialogs.open = Dialog::None;
        return;
    }
    const Kept kept = studio.dialogs.kept.front();
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(say("recover.what"));
    ImGui::PopTextWrapPos();
    quiet_text(kept.origin.empty() ? kept.project.title : kept.origin.string());
    gap(10);
    const bool takes = button("recover.take", Icon::Undo, ButtonLook::Main);
    ImGui::SameLine();
    const bool discards = button("recover.discard", Icon::None);
    if (!takes && !discards)
        return;
    if (takes) {
        studio.document.recover(kept.project, kept.origin);
        studio.attempt([&] { studio.recovery.keep(kept.project, kept.origin); });
        studio.tell(say("recover.done"));
    }
    Recovery::discard(kept);
    studio.dialogs.kept.erase(studio.dialogs.kept.begin());
    studio.dialogs.open = Dialog::None;
}

} // namespace healed::studio

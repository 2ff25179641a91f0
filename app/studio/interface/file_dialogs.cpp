#include "interface/dialogs.h"

#include "document/words.h"
#include "interface/files.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <filesystem>

namespace healed::studio {

namespace fs = std::filesystem;

namespace {

struct Listed {
    fs::path path;
    bool is_folder;
};

/// Folders first, then plans; nothing hidden.
std::vector<Listed> listed(const fs::path& folder) {
    std::vector<Listed> all;
    std::error_code ignored;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, ignored)) {
        const std::string name = entry.path().filename().string();
        const bool is_folder = entry.is_directory(ignored);
        if (name.front() != '.' && (is_folder || entry.path().extension() == ".json"))
            all.push_back({entry.path(), is_folder});
    }
    std::ranges::sort(all, [](const Listed& a, const Listed& b) {
        return a.is_folder != b.is_folder ? a.is_folder : a.path.filename() < b.path.filename();
    });
    return all;
}

fs::path meant(const Dialogs& dialogs) {
    const fs::path typed(dialogs.text);
    return typed.is_absolute() ? typed : fs::path(dialogs.folder) / typed;
}

/// In the window, or in the view of the comparison that asked.
bool take(Studio& studio, const fs::path& file) {
    const std::optional<std::size_t> view = studio.dialogs.view;
    return view ? open_in_view(studio, *view, file) : open_file(studio, file);
}

/// What was to happen once the plan is saved, happens.
void save_and_go_on(Studio& studio, const fs::path& file) {
    if (!save_to(studio, file))
        return;
    studio.dialogs.open = Dialog::None;
    if (studio.dialogs.afterwards)
        std::exchange(studio.dialogs.afterwards, {})(studio);
}

void draw_recent(Studio& studio) {
    if (studio.memory.recent.empty())
        return;
    quiet_text(say("file.recent"));
    for (std::size_t i = 0; i < studio.memory.recent.size(); ++i) {
        const fs::path path(studio.memory.recent[i]);
        const std::string name = fmt::format("recent.{}", i);
        if (button(name, Icon::None, ButtonLook::Bare, 0, path.filename().c_str()) && take(studio, path))
            studio.dialogs.open = Dialog::None;
        hint_words(path.string());
    }
    gap();
}

void draw_entries(Studio& studio) {
    Dialogs& dialogs = studio.dialogs;
    quiet_text(dialogs.folder);
    if (ImGui::BeginChild("files", {0, px(220)}, false)) {
        const fs::path folder(dialogs.folder);
        if (folder.has_parent_path() && folder != folder.root_path() && ImGui::Selectable("↑  .."))
            dialogs.folder = folder.parent_path().string();
        for (const Listed& one : listed(folder)) {
            const std::string name = one.path.filename().string();
            if (!ImGui::Selectable(((one.is_folder ? "›  " : "    ") + name).c_str(), dialogs.text == name))
                continue;
            if (one.is_folder)
                dialogs.folder = one.path.string();
            else
                dialogs.text = name;
        }
    }
    ImGui::EndChild();
}

} // namespace

void draw_file_list(Studio& studio, bool saves) {
    Dialogs& dialogs = studio.dialogs;
    if (!saves)
        draw_recent(studio);
    draw_entries(studio);
    if (dialogs.just_opened)
        ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##path", say("file.path"), &dialogs.text,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    marks().put_item("dialog.path");
    hint_of("file.path");
    gap();
    const bool pressed = button(saves ? "dialog.save_button" : "dialog.open_button",
                                saves ? Icon::Save : Icon::Open, ButtonLook::Main);
    ImGui::SameLine();
    if (button("dialog.cancel", Icon::None, ButtonLook::Bare))
        dialogs.open = Dialog::None;
    if (!(entered || pressed) || dialogs.text.empty())
        return;
    const fs::path file = meant(dialogs);
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
        dialogs.folder = file.string();
        dialogs.text.clear();
    } else if (saves) {
        const fs::path path = plan_file(file);
        if (path == studio.document.path())
            save_and_go_on(studio, path);
        else
            unless_it_replaces(studio, path, [path](Studio& s) { save_and_go_on(s, path); });
    } else if (take(studio, file)) {
        dialogs.open = Dialog::None;
    }
}

void draw_welcome(Studio& studio) {
    ImGui::PushTextWrapPos(0.0f);
    quiet_text(say("welcome.what"));
    ImGui::PopTextWrapPos();
    gap();
    const float width = (ImGui::GetContentRegionAvail().x - 2 * ImGui::GetStyle().ItemSpacing.x) / 3;
    for (std::size_t i = 0; i < studio.catalogue.presets.size(); ++i) {
        const Entry& preset = studio.catalogue.presets[i];
        if (i % 3 != 0)
            ImGui::SameLine();
        const bool usual = preset.name == "full-shaved";
        if (!button("preset." + preset.name, Icon::None, usual ? ButtonLook::Main : ButtonLook::Plain, width,
                    preset.title.c_str(), "dialog.new"))
            continue;
        if (studio.attempt([&] { studio.document.start_from_preset(preset.name); })) {
            studio.time = {healed_years, false};
            studio.dialogs.open = Dialog::None;
        }
    }
    gap();
    if (button("welcome.open", Icon::Open))
        ask_for_open(studio);
    ImGui::SameLine();
    if (button("dialog.cancel", Icon::None, ButtonLook::Bare))
        studio.dialogs.open = Dialog::None;
}

} // namespace healed::studio

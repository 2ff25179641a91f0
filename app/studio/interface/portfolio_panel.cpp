#include "interface/portfolio_panel.h"

#include "document/words.h"
#include "interface/export.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

namespace healed::studio {

namespace {

/// A list of things that can each be taken or left.
void draw_taken(const char* key, std::vector<std::string>& taken, const std::vector<Entry>& all) {
    if (!section(key))
        return;
    ImGui::PushID(key);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(4), px(4)});
    const float full = ImGui::GetContentRegionAvail().x;
    for (const Entry& entry : all) {
        const auto at = std::ranges::find(taken, entry.name);
        const bool is_taken = at != taken.end();
        if (!button(fmt::format("{}.{}", key, entry.name), is_taken ? Icon::Minus : Icon::Plus,
                    is_taken ? ButtonLook::Chosen : ButtonLook::Plain, full, entry.title.c_str(), key))
            continue;
        if (is_taken)
            taken.erase(at);
        else
            taken.push_back(entry.name);
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
}

std::vector<Entry> skins() {
    std::vector<Entry> all;
    for (const char* type : skin_types)
        all.push_back({type, fmt::format("{} {}", say("pane.skin"), type)});
    return all;
}

/// Those of assets, and the plan's bookmarks.
std::vector<Entry> cameras(const Studio& studio) {
    std::vector<Entry> all = studio.catalogue.cameras;
    for (const project::Bookmark& bookmark : studio.document.project().bookmarks)
        all.push_back({bookmark.name, bookmark.name});
    return all;
}

std::size_t at_least_one(const std::vector<std::string>& taken) {
    return std::max<std::size_t>(taken.size(), 1);
}

/// How far the sheet is, and how to stop it.
void draw_progress(Studio& studio, const Errands::Running& running) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, px(8)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + width, low.y + px(6)}, paint::hovered, px(3));
    list.AddRectFilled(low, {low.x + width * static_cast<float>(running.done), low.y + px(6)}, paint::accent,
                       px(3));
    if (running.remaining_s)
        quiet_text(fmt::format(fmt::runtime(say("matrix.remaining")), *running.remaining_s));
    if (button("matrix.stop", Icon::Close))
        studio.errands->stop("export");
}

void draw_making(Studio& studio) {
    ExportWishes& wishes = studio.wishes;
    const std::size_t columns = 1 + static_cast<std::size_t>(std::ranges::count(wishes.times, ','));
    const std::size_t rows =
        at_least_one(wishes.inks) * at_least_one(wishes.skins) * at_least_one(wishes.cameras);
    quiet_text(fmt::format(fmt::runtime(say("matrix.size")), rows, columns, rows * columns));
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##matrix file", &wishes.file);
    marks().put_item("matrix.file");
    hint_of("export.file");
    const auto running = studio.errands ? studio.errands->running() : std::nullopt;
    if (running && running->name == "export")
        draw_progress(studio, *running);
    else if (button("matrix.go", Icon::Sheet, ButtonLook::Main, ImGui::GetContentRegionAvail().x))
        start_export(studio);
}

} // namespace

void draw_matrix(Studio& studio) {
    ExportWishes& wishes = studio.wishes;
    // A dialog over the panel may ask for something else meanwhile.
    if (studio.dialogs.open == Dialog::None && std::exchange(wishes.kind, sheet_kind) != sheet_kind)
        wishes.file = export_kinds()[sheet_kind].usual_file;
    label("export.times");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##matrix times", &wishes.times);
    marks().put_item("matrix.times");
    hint_of("export.times");
    draw_making(studio);
    gap();
    draw_taken("matrix.inks", wishes.inks, studio.catalogue.inks);
    draw_taken("matrix.skins", wishes.skins, skins());
    draw_taken("matrix.cameras", wishes.cameras, cameras(studio));
    gap(10);
    label("export.command");
    quiet_text(sheet_command(studio));
}

} // namespace healed::studio

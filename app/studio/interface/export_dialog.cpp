#include "interface/dialogs.h"

#include "document/words.h"
#include "interface/export.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace healed::studio {

namespace {

struct Size {
    const char* words;
    int width, height;
};
constexpr std::array<Size, 6> sizes{{{"480 × 270", 480, 270},
                                     {"960 × 540", 960, 540},
                                     {"1280 × 720", 1280, 720},
                                     {"1920 × 1080", 1920, 1080},
                                     {"1080 × 1350", 1080, 1350},
                                     {"3840 × 2160", 3840, 2160}}};

void draw_size(ExportWishes& wishes) {
    std::vector<std::string> words;
    std::size_t chosen = sizes.size();
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        words.emplace_back(sizes[i].words);
        if (sizes[i].width == wishes.width && sizes[i].height == wishes.height)
            chosen = i;
    }
    label("export.size");
    if (pick("export.size", chosen, words)) {
        wishes.width = sizes[chosen].width;
        wishes.height = sizes[chosen].height;
    }
}

/// What photographers stop a lens down to.
void draw_lens(ExportWishes& wishes) {
    constexpr std::array<float, 5> stops{0, 8, 4, 2.8f, 1.8f};
    std::vector<std::string> words;
    for (const float stop : stops)
        words.push_back(stop == 0 ? std::string(say("export.all_sharp")) : fmt::format("f/{}", stop));
    auto chosen = static_cast<std::size_t>(std::ranges::find(stops, wishes.f_number) - stops.begin());
    label("export.lens");
    if (pick("export.lens", chosen, words))
        wishes.f_number = stops[chosen];
}

/// What each costs and what it is for, its words say.
void draw_quality(Studio& studio) {
    ExportWishes& wishes = studio.wishes;
    const std::array<const char*, 3> words{say("export.draft"), say("export.final"), say("export.reference")};
    label("export.quality");
    choice("export.quality", wishes.quality, words);
    if (wishes.quality != ExportWishes::Reference)
        return;
    if (studio.looking.framing.aim != render::Aim::Place)
        return quiet_text(say("export.reference_is_close"));
    gap(2);
    slider("export.paths", wishes.paths, 250, 100'000, "%.0f", true);
    wishes.paths = std::round(wishes.paths);
}

void draw_rows(const Studio& studio, ExportWishes& wishes) {
    label("export.inks");
    if (!ImGui::BeginChild("inks", {0, px(150)}, false)) {
        ImGui::EndChild();
        return;
    }
    for (const Entry& ink : studio.catalogue.inks) {
        const auto at = std::ranges::find(wishes.inks, ink.name);
        const bool taken = at != wishes.inks.end();
        if (!button("export.ink." + ink.name, Icon::None, taken ? ButtonLook::Chosen : ButtonLook::Bare, 0,
                    ink.title.c_str(), "export.inks"))
            continue;
        if (taken)
            wishes.inks.erase(at);
        else
            wishes.inks.push_back(ink.name);
    }
    ImGui::EndChild();
}

} // namespace

void draw_picture_wishes(Studio& studio) {
    draw_size(studio.wishes);
    draw_quality(studio);
    if (studio.wishes.quality != ExportWishes::Reference)
        draw_lens(studio.wishes);
}

void draw_sheet_wishes(Studio& studio) {
    label("export.times");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##times", &studio.wishes.times);
    marks().put_item("export.times");
    hint("export.times");
    draw_rows(studio, studio.wishes);
}

void draw_export(Studio& studio) {
    ExportWishes& wishes = studio.wishes;
    std::vector<const char*> words;
    for (const ExportKind& kind : export_kinds())
        words.push_back(say(kind.key));
    if (choice("export.kind", wishes.kind, words))
        wishes.file = export_kinds()[static_cast<std::size_t>(wishes.kind)].usual_file;
    export_kinds()[static_cast<std::size_t>(wishes.kind)].draw(studio);
    label("export.file");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##file", &wishes.file);
    marks().put_item("export.file");
    hint("export.file");
    gap();
    label("export.command");
    ImGui::PushStyleColor(ImGuiCol_Text, paint::accent);
    quiet_text(export_command(studio));
    ImGui::PopStyleColor();
    if (button("export.copy", Icon::None, ButtonLook::Bare))
        ImGui::SetClipboardText(export_command(studio).c_str());
    gap();
    if (button("export.go", Icon::Export, ButtonLook::Main))
        start_export(studio);
    ImGui::SameLine();
    if (button("dialog.cancel", Icon::None, ButtonLook::Bare))
        studio.dialogs.open = Dialog::None;
}

} // namespace healed::studio

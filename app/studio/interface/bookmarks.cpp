#include "interface/bookmarks.h"

#include "base/file.h"
#include "document/words.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

namespace healed::studio {

namespace {

using project::Bookmark;

/// Of assets, read once: every frame asks where it stands.
const render::CameraPreset& camera_of(const std::string& name) {
    static const std::map<std::string, render::CameraPreset> all =
        render::load_camera_presets(assets_folder());
    return all.at(name);
}

const std::vector<Bookmark>& bookmarks(const Studio& studio) {
    return studio.document.project().bookmarks;
}

bool is_same_place(const Framing& a, const Framing& b) {
    const auto near = [](float one, float other) { return std::abs(one - other) < 1e-2f; };
    return a.camera == b.camera && near(turned_back(a.azimuth_deg - b.azimuth_deg), 0) &&
           near(a.elevation_deg, b.elevation_deg) && near(a.frame_height_mm, b.frame_height_mm) &&
           near(a.focal_length_mm, b.focal_length_mm) && near(a.shift_mm.x, b.shift_mm.x) &&
           near(a.shift_mm.y, b.shift_mm.y);
}

/// "View 1", or the first number that is free.
std::string free_name(const Studio& studio) {
    for (std::size_t number = bookmarks(studio).size() + 1;; ++number) {
        const std::string name = fmt::format("{} {}", say("bookmark.usual_name"), number);
        if (std::ranges::count(bookmarks(studio), name, &Bookmark::name) == 0)
            return name;
    }
}

/// Why a name cannot be taken now; "" where it can.
std::string refusal(const Studio& studio, const std::string& name, std::optional<std::size_t> renamed) {
    if (const std::string spoilt = project::name_refusal(name); !spoilt.empty())
        return spoilt;
    const auto same = std::ranges::find(bookmarks(studio), name, &Bookmark::name);
    if (same != bookmarks(studio).end() &&
        same - bookmarks(studio).begin() != static_cast<std::ptrdiff_t>(renamed.value_or(SIZE_MAX)))
        return say("bookmark.taken");
    return {};
}

} // namespace

std::optional<std::size_t> bookmark_here(const Studio& studio) {
    const auto found = std::ranges::find_if(bookmarks(studio), [&](const Bookmark& one) {
        return one.camera == studio.looking.framing.camera &&
               is_same_place(framing_of(one, camera_of(one.camera)), studio.looking.framing);
    });
    if (found == bookmarks(studio).end())
        return std::nullopt;
    return static_cast<std::size_t>(found - bookmarks(studio).begin());
}

void keep_bookmark(Studio& studio, const std::string& name) {
    if (const auto here = bookmark_here(studio))
        return studio.edit("step.bookmark_name", "",
                           [&](project::Project& p) { p.bookmarks[*here].name = name; });
    const Framing& framing = studio.looking.framing;
    studio.edit("step.bookmark_keep", "", [&](project::Project& p) {
        p.bookmarks.push_back(bookmark_of(name, framing, camera_of(framing.camera)));
    });
}

void remove_bookmark(Studio& studio, std::size_t which) {
    studio.edit("step.bookmark_remove", "", [&](project::Project& p) {
        p.bookmarks.erase(p.bookmarks.begin() + static_cast<std::ptrdiff_t>(which));
    });
}

void go_to_bookmark(Studio& studio, std::size_t which) {
    const Bookmark& bookmark = bookmarks(studio)[which];
    const render::CameraPreset named = camera_of(bookmark.camera);
    studio.looking.framing = framing_of(bookmark, named);
    // As `healed render --camera NAME` lights it.
    studio.looking.light_azimuth_deg = named.azimuth_deg;
}

void go_to_next_bookmark(Studio& studio) {
    const auto here = bookmark_here(studio);
    go_to_bookmark(studio, here ? (*here + 1) % bookmarks(studio).size() : 0);
}

void draw_bookmarks(Studio& studio) {
    const auto here = bookmark_here(studio);
    std::optional<std::size_t> forgotten;
    for (std::size_t i = 0; i < bookmarks(studio).size(); ++i) {
        const float width = ImGui::GetContentRegionAvail().x - px(36);
        if (button(fmt::format("bookmark.go.{}", i), Icon::None,
                   here == i ? ButtonLook::Chosen : ButtonLook::Plain, width,
                   bookmarks(studio)[i].name.c_str(), "bookmark.go"))
            go_to_bookmark(studio, i);
        ImGui::SameLine(0, px(4));
        if (icon_button(fmt::format("bookmark.forget.{}", i), Icon::Close, false, true, "bookmark.remove"))
            forgotten = i;
    }
    if (forgotten)
        remove_bookmark(studio, *forgotten);
    if (button("bookmark.keep", Icon::Pin, ButtonLook::Bare, ImGui::GetContentRegionAvail().x))
        ask_bookmark_name(studio);
}

void ask_bookmark_name(Studio& studio) {
    const auto here = bookmark_here(studio);
    if (!here && bookmarks(studio).size() >= project::most_bookmarks)
        return studio.tell(say("bookmark.full"));
    studio.dialogs.show(Dialog::Bookmark);
    studio.dialogs.text = here ? bookmarks(studio)[*here].name : free_name(studio);
}

void draw_bookmark_name(Studio& studio) {
    Dialogs& dialogs = studio.dialogs;
    if (dialogs.just_opened)
        ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputText(
        "##name", &dialogs.text, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    marks().put_item("bookmark.name");
    hint_of("bookmark.name");
    const std::string problem = refusal(studio, dialogs.text, bookmark_here(studio));
    if (entered && !problem.empty())
        ImGui::SetKeyboardFocusHere(-1);
    quiet_text(problem.empty() ? fmt::format("healed render … --camera \"{}\"", dialogs.text) : problem);
    gap();
    ImGui::BeginDisabled(!problem.empty());
    const bool pressed = button("bookmark.keep_button", Icon::Pin, ButtonLook::Main);
    ImGui::EndDisabled();
    ImGui::SameLine();
    if (button("dialog.cancel", Icon::None, ButtonLook::Bare))
        dialogs.open = Dialog::None;
    if (!(entered || pressed) || !problem.empty())
        return;
    keep_bookmark(studio, dialogs.text);
    dialogs.open = Dialog::None;
}

} // namespace healed::studio

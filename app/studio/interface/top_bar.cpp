#include "interface/top_bar.h"

#include "document/words.h"
#include "interface/actions.h"
#include "interface/marks.h"
#include "interface/settings.h"
#include "interface/widgets.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr const char* stage_keys[] = {"stage.idle", "stage.head", "stage.treatment", "stage.picture"};

void draw_name(const Studio& studio) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImFont* font = letters(Letters::Bold);
    const std::string words = studio.document.name() + (studio.document.is_saved() ? "" : " •");
    const float wide = std::min(font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str()).x, px(220));
    list.PushClipRect(at, {at.x + px(224), at.y + px(30)}, true);
    list.AddText(font, font->FontSize, {at.x, at.y + px(7)}, paint::text, words.c_str());
    list.PopClipRect();
    ImGui::Dummy({wide, px(30)});
    hint_words(studio.document.path().empty() ? say("file.unnamed") : studio.document.path().string());
}

void draw_action(Studio& studio, const char* id) {
    const Action& one = action(id);
    if (icon_button(id, one.icon, false, can_run(studio, id)))
        run_action(studio, id);
    ImGui::SameLine(0, px(2));
}

void draw_history(Studio& studio) {
    const History& history = studio.document.history();
    draw_action(studio, "edit.undo");
    if (history.can_undo() && ImGui::IsItemHovered())
        hint_words(fmt::format("{}: {}", say("edit.undo"), history.undo_name()));
    draw_action(studio, "edit.redo");
    if (icon_button("edit.history", Icon::ChevronDown, false, history.count() > 0))
        ImGui::OpenPopup("history");
    ImGui::SetNextWindowSizeConstraints({px(200), 0}, {px(360), px(420)});
    if (!ImGui::BeginPopup("history"))
        return;
    for (std::size_t i = history.count() + 1; i-- > 0;) {
        const std::string words = i == 0 ? say("history.beginning") : history.name(i - 1);
        if (ImGui::Selectable(fmt::format("{}##{}", words, i).c_str(), i == history.depth()))
            studio.document.go_to(i);
    }
    ImGui::EndPopup();
}

void draw_modes(Studio& studio, Area area) {
    constexpr const char* ids[] = {"mode.client", "mode.trainer", "mode.portfolio"};
    constexpr Icon icons[] = {Icon::Head, Icon::Trainer, Icon::Portfolio};
    const float each = px(118), width = 3 * each + 2 * px(4);
    ImGui::SetCursorScreenPos({0.5f * (area.low.x + area.high.x) - 0.5f * width, area.low.y + px(8)});
    for (int i = 0; i < 3; ++i) {
        const bool here = static_cast<int>(studio.mode) == i;
        if (button(ids[i], icons[i], here ? ButtonLook::Chosen : ButtonLook::Bare, each))
            run_action(studio, ids[i]);
        ImGui::SameLine(0, px(4));
    }
}

/// Without words, where there is no room for them; and the panel that stands beside the head, with the other.
void draw_narrow_modes(Studio& studio) {
    constexpr const char* ids[] = {"mode.client", "mode.trainer", "mode.portfolio"};
    for (int i = 0; i < 3; ++i) {
        if (icon_button(ids[i], action(ids[i]).icon, static_cast<int>(studio.mode) == i))
            run_action(studio, ids[i]);
        ImGui::SameLine(0, px(2));
    }
    ImGui::SameLine(0, px(14));
    draw_action(studio, "view.other_panel");
}

/// What is being done in the background, how far it is and how long it will still take; "" for nothing.
std::string activity_words(const Studio& studio) {
    const auto told = [](const char* what, double done, const std::optional<double>& remaining_s) {
        if (remaining_s)
            return fmt::format("{} · {:.0f} s", what, std::max(*remaining_s, 1.0));
        return done > 0.0 ? fmt::format("{} · {:.0f} %", what, 100.0 * done) : std::string(what);
    };
    if (!studio.live->is_idle()) {
        const Activity now = studio.live->activity();
        return told(say(stage_keys[static_cast<std::size_t>(now.stage)]), now.done, now.remaining_s);
    }
    const std::optional<Errands::Running> errand = studio.errands->running();
    return errand ? told(say("errand." + errand->name), errand->done, errand->remaining_s) : std::string();
}

/// A ring that turns, its words, and a cross that stops it.
void draw_activity(Studio& studio, float right, float y) {
    const std::string words = studio.live ? activity_words(studio) : std::string();
    if (words.empty())
        return;
    ImFont* font = letters(Letters::Small);
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str()).x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float left = right - wide - px(62);
    const float turn = static_cast<float>(studio.now_s) * 4.0f;
    list.PathArcTo({left + px(8), y}, px(7), turn, turn + 4.2f, 16);
    list.PathStroke(paint::accent, ImDrawFlags_None, px(2));
    list.AddText(font, font->FontSize, {left + px(22), y - 0.5f * font->FontSize}, paint::quiet,
                 words.c_str());
    ImGui::SetCursorScreenPos({right - px(34), y - px(15)});
    if (icon_button("work.cancel", Icon::Close))
        run_action(studio, "work.cancel");
}

} // namespace

void draw_top_bar(Studio& studio, Area area) {
    ImGui::SetNextWindowPos(area.low);
    ImGui::SetNextWindowSize({area.width(), area.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(8)});
    ImGui::Begin("top", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    for (const char* id : {"file.new", "file.open", "file.save", "export.picture"})
        draw_action(studio, id);
    ImGui::SameLine(0, px(12));
    draw_history(studio);
    ImGui::SameLine(0, px(14));
    const bool roomy = area.width() > px(1150);
    if (roomy)
        draw_name(studio);
    if (area.width() > px(760))
        draw_modes(studio, area);
    else if (area.width() > px(500))
        draw_narrow_modes(studio);
    const float right = area.high.x - px(12);
    ImGui::SetCursorScreenPos({right - px(100), area.low.y + px(8)});
    draw_action(studio, "palette.open");
    draw_action(studio, "help.shortcuts");
    draw_settings(studio);
    if (roomy)
        draw_activity(studio, right - px(114), area.low.y + px(23));
    ImGui::GetWindowDrawList()->AddLine({area.low.x, area.high.y - 1}, {area.high.x, area.high.y - 1},
                                        paint::rule);
    ImGui::End();
    ImGui::PopStyleVar();
}

void draw_notices(Studio& studio, Area area) {
    std::erase_if(studio.notices, [&](const Notice& notice) { return notice.until_s < studio.now_s; });
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float width = std::min(px(420), area.width() - px(24));
    float y = area.high.y - px(16);
    for (std::size_t i = studio.notices.size(); i-- > 0;) {
        const Notice& notice = studio.notices[i];
        ImFont* font = letters(Letters::Small);
        const float inner = width - px(52);
        const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6f, inner, notice.words.c_str());
        const ImVec2 high(area.high.x - px(16), y), low(high.x - width, y - size.y - px(20));
        list.AddRectFilled(low, high, paint::raised, px(8));
        list.AddRectFilled(low, {low.x + px(4), high.y}, notice.is_problem ? paint::bad : paint::good, px(2));
        draw_icon(list, notice.is_problem ? Icon::Warning : Icon::Save, {low.x + px(24), low.y + px(18)},
                  px(15), notice.is_problem ? paint::bad : paint::good);
        list.AddText(font, font->FontSize, {low.x + px(42), low.y + px(10)}, paint::text,
                     notice.words.c_str(), nullptr, inner);
        if (ImGui::IsMouseHoveringRect(low, high, false) && ImGui::IsMouseClicked(0))
            studio.notices[i].until_s = 0;
        y = low.y - px(8);
    }
}

} // namespace healed::studio

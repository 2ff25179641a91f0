#include "interface/trainer_panel.h"

#include "base/file.h"
#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/widgets.h"
#include "project/mistake.h"

namespace healed::studio {

namespace {

void show_mistake(Studio& studio, const std::string& name) {
    studio.attempt([&] {
        project::Mistake mistake = project::load_mistake(assets_folder(), name);
        Answers& answers = *studio.answers;
        answers.mistake = name;
        answers.cause = mistake.cause;
        answers.remedy = mistake.remedy;
        answers.signs = {mistake.on_day0, mistake.when_healed, mistake.after_years};
        std::vector<Pane>& panes = studio.comparison.panes;
        panes.assign(2, Pane{});
        panes[0].other = std::make_shared<const project::Project>(std::move(mistake.right));
        panes[0].other_title = say("mistake.right");
        panes[1].other = std::make_shared<const project::Project>(std::move(mistake.wrong));
        panes[1].other_title = mistake.title;
        studio.comparison.layout = Layout::Side;
        answers.cut_view = 1;
        stand_at(studio.looking, mistake.camera);
    });
}

const std::string& sign_now(const Studio& studio) {
    const double years = studio.time.years;
    return studio.answers->signs[years < 0.5 * healed_years ? 0 : years < 1.0 ? 1 : 2];
}

/// Under the mistake that is shown: what one sees now, why, and what to do.
void draw_told(Studio& studio) {
    gap();
    ImGui::Indent(px(8));
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(sign_now(studio).c_str());
    ImGui::PopTextWrapPos();
    gap();
    quiet_text(fmt::format("{}: {}", say("mistake.cause"), studio.answers->cause));
    quiet_text(fmt::format("{}: {}", say("mistake.remedy"), studio.answers->remedy));
    if (button("mistake.leave", Icon::Undo, ButtonLook::Bare))
        leave_mistake(studio);
    ImGui::Unindent(px(8));
    gap(10);
}

} // namespace

void leave_mistake(Studio& studio) {
    if (studio.answers->mistake.empty())
        return;
    studio.answers->mistake.clear();
    studio.answers->cut_view = 0;
    studio.comparison.panes.assign(2, Pane{});
    studio.comparison.panes.front().years = healed_years;
    studio.comparison.layout = Layout::Single;
}

void draw_mistakes(Studio& studio) {
    if (!section("trainer.mistakes"))
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(2)});
    for (const Entry& mistake : studio.catalogue.mistakes) {
        const bool shown = mistake.name == studio.answers->mistake;
        if (button("mistake." + mistake.name, Icon::None, shown ? ButtonLook::Chosen : ButtonLook::Bare,
                   ImGui::GetContentRegionAvail().x, mistake.title.c_str(), "trainer.mistakes"))
            shown ? leave_mistake(studio) : show_mistake(studio, mistake.name);
        else if (shown)
            draw_told(studio);
    }
    ImGui::PopStyleVar();
}

void draw_blues(Studio& studio) {
    if (!section("trainer.blues"))
        return;
    ask_blues(studio);
    const std::vector<BluesAt>& blues = studio.answers->blues;
    if (blues.empty()) {
        quiet_text(say("blues.at_work"));
        return;
    }
    // a* to the right, b* up, one step the same in both.
    const float side = std::min(ImGui::GetContentRegionAvail().x, px(230));
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::Dummy({side, side});
    marks().put_item("trainer.blues_chart");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + side, low.y + side}, faded(paint::ground, 0.6f), px(6));
    double widest = 4.0, middle_a = 0, middle_b = 0;
    for (const BluesAt& at : blues) {
        middle_a += at.blues.now.a / static_cast<double>(blues.size());
        middle_b += at.blues.now.b / static_cast<double>(blues.size());
    }
    for (const BluesAt& at : blues)
        widest = std::max(
            {widest, 2.4 * std::abs(at.blues.now.a - middle_a), 2.4 * std::abs(at.blues.now.b - middle_b)});
    const auto place = [&](double a, double b) {
        return ImVec2(low.x + side * static_cast<float>(0.5 + (a - middle_a) / widest),
                      low.y + side * static_cast<float>(0.5 - (b - middle_b) / widest));
    };
    for (std::size_t i = 0; i < blues.size(); ++i) {
        const study::TwoBlues& one = blues[i].blues;
        const ImVec2 here = place(one.now.a, one.now.b);
        if (i > 0)
            list.AddLine(place(blues[i - 1].blues.now.a, blues[i - 1].blues.now.b), here, paint::quiet,
                         px(1.5f));
        // Back from where it is by what the ink has done, then by what depth has.
        const ImVec2 without_ink = place(one.now.a - one.chemical.a, one.now.b - one.chemical.b);
        list.AddLine(here, without_ink, paint::warm, px(2));
        list.AddLine(
            without_ink,
            place(one.now.a - one.chemical.a - one.optical.a, one.now.b - one.chemical.b - one.optical.b),
            paint::accent, px(2));
        list.AddCircleFilled(here, px(4), display_colour(one.now));
        list.AddCircle(here, px(4), paint::text, 0, px(1));
        if (i == 0 || blues[i].years == 3 || blues[i].years == 7 || i + 1 == blues.size())
            plot_words(list, {here.x + px(7), here.y - px(6)}, time_words(blues[i].years), paint::text);
    }
    plot_words(list, {low.x + side - px(6), low.y + side - px(10)}, "a* →", paint::faint, -1);
    plot_words(list, {low.x + px(6), low.y + px(10)}, "b* ↑", paint::faint);
    quiet_text(say("blues.legend"));
}

} // namespace healed::studio

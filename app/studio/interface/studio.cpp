#include "interface/studio.h"

#include "base/error.h"
#include "base/file.h"
#include "document/words.h"
#include "interface/bench.h"

#include <algorithm>
#include <cmath>

namespace healed::studio {

namespace {

constexpr double notice_s = 6.0, problem_s = 14.0;

Mode mode_of(const std::string& word) {
    return word == "trainer" ? Mode::Trainer : word == "portfolio" ? Mode::Portfolio : Mode::Client;
}

std::string title_of(const Studio& studio, const Pane& pane, double years) {
    std::string words = time_words(years);
    if (!pane.ink.empty()) {
        const std::size_t at = place_of(studio.catalogue.inks, pane.ink);
        words = fmt::format("{} · {}", studio.catalogue.inks[at].title, words);
    }
    if (!pane.skin.empty())
        words = fmt::format("{} {} · {}", say("pane.skin"), pane.skin, words);
    return pane.other ? fmt::format("{} · {}", pane.other_title, words) : words;
}

} // namespace

Studio::Studio(Memory remembered, const std::filesystem::path& state)
    : catalogue(assets_folder()), recovery(state), memory(std::move(remembered)), time{healed_years},
      mode(mode_of(memory.mode)) {
    looking.framing = framing_of(render::load_camera_preset(assets_folder(), looking.framing.camera));
    comparison.panes.front().years = healed_years;
    kept_plan = document.plan();
    renew_bench(*this);
}

const Plan& Studio::work() {
    if (of_plan == document.plan())
        return worked_on;
    of_plan = document.plan();
    if (!worked_on || !same_work(*worked_on, *of_plan))
        worked_on = of_plan;
    return worked_on;
}

void Studio::tell(std::string words) {
    notices.push_back({std::move(words), false, now_s + notice_s});
}

void Studio::complain(std::string words) {
    notices.push_back({std::move(words), true, now_s + problem_s});
}

bool Studio::attempt(const std::function<void()>& what) {
    try {
        what();
        return true;
    } catch (const Error& problem) {
        complain(problem.what());
        return false;
    }
}

void Studio::edit(const char* step, const std::string& gesture,
                  const std::function<void(project::Project&)>& change) {
    attempt([&] { document.edit(say(step), gesture, change); });
}

Layout layout_of(const Studio& studio) {
    const bool fresh = studio.time.years < 0.999 * healed_years;
    return studio.comparison.layout == Layout::Single && fresh ? Layout::Side : studio.comparison.layout;
}

std::vector<PaneView> views_of(Studio& studio) {
    const Comparison& comparison = studio.comparison;
    const Layout layout = layout_of(studio);
    const auto view = [&](const Pane& pane) {
        const double years = pane.years.value_or(studio.time.years);
        return PaneView{studio.variants.of(studio.work(), pane), years, title_of(studio, pane, years)};
    };
    if (layout == Layout::Single)
        return {view(Pane{})};
    if (comparison.layout == Layout::Single)
        return {view(Pane{}),
                view(Pane{.years = healed_years, .ink = {}, .skin = {}, .other = {}, .other_title = {}})};
    const std::size_t count = layout == Layout::Grid ? comparison.panes.size() : 2;
    std::vector<PaneView> views;
    for (std::size_t i = 0; i < count; ++i)
        views.push_back(view(comparison.panes[i]));
    return views;
}

std::string time_words(double years) {
    const double days = years * 365.25;
    if (std::abs(years - healed_years) < 1e-4)
        return say("time.healed");
    if (days < 0.5)
        return say("time.day0");
    if (days < 13.5)
        return fmt::format("{} {:.0f}", say("time.day"), days);
    if (days < 83.0)
        return fmt::format("{:.0f} {}", days / 7.0, say("time.weeks"));
    if (years < 0.97)
        return fmt::format("{:.0f} {}", years * 12.0, say("time.months"));
    if (std::abs(years - 1.0) < 0.03)
        return say("time.one_year");
    return std::abs(years - std::round(years)) < 0.03 ? fmt::format("{:.0f} {}", years, say("time.years"))
                                                      : fmt::format("{:.1f} {}", years, say("time.years"));
}

} // namespace healed::studio

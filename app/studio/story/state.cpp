#include "story/state.h"

#include "interface/answers.h"
#include "interface/export.h"
#include "interface/marks.h"
#include "live/live_view.h"

#include <sstream>

namespace healed::studio {

namespace {

using Ordered = nlohmann::ordered_json;

constexpr const char* dialog_words[] = {"none",      "open",    "save",    "unsaved",  "recover", "export",
                                        "shortcuts", "palette", "welcome", "bookmark", "replace"};
constexpr const char* tool_words[] = {"orbit", "hairline", "pin", "density", "erase", "comb"};

Ordered document_state(const Document& document) {
    const History& history = document.history();
    return {{"name", document.name()},
            {"path", document.path().string()},
            {"saved", document.is_saved()},
            {"depth", history.depth()},
            {"count", history.count()},
            {"undo", history.can_undo() ? history.undo_name() : ""},
            {"redo", history.can_redo() ? history.redo_name() : ""}};
}

Ordered looking_state(const Looking& looking) {
    return {{"camera", looking.framing.camera},
            {"azimuth_deg", looking.framing.azimuth_deg},
            {"elevation_deg", looking.framing.elevation_deg},
            {"frame_height_mm", looking.framing.frame_height_mm},
            {"focal_length_mm", looking.framing.focal_length_mm},
            {"shift_right_mm", looking.framing.shift_mm.x},
            {"shift_up_mm", looking.framing.shift_mm.y},
            {"light_azimuth_deg", looking.light_azimuth_deg},
            {"rig", looking.rig},
            {"polarised", looking.polarised},
            {"exposure_stops", looking.development.exposure_stops},
            {"white_balance_k", looking.development.white_balance_k},
            {"oil", looking.gloss.oil},
            {"wet", looking.gloss.wet},
            {"loupe", looking.loupe},
            {"pins", looking.pins.size()}};
}

Ordered window_state(Session& session) {
    const FrameClock& clock = session.clock();
    Ordered slowest = Ordered::array();
    for (const FrameCost& frame : clock.slowest())
        slowest.push_back({{"number", frame.number},
                           {"story_line", frame.story_line},
                           {"wall_ms", 1e3 * frame.wall_s},
                           {"cpu_ms", 1e3 * frame.cpu_s},
                           {"part", frame.part},
                           {"part_ms", 1e3 * frame.part_s}});
    return {{"width", session.width()},
            {"height", session.height()},
            {"drawn_on", session.easel().device_name()},
            {"devices_lost", session.studio().windows_lost},
            {"start_ms", 1e3 * clock.start_s()},
            {"longest_frame_ms", clock.slowest().empty() ? 0.0 : 1e3 * clock.slowest().front().wall_s},
            {"busiest_frame_cpu_ms", 1e3 * clock.busiest().cpu_s},
            {"busiest_frame_part", clock.busiest().part},
            {"slowest_frames", slowest}};
}

Ordered comparison_state(const Comparison& comparison) {
    Ordered panes = Ordered::array();
    for (const Pane& pane : comparison.panes)
        panes.push_back(
            {{"ink", pane.ink}, {"skin", pane.skin}, {"plan", pane.other ? pane.other_title : ""}});
    return {{"flipped", comparison.flipped},
            {"fade", comparison.fade},
            {"columns", comparison.columns},
            {"panes", panes}};
}

Ordered lab_state(const color::Lab& lab) {
    return {{"l", lab.l}, {"a", lab.a}, {"b", lab.b}};
}

/// At 450, 550 and 650 nm.
Ordered spectrum_state(const PlaceSpectrum& spectrum) {
    Ordered state;
    for (const std::size_t i : {5u, 15u, 25u})
        state[fmt::format("{}nm", 400 + 10 * i)] = {{"bare", spectrum.bare[i]}, {"inked", spectrum.inked[i]}};
    return state;
}

Ordered explanation_state(const Explanation& why) {
    Ordered parts;
    for (const Explanation::Part& part : why.parts)
        parts[part.key + std::string_view("explain.").size()] = lab_state(part.lab);
    return {{"parts", parts}, {"spectrum", spectrum_state(why.spectrum)}};
}

Ordered forecast_state(const study::Forecast& forecast) {
    const auto tenths = [](const study::Tenths& of) {
        return Ordered{{"p10", of.p10}, {"p50", of.p50}, {"p90", of.p90}};
    };
    return {{"last_kept_contrast", tenths(forecast.times.back().kept_contrast)},
            {"touch_up_years", tenths(forecast.touch_up_years)}};
}

Ordered cut_state(const Answers& answers) {
    return {{"view", answers.cut_view},
            {"dots", answers.cut ? answers.cut->dots.size() : 0},
            {"depth_mm", answers.cut && !answers.cut->dots.empty() ? answers.cut->dots.front().depth_mm : 0}};
}

/// The errand that is being run, as the corner tells of it.
Ordered work_state(const Studio& studio) {
    const auto running = studio.errands ? studio.errands->running() : std::nullopt;
    return running ? Ordered{{"name", running->name}, {"done", running->done}} : Ordered();
}

Ordered views_state(Studio& studio) {
    Ordered views = Ordered::array();
    for (const PaneView& view : views_of(studio))
        views.push_back({{"title", view.title}, {"years", view.years}});
    return views;
}

} // namespace

Ordered state_of(Session& session) {
    Studio& studio = session.studio();
    Ordered notices = Ordered::array();
    for (const Notice& notice : studio.notices)
        notices.push_back(notice.words);
    return {{"window", window_state(session)},
            {"mode", mode_words[static_cast<std::size_t>(studio.mode)]},
            {"scale", studio.memory.scale},
            {"panels", studio.memory.panels},
            {"dialog", dialog_words[static_cast<std::size_t>(studio.dialogs.open)]},
            {"tool", tool_words[static_cast<std::size_t>(studio.tool)]},
            {"brush", {{"radius_mm", studio.brush.radius_mm}, {"mirrored", studio.brush.mirrored}}},
            {"years", studio.time.years},
            {"playing", studio.time.playing},
            {"layout", layout_words[static_cast<std::size_t>(layout_of(studio))]},
            {"split", studio.comparison.split},
            {"comparison", comparison_state(studio.comparison)},
            {"views", views_state(studio)},
            {"looking", looking_state(studio.looking)},
            {"notices", notices},
            {"unexplained", marks().unexplained()},
            {"language", studio.memory.language},
            {"painted_on", studio.painted_on},
            {"devices_lost", studio.devices_lost},
            {"readout", studio.readout},
            {"spectrum", studio.answers->spectrum ? spectrum_state(*studio.answers->spectrum) : Ordered()},
            {"explanation",
             studio.answers->explanation ? explanation_state(*studio.answers->explanation) : Ordered()},
            {"forecast", studio.answers->forecast ? forecast_state(*studio.answers->forecast) : Ordered()},
            {"cut", cut_state(*studio.answers)},
            {"pictures", studio.live ? studio.live->pictures_painted() : 0},
            {"at_work", work_state(studio)},
            {"export_command", export_command(studio)},
            {"quits", studio.quits},
            {"document", document_state(studio.document)},
            {"project", Ordered(project::to_json(studio.document.project()))},
            {"plan", Ordered(project::to_json(studio.document.project()))["plan"]}};
}

Ordered value_at(const Ordered& state, const std::string& key) {
    const Ordered* at = &state;
    std::istringstream parts(key);
    for (std::string part; std::getline(parts, part, '.');) {
        if (at->is_object() && at->contains(part))
            at = &(*at)[part];
        else if (at->is_array() && !part.empty() &&
                 part.find_first_not_of("0123456789") == std::string::npos && std::stoul(part) < at->size())
            at = &(*at)[std::stoul(part)];
        else
            return nullptr;
    }
    return *at;
}

} // namespace healed::studio

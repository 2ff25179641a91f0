#include "story/state.h"

#include "interface/answers.h"
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
            {"light_azimuth_deg", looking.light_azimuth_deg},
            {"rig", looking.rig},
            {"polarised", looking.polarised},
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
            {"longest_frame_ms", clock.slowest().empty() ? 0.0 : 1e3 * clock.slowest().front().wall_s},
            {"busiest_frame_cpu_ms", 1e3 * clock.busiest().cpu_s},
            {"busiest_frame_part", clock.busiest().part},
            {"slowest_frames", slowest}};
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
            {"views", views_state(studio)},
            {"looking", looking_state(studio.looking)},
            {"notices", notices},
            {"unexplained", marks().unexplained()},
            {"language", studio.memory.language},
            {"painted_on", studio.painted_on},
            {"devices_lost", studio.devices_lost},
            {"explained", studio.answers->explanation ? studio.answers->explanation->parts.size() : 0},
            {"forecast", studio.answers->forecast.has_value()},
            {"pictures", studio.live ? studio.live->pictures_painted() : 0},
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

#include "base/error.h"
#include "base/file.h"
#include "project/event_fields.h"
#include "project/field_reader.h"
#include "project/migrate.h"
#include "project/plan_fields.h"
#include "project/presets.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace healed::project {

namespace {

/// A skin is a Fitzpatrick type, which stands for a preset, or the settings themselves.
void read_skin(JsonReader& json, skin::SkinSettings& settings) {
    if (!json.has("skin"))
        return;
    if (json.value()["skin"].is_string()) {
        const std::string type = json.word("skin", {"I", "II", "III", "IV", "V", "VI"});
        settings = skin::load_preset(assets_folder(), type).settings;
        return;
    }
    FieldReader(json).object("skin", settings);
}

/// A head is the name of a preset, which stands for its shape, or a choice of its own.
void read_head(JsonReader& json, HeadChoice& head) {
    if (!json.has("head"))
        return;
    if (!json.value()["head"].is_string())
        return FieldReader(json).object("head", head);
    std::vector<std::string> names;
    const std::vector<head::ShapePreset> presets = head::load_shapes(assets_folder());
    for (const head::ShapePreset& preset : presets)
        names.push_back(preset.name);
    const std::string name = json.word("head", names);
    head.shape = std::ranges::find(presets, name, &head::ShapePreset::name)->shape;
}

/// Sessions follow each other in time and only ever add dots.
void check_sessions(JsonReader& json, const std::vector<treatment::Session>& sessions) {
    const std::string place = json.child("plan").where("sessions");
    if (sessions.empty())
        fail("{}: a plan needs a session", place);
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        const treatment::Session &earlier = sessions[i - 1], &later = sessions[i];
        if (later.day <= earlier.day)
            fail("{}[{}].day: {} is not after {} of the session before", place, i, later.day, earlier.day);
        if (later.cumulative_density < earlier.cumulative_density)
            fail("{}[{}].cumulative_density: {} is below {} of the session before", place, i,
                 later.cumulative_density, earlier.cumulative_density);
    }
}

/// A brush that did not move says no direction.
void check_strokes(JsonReader& json, const std::vector<treatment::Stroke>& strokes) {
    for (std::size_t i = 0; i < strokes.size(); ++i)
        if (strokes[i].kind == treatment::Stroke::Kind::Comb && strokes[i].along.size() < 2)
            fail("{}[{}].along: {} place says no direction to comb; two or more do",
                 json.child("plan").where("strokes"), i, strokes[i].along.size());
}

/// A name must tell one camera from all others.
void check_bookmarks(JsonReader& json, const std::vector<Bookmark>& bookmarks) {
    if (bookmarks.empty())
        return;
    const std::string place = json.where("bookmarks");
    const std::vector<std::string> cameras = names_in(assets_folder() / "cameras");
    for (auto one = bookmarks.begin(); one != bookmarks.end(); ++one) {
        const auto i = one - bookmarks.begin();
        if (const std::string refusal = name_refusal(one->name); !refusal.empty())
            fail("{}[{}].name: {}", place, i, refusal);
        if (std::ranges::find(bookmarks.begin(), one, one->name, &Bookmark::name) != one)
            fail("{}[{}].name: \"{}\" is the name of another bookmark", place, i, one->name);
        if (std::ranges::count(cameras, one->camera) == 0)
            fail("{}[{}].camera: \"{}\" is none of {}", place, i, one->camera, fmt::join(cameras, ", "));
    }
}

void read_events(JsonReader& json, Project& project) {
    if (!json.has("events"))
        return;
    std::vector<Event> events;
    FieldReader(json).list("events", events, event_count);
    take_events(project, events, json.where("events"));
}

} // namespace

Project from_json(JsonReader& json) {
    Project project;
    json.integer("schema_version", {schema_version, schema_version});
    json.text("$schema", "");
    project.title = json.text("title", project.title);
    read_head(json, project.head);
    read_skin(json, project.skin);
    FieldReader fields(json);
    fields.object("client", project.client);
    fields.object("plan", project.plan);
    check_sessions(json, project.plan.sessions);
    check_strokes(json, project.plan.strokes);
    read_events(json, project);
    fields.maybe_list("bookmarks", project.bookmarks, bookmark_count);
    check_bookmarks(json, project.bookmarks);
    json.finish();
    return project;
}

Project load(const std::filesystem::path& path) {
    const JsonReader file = JsonReader::from_file(path);
    JsonReader current = JsonReader::from_value(migrated(file), path.string());
    Project project = from_json(current);
    project.folder = path.parent_path();
    return project;
}

} // namespace healed::project

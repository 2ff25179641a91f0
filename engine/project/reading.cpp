#include "base/error.h"
#include "base/file.h"
#include "project/event_fields.h"
#include "project/migrate.h"
#include "project/plan_fields.h"

#include <algorithm>
#include <fmt/format.h>

namespace healed::project {

namespace {

/// Fills what the file states and leaves the rest at its default.
class FieldReader {
  public:
    explicit FieldReader(JsonReader& json) : json_(json) {}

    void number(std::string_view key, double& value, Range range) { value = json_.number(key, range, value); }
    template <typename Integer>
    void integer(std::string_view key, Integer& value, Range range) {
        value = static_cast<Integer>(json_.integer(key, range, static_cast<long>(value)));
    }
    void boolean(std::string_view key, bool& value) { value = json_.boolean(key, value); }
    void text(std::string_view key, std::string& value) { value = json_.text(key, std::move(value)); }
    template <typename Enum, std::size_t count>
    void word(std::string_view key, Enum& value, const std::array<std::string_view, count>& words) {
        const std::vector<std::string> allowed(words.begin(), words.end());
        const std::string chosen = json_.word(key, allowed, allowed[static_cast<std::size_t>(value)]);
        value = static_cast<Enum>(std::find(allowed.begin(), allowed.end(), chosen) - allowed.begin());
    }
    void required_number(std::string_view key, double& value, Range range) {
        value = json_.number(key, range);
    }
    void maybe_number(std::string_view key, std::optional<double>& value, Range range) {
        if (json_.has(key))
            value = json_.number(key, range);
    }
    void maybe_boolean(std::string_view key, std::optional<bool>& value) {
        if (json_.has(key))
            value = json_.boolean(key, false);
    }
    template <typename Enum, std::size_t count>
    void maybe_word(std::string_view key, std::optional<Enum>& value,
                    const std::array<std::string_view, count>& words) {
        if (json_.has(key))
            word(key, value.emplace(), words);
    }
    /// Two ways of saying the same thing, of which a file uses one.
    void either(std::string_view key, std::optional<double>& value, Range range, std::string_view other_key,
                double& other, Range other_range) {
        refuse_both(key, other_key);
        maybe_number(key, value, range);
        number(other_key, other, other_range);
    }
    void maybe_either(std::string_view key, std::optional<double>& value, Range range,
                      std::string_view other_key, std::optional<double>& other, Range other_range) {
        refuse_both(key, other_key);
        maybe_number(key, value, range);
        maybe_number(other_key, other, other_range);
    }
    template <typename Part>
    void maybe_object(std::string_view key, std::optional<Part>& part) {
        if (json_.has(key))
            object(key, part.emplace());
    }
    template <typename Part>
    void object(std::string_view key, Part& part) {
        if (!json_.has(key))
            return;
        JsonReader child = json_.child(key);
        read(child, part);
    }
    template <typename Part>
    void list(std::string_view key, std::vector<Part>& parts, Count count) {
        if (!json_.has(key))
            return;
        parts.clear();
        std::vector<JsonReader> elements = json_.child(key).elements();
        if (elements.size() < count.least || elements.size() > count.most)
            json_.refuse(key, fmt::format("{} elements are outside {} … {}", elements.size(), count.least,
                                          count.most));
        for (JsonReader& element : elements)
            read(element, parts.emplace_back());
    }

  private:
    void refuse_both(std::string_view key, std::string_view other_key) const {
        if (json_.has(key) && json_.has(other_key))
            json_.refuse(key, fmt::format("stands beside {}; state one of the two", other_key));
    }
    template <typename Part>
    void read(JsonReader& json, Part& part) {
        FieldReader fields(json);
        walk(fields, part);
        json.finish();
    }
    JsonReader& json_;
};

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
    read_events(json, project);
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

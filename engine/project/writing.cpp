#include "base/file.h"
#include "base/sha256.h"
#include "project/event_fields.h"
#include "project/plan_fields.h"

namespace healed::project {

namespace {

/// Keeps the order of the fields, so that the file reads from the client to the sessions.
using Ordered = nlohmann::ordered_json;

class FieldWriter {
  public:
    explicit FieldWriter(Ordered& json) : json_(json) { json_ = Ordered::object(); }

    void number(std::string_view key, double value, Range) { json_[std::string(key)] = value; }
    template <typename Integer>
    void integer(std::string_view key, Integer value, Range) {
        json_[std::string(key)] = value;
    }
    void boolean(std::string_view key, bool value) { json_[std::string(key)] = value; }
    void text(std::string_view key, const std::string& value) { json_[std::string(key)] = value; }
    template <typename Enum, std::size_t count>
    void word(std::string_view key, Enum value, const std::array<std::string_view, count>& words) {
        json_[std::string(key)] = words[static_cast<std::size_t>(value)];
    }
    void required_number(std::string_view key, double value, Range range) { number(key, value, range); }
    void maybe_number(std::string_view key, const std::optional<double>& value, Range range) {
        if (value)
            number(key, *value, range);
    }
    void maybe_boolean(std::string_view key, const std::optional<bool>& value) {
        if (value)
            boolean(key, *value);
    }
    template <typename Enum, std::size_t count>
    void maybe_word(std::string_view key, const std::optional<Enum>& value,
                    const std::array<std::string_view, count>& words) {
        if (value)
            word(key, *value, words);
    }
    void either(std::string_view key, const std::optional<double>& value, Range range,
                std::string_view other_key, double other, Range other_range) {
        value ? number(key, *value, range) : number(other_key, other, other_range);
    }
    void maybe_either(std::string_view key, const std::optional<double>& value, Range range,
                      std::string_view other_key, const std::optional<double>& other, Range other_range) {
        maybe_number(key, value, range);
        maybe_number(other_key, other, other_range);
    }
    template <typename Part>
    void maybe_object(std::string_view key, std::optional<Part>& part) {
        if (part)
            object(key, *part);
    }
    template <typename Part>
    void object(std::string_view key, Part& part) {
        FieldWriter child(json_[std::string(key)]);
        walk(child, part);
    }
    void numbers(std::string_view key, const std::vector<double>& values, Range, Count) {
        json_[std::string(key)] = values;
    }
    template <typename Part>
    void list(std::string_view key, std::vector<Part>& parts, Count) {
        Ordered& elements = json_[std::string(key)] = Ordered::array();
        for (Part& part : parts) {
            FieldWriter element(elements.emplace_back());
            walk(element, part);
        }
    }

    /// Plans that never had such parts read as they did, and keep their hash.
    template <typename Part>
    void maybe_list(std::string_view key, std::vector<Part>& parts, Count count) {
        if (!parts.empty())
            list(key, parts, count);
    }

  private:
    Ordered& json_;
};

Ordered ordered(Project project) {
    Ordered json;
    FieldWriter fields(json);
    json["schema_version"] = schema_version;
    fields.text("title", project.title);
    fields.object("head", project.head);
    fields.object("skin", project.skin);
    fields.object("client", project.client);
    fields.object("plan", project.plan);
    std::vector<Event> events = events_of(project);
    fields.list("events", events, event_count);
    fields.maybe_list("bookmarks", project.bookmarks, bookmark_count);
    return json;
}

} // namespace

Json to_json(const Project& project) {
    return Json(ordered(project));
}

void save(const std::filesystem::path& path, const Project& project) {
    write_file(path, ordered(project).dump(2) + "\n");
}

std::string plan_hash(const Project& project) {
    constexpr std::size_t digits = 12;
    Json json = to_json(project);
    json.erase("bookmarks");
    return sha256_hex(json.dump()).substr(0, digits);
}

} // namespace healed::project

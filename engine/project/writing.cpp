#include "base/file.h"
#include "base/sha256.h"
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
    template <typename Part>
    void object(std::string_view key, Part& part) {
        FieldWriter child(json_[std::string(key)]);
        walk(child, part);
    }
    template <typename Part>
    void list(std::string_view key, std::vector<Part>& parts, Count) {
        Ordered& elements = json_[std::string(key)] = Ordered::array();
        for (Part& part : parts) {
            FieldWriter element(elements.emplace_back());
            walk(element, part);
        }
    }

  private:
    Ordered& json_;
};

Ordered ordered(Project project) {
    Ordered json;
    FieldWriter fields(json);
    json["schema_version"] = schema_version;
    fields.text("title", project.title);
    fields.text("head", project.head);
    fields.object("skin", project.skin);
    fields.object("client", project.client);
    fields.object("plan", project.plan);
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
    return sha256_hex(to_json(project).dump()).substr(0, digits);
}

} // namespace healed::project

#include "project/mistake.h"

#include "base/error.h"
#include "project/migrate.h"
#include "project/presets.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace healed::project {

namespace {

constexpr Range any_ratio{0.0, 1e6};

Proof read_proof(JsonReader& json) {
    Proof proof{.at = json.text("at"), .measure = json.text("measure")};
    if (json.has("at_least"))
        proof.at_least = json.number("at_least", any_ratio);
    if (json.has("at_most"))
        proof.at_most = json.number("at_most", any_ratio);
    if (!proof.at_least && !proof.at_most)
        json.refuse("measure", "proves nothing without at_least or at_most");
    json.finish();
    return proof;
}

Json patch(JsonReader& json, std::string_view key) {
    return json.has(key) ? json.child(key).value() : Json::object();
}

Project patched(Json& document, const Json& patch, const std::string& origin) {
    document.merge_patch(patch);
    JsonReader reader = JsonReader::from_value(document, origin);
    return from_json(reader);
}

} // namespace

std::vector<std::string> mistake_names(const std::filesystem::path& assets) {
    return names_in(assets / "mistakes");
}

Mistake load_mistake(const std::filesystem::path& assets, const std::string& name) {
    const std::vector<std::string> names = mistake_names(assets);
    if (std::find(names.begin(), names.end(), name) == names.end())
        fail("mistake: \"{}\" is none of {}", name, fmt::join(names, ", "));
    const std::filesystem::path path = assets / "mistakes" / (name + ".json");
    JsonReader json = JsonReader::from_file(path);
    Mistake mistake{.name = name,
                    .title = json.text("title"),
                    .cause = json.text("cause"),
                    .remedy = json.text("remedy"),
                    .camera = json.text("camera")};
    if (json.has("at"))
        mistake.at = json.text("at");
    JsonReader signs = json.child("signs");
    mistake.on_day0 = signs.text("day0");
    if (signs.has("days"))
        mistake.while_healing = signs.text("days");
    mistake.when_healed = signs.text("healed");
    mistake.after_years = signs.text("years");
    signs.finish();
    for (JsonReader& element : json.child("shows").elements())
        mistake.shows.push_back(read_proof(element));

    const std::filesystem::path base =
        assets / "presets" / (json.word("base", preset_names(assets)) + ".json");
    Json document = migrated(JsonReader::from_file(base));
    mistake.right = patched(document, patch(json, "right"), path.string() + ": right");
    mistake.wrong = patched(document, patch(json, "wrong"), path.string() + ": wrong");
    json.finish();
    return mistake;
}

} // namespace healed::project

#include "base/file.h"
#include "house/refusal.h"
#include "project/project.h"

#include <functional>
#include <gtest/gtest.h>

namespace healed::project {
namespace {

Json schema() {
    return JsonReader::from_file(assets_folder() / "schema/project.schema.json").value();
}

/// A project that states every key, as the writer would have it.
Json whole_project() {
    Project project;
    project.plan.sessions = {{}};
    project.head.wishes.corrections = {{}};
    project.plan.losses = {{.areas = {{}}}};
    project.plan.marks = {{}};
    project.plan.hairline.temple_angle_deg = 120.0;
    project.plan.hairline.curve = {{}};
    project.plan.long_hair = {.parting = {{}}};
    project.plan.test_chart = {.footprints_mm = {0.24}, .depths_mm = {0.27}};
    project.plan.areas = {{}};
    project.plan.strokes = {{}};
    project.plan.touch_ups = {
        {.at_years = 1.0, .resting_depth_mm = 0.3, .footprint_mm = 0.2},
        {.at_years = 2.0, .resting_depth_mm = 0.3, .footprint_mm = 0.2, .correction = true}};
    project.plan.laser_passes = {{.at_years = 3.0}};
    const aging::Habits habits{.latitude_deg = 40.0,
                               .outdoor_fraction = 0.1,
                               .protection = aging::Protection::Daily,
                               .hat = aging::Protection::Daily,
                               .swims_per_week = 2.0,
                               .exfoliant = aging::Frequency::Daily,
                               .oil_factor = 1.1,
                               .smoker = true};
    project.client.changes = {{.at_years = 4.0, .habits = habits}};
    project.client.seasons = {{.at_years = 5.0, .habits = habits}};
    project.plan.hair_changes = {{.at_years = 6.0,
                                  .norwood = treatment::Norwood::VII,
                                  .losses = project.plan.losses,
                                  .grey_share = 0.5}};
    project.bookmarks = {{.name = "temple", .focal_length_mm = 50.0}};
    return to_json(project);
}

Project read(const Json& document) {
    JsonReader reader = JsonReader::from_value(document, "plan.json");
    return from_json(reader);
}

/// Visits each leaf of the schema with the pointer at which a document holds its value.
const Json::json_pointer top("");
using Visit = std::function<void(const Json::json_pointer&, const Json&)>;
void for_each_leaf(const Json& node, const Json::json_pointer& place, const Visit& visit) {
    if (node.contains("oneOf"))
        return for_each_leaf(node["oneOf"].back(), place, visit);
    if (node.contains("items") && node["items"].contains("oneOf")) {
        // The events of whole_project() stand in the order of the schema's kinds.
        for (std::size_t kind = 0; kind < node["items"]["oneOf"].size(); ++kind)
            for_each_leaf(node["items"]["oneOf"][kind], place / kind, visit);
        return;
    }
    if (node.contains("items"))
        return for_each_leaf(node["items"], place / 0, visit);
    if (!node.contains("properties"))
        return visit(place, node);
    for (const auto& [key, child] : node["properties"].items())
        if (key != "$schema" && key != "schema_version")
            for_each_leaf(child, place / key, visit);
}

TEST(Schema, NamesTheKeysThatAreWritten) {
    std::set<std::string> named, written;
    const Json document = whole_project();
    for_each_leaf(schema(), top, [&](const auto& place, const Json& leaf) {
        if (!leaf.contains("optional") || document.contains(place))
            named.insert(place.to_string());
    });
    const Json flat = whole_project().flatten();
    for (const auto& [place, value] : flat.items())
        if (place != "/schema_version")
            written.insert(place);
    EXPECT_EQ(named, written);
    EXPECT_GT(named.size(), 40u);
}

TEST(Schema, SaysUnitRangeAndMeaningOfEachNumber) {
    for_each_leaf(schema(), top, [](const auto& place, const Json& leaf) {
        EXPECT_FALSE(leaf.value("description", "").empty()) << place.to_string();
        EXPECT_TRUE(leaf.contains("default") || leaf.contains("optional") || leaf.contains("stated"))
            << place.to_string();
        const std::string type = leaf.value("type", "");
        if (type == "number" || type == "integer") {
            EXPECT_TRUE(leaf.contains("unit") && leaf.contains("minimum") && leaf.contains("maximum"))
                << place.to_string();
        }
    });
}

TEST(Schema, StatesTheDefaultsOfTheReader) {
    const Json document = whole_project();
    for_each_leaf(schema(), top, [&](const auto& place, const Json& leaf) {
        if (leaf.contains("default")) {
            EXPECT_EQ(document.at(place), leaf["default"]) << place.to_string();
        }
    });
}

TEST(Schema, HasTheRangesOfTheReader) {
    std::size_t numbers = 0;
    for_each_leaf(schema(), top, [&](const auto& place, const Json& leaf) {
        if (!leaf.contains("minimum"))
            return;
        ++numbers;
        const bool whole = leaf["type"] == "integer";
        const auto changed = [&](const Json& value) {
            Json document = whole_project();
            // A place has a latitude or an ambient dose.
            if (document[place.parent_pointer()].is_object())
                document[place.parent_pointer()].erase(place.back() == "latitude_deg" ? "ambient_sed_per_year"
                                                       : place.back() == "ambient_sed_per_year"
                                                           ? "latitude_deg"
                                                           : "");
            document[place] = value;
            return document;
        };
        for (const char* end : {"minimum", "maximum"}) {
            EXPECT_NO_THROW(read(changed(leaf[end]))) << place.to_string() << " at its " << end;
            const double step = whole ? 1.0 : 1e-6;
            const Json beyond =
                leaf[end].template get<double>() + (std::string(end) == "minimum" ? -step : step);
            expect_refusal([&] { read(changed(beyond)); },
                           {"plan.json: ", leaf.contains("unit") ? "outside" : ""});
        }
    });
    EXPECT_GT(numbers, 35u);
}

TEST(Schema, HasTheWordsOfTheReader) {
    for_each_leaf(schema(), top, [&](const auto& place, const Json& leaf) {
        if (!leaf.contains("enum"))
            return;
        Json document = whole_project();
        document["plan"]["norwood"] = "I"; // before any stage that an event may reach
        document["plan"]["strokes"][0]["along"].push_back(Json::object()); // to comb
        for (const Json& word : leaf["enum"]) {
            document[place] = word;
            EXPECT_NO_THROW(read(document)) << place.to_string();
        }
        document[place] = "another";
        expect_refusal([&] { read(document); }, {"plan.json: ", "\"another\" is none of"});
    });
}

TEST(Schema, AndTheReaderRefuseUnknownKeysEverywhere) {
    const std::function<void(const Json&, const Json::json_pointer&)> visit =
        [&](const Json& node, const Json::json_pointer& place) {
            if (node.contains("oneOf"))
                return visit(node["oneOf"].back(), place);
            if (node.contains("items") && node["items"].contains("oneOf")) {
                for (std::size_t kind = 0; kind < node["items"]["oneOf"].size(); ++kind)
                    visit(node["items"]["oneOf"][kind], place / kind);
                return;
            }
            if (node.contains("items"))
                return visit(node["items"], place / 0);
            if (!node.contains("properties"))
                return;
            EXPECT_EQ(node["additionalProperties"], false) << place.to_string();
            Json document = whole_project();
            document[place / "detph"] = 1;
            expect_refusal([&] { read(document); }, {"plan.json: ", "detph: unknown key"});
            for (const auto& [key, child] : node["properties"].items())
                visit(child, place / key);
        };
    visit(schema(), top);
}

} // namespace
} // namespace healed::project

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
    project.plan.losses = {{.areas = {{}}}};
    project.plan.marks = {{}};
    project.plan.areas = {{}};
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
    for_each_leaf(schema(), top, [&](const auto& place, const Json&) { named.insert(place.to_string()); });
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
        EXPECT_TRUE(leaf.contains("default")) << place.to_string();
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
        EXPECT_EQ(document.at(place), leaf["default"]) << place.to_string();
    });
}

TEST(Schema, HasTheRangesOfTheReader) {
    std::size_t numbers = 0;
    for_each_leaf(schema(), top, [&](const auto& place, const Json& leaf) {
        if (!leaf.contains("minimum"))
            return;
        ++numbers;
        const bool whole = leaf["type"] == "integer";
        for (const char* end : {"minimum", "maximum"}) {
            Json document = whole_project();
            document[place] = leaf[end];
            EXPECT_NO_THROW(read(document)) << place.to_string() << " at its " << end;
            const double step = whole ? 1.0 : 1e-6;
            document[place] =
                leaf[end].template get<double>() + (std::string(end) == "minimum" ? -step : step);
            expect_refusal([&] { read(document); }, {"plan.json: ", leaf.contains("unit") ? "outside" : ""});
        }
    });
    EXPECT_GT(numbers, 35u);
}

TEST(Schema, HasTheWordsOfTheReader) {
    for_each_leaf(schema(), top, [&](const auto& place, const Json& leaf) {
        if (!leaf.contains("enum"))
            return;
        Json document = whole_project();
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

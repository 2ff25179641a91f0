#include "base/json.h"

#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <limits>

namespace healed {
namespace {

JsonReader reading(std::string_view text) {
    return JsonReader::from_text(text, "plan.json");
}
constexpr Range percent{0, 100};

TEST(Json, ReadsValuesThatLieInTheirRanges) {
    JsonReader file = reading(R"({"a": 1.5, "b": 3, "c": true, "d": "word", "e": [1, 2], "f": {"g": 7.0}})");
    EXPECT_EQ(file.number("a", percent), 1.5);
    EXPECT_EQ(file.integer("b", percent), 3);
    EXPECT_TRUE(file.boolean("c", false));
    EXPECT_EQ(file.word("d", {"word", "other"}), "word");
    EXPECT_EQ(file.numbers("e", percent), (std::vector<double>{1, 2}));
    JsonReader inner = file.child("f");
    EXPECT_EQ(inner.integer("g", percent), 7);
    inner.finish();
    file.finish();
}

TEST(Json, FallsBackOnlyWhereAKeyIsAbsent) {
    JsonReader file = reading(R"({"a": "no number"})");
    EXPECT_EQ(file.number("b", percent, 4.0), 4.0);
    EXPECT_EQ(file.text("c", "there"), "there");
    expect_refusal([&] { file.number("a", percent, 4.0); }, {"plan.json: a", "no number", "is not a number"});
}

TEST(Json, NamesTheLineOfBrokenText) {
    expect_refusal([] { reading("{\n  \"a\": 1,\n  \"b\" 2\n}"); }, {"plan.json", "line 3", "column 7"});
    expect_refusal([] { reading(""); }, {"plan.json", "line 1"});
    expect_refusal([] { reading("{\"a\": NaN}"); }, {"plan.json", "line 1", "N"});
}

TEST(Json, RefusesNumbersThatAreNone) {
    expect_refusal([] { reading("{\"a\": 1e999}"); }, {"plan.json", "1e999"});
    JsonReader file = JsonReader::from_value({{"a", std::numeric_limits<double>::quiet_NaN()}}, "x");
    expect_refusal([&] { file.number("a", percent); }, {"x: a", "is outside"});
}

TEST(Json, NamesThePlaceAndTheValueOutsideARange) {
    JsonReader file = reading(R"({"needle": {"depth_mm": -0.2}, "list": [{"x": 1}, {"x": 200}], "n": 2.5})");
    JsonReader needle = file.child("needle");
    expect_refusal(
        [&] {
            needle.number("depth_mm", {0.01, 5});
        },
        {"plan.json: needle.depth_mm: -0.2 is outside 0.01 … 5"});
    expect_refusal([&] { needle.number("missing", percent); }, {"needle.missing: is missing"});
    JsonReader second = file.child("list").elements().at(1);
    expect_refusal([&] { second.number("x", percent); }, {"list[1].x: 200"});
    expect_refusal([&] { file.integer("n", percent); }, {"plan.json: n: 2.5", "whole"});
    expect_refusal(
        [&] {
            file.number("n", {3, std::numeric_limits<double>::infinity()});
        },
        {"2.5 is below 3"});
}

TEST(Json, RefusesWrongTypes) {
    JsonReader file = reading(R"({"a": [1], "b": "five", "c": 1})");
    expect_refusal([&] { file.number("a", percent); }, {"plan.json: a: [1] is not a number"});
    expect_refusal([&] { file.text("c"); }, {"plan.json: c: 1 is not a text"});
    expect_refusal([&] { file.boolean("c", true); }, {"plan.json: c: 1"});
    expect_refusal([&] { file.word("b", {"one", "two"}); }, {"\"five\" is none of one, two"});
    expect_refusal([&] { file.child("c").elements(); }, {"plan.json: c: 1 is not a list"});
    expect_refusal([&] { file.child("c").number("x", percent); }, {"plan.json: c: 1 is not an object"});
    expect_refusal([] { reading("[1, 2]").finish(); }, {"plan.json", "is not an object"});
}

TEST(Json, RefusesUnknownAndDoubleKeysByName) {
    JsonReader file = reading(R"({"depth_mm": 1, "detph_mm": 2})");
    file.number("depth_mm", percent);
    expect_refusal([&] { file.finish(); }, {"plan.json: detph_mm: unknown key", "depth_mm"});
    expect_refusal([] { reading(R"({"a": {"b": 1}, "a": 2})"); }, {"plan.json: a", "twice"});
    EXPECT_NO_THROW(reading(R"({"a": {"b": 1}, "b": 2})"));
}

TEST(Json, ShortensLongValuesInMessages) {
    const std::string text = "{\"a\": \"" + std::string(5000, 'x') + "\"}";
    try {
        reading(text).number("a", percent);
        FAIL();
    } catch (const Error& problem) {
        EXPECT_LT(std::string(problem.what()).size(), 200u);
    }
}

TEST(Json, NamesAMissingFile) {
    expect_refusal([] { JsonReader::from_file("/nowhere/plan.json"); },
                   {"/nowhere/plan.json", "No such file"});
    const TemporaryFolder folder;
    expect_refusal([&] { JsonReader::from_file(folder.path()); }, {folder.path().string(), "folder"});
}

} // namespace
} // namespace healed

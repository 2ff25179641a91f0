#include "cli/program.h"

#include "base/file.h"
#include "base/json.h"

namespace healed {
namespace {

const std::string needle_below_zero =
    R"({"schema_version": 1, "plan": {"needle": {"resting_depth_mm": -0.2}, "sessions": [{"day": 0}]}})";

TEST(NewCommand, WritesAPlanOnceAndOverwritesOnlyByForce) {
    const TemporaryFolder folder;
    const std::string plan = (folder / "a.healed.json").string();
    EXPECT_EQ(run_healed({"new", "--skin", "V", "--seed", "7", "-o", plan}).exit_code, 0);
    const std::string first = content_of(plan);
    EXPECT_EQ(Json::parse(first)["client"]["fitzpatrick"], 5);
    EXPECT_EQ(Json::parse(first)["plan"]["seed"], 7);
    expect_one_line(run_healed({"new", "-o", plan}), 1, {plan, "--force"});
    EXPECT_EQ(content_of(plan), first);
    EXPECT_EQ(run_healed({"new", "--force", "-o", plan}).exit_code, 0);
    EXPECT_NE(content_of(plan), first);
}

TEST(NewCommand, RefusesWhatItCannotDo) {
    expect_one_line(run_healed({"new", "-o", "/nowhere/a.json"}), 1, {"/nowhere/a.json", "No such file"});
    expect_one_line(run_healed({"new", "--preset", "buzz"}), 1, {"\"buzz\"", "full-shaved"});
    expect_one_line(run_healed({"new", "--ink", "tar"}), 1, {"\"tar\"", "smp-carbon"});
    expect_one_line(run_healed({"new", "-o", "/dev/full", "--force"}), 1, {"/dev/full", "No space left"});
    EXPECT_EQ(run_healed({"new"}, {{"HEALED_ASSETS", "/nowhere"}}).exit_code, 1);
}

TEST(PresetsCommand, ListsWhatOtherCommandsTake) {
    const Json json = Json::parse(run_healed({"presets", "--json"}).out);
    for (const char* kind : {"treatments", "skins", "inks", "lights", "cameras"})
        EXPECT_GE(json[kind].size(), 3u) << kind;
    for (const Json& treatment : json["treatments"]) {
        const TemporaryFolder folder;
        const std::string name = treatment["name"];
        EXPECT_EQ(run_healed({"new", "--preset", name, "-o", (folder / "a.json").string()}).exit_code, 0)
            << name;
    }
    for (const Json& ink : json["inks"])
        EXPECT_EQ(run_healed({"ink", ink["name"].get<std::string>(), "--json"}).exit_code, 0);
}

/// Every command that reads a plan refuses it in the same words.
class BadPlan : public testing::TestWithParam<std::string> {
  protected:
    Outcome run(const std::string& plan) const {
        std::vector<std::string> words{GetParam(), plan, "--at", "healed"};
        if (GetParam() != "age")
            words.insert(words.end(), {"-o", (folder_ / "picture.png").string()});
        return run_healed(words);
    }
    void refuse(const std::string& plan, std::initializer_list<std::string> words) const {
        const std::string path = folder_.file("bad.healed.json", plan).string();
        const Outcome outcome = run(path);
        expect_one_line(outcome, 1, words);
        EXPECT_NE(outcome.err.find(path), std::string::npos) << outcome.err;
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1)
            << "no other file";
    }
    TemporaryFolder folder_;
};

TEST_P(BadPlan, IsOneLineWithFileFieldAndValue) {
    refuse("{\"schema_version\": 1,\n \"plan\" 3}", {"line 2"});
    refuse(R"({"schema_version": 1, "paln": {}, "plan": {"sessions": [{"day": 0}]}})", {"paln: unknown key"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"day": NaN}]}})", {"line 1", "N"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"day": 1e999}]}})", {"1e999"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"ink": "tar"}]}})",
           {"plan.sessions[0].ink: \"tar\""});
    refuse(needle_below_zero, {"plan.needle.resting_depth_mm: -0.2 is outside 0.03 … 3"});
    refuse(R"({"schema_version": 99})", {"schema_version: 99 is newer than 2"});
    refuse("", {"line 1"});
}

TEST_P(BadPlan, MissingFileIsNamed) {
    expect_one_line(run("/nowhere/a.json"), 1, {"/nowhere/a.json", "No such file"});
}

/// What a picture is to be written to is looked at before the work begins.
class BadPicture : public testing::TestWithParam<std::string> {
  protected:
    BadPicture() { run_healed({"new", "-o", plan_}); }
    TemporaryFolder folder_;
    std::string plan_ = (folder_ / "plan.healed.json").string();
};

TEST_P(BadPicture, PlacesAndEndingsThatCannotBeAreNamed) {
    const std::string unknown = (folder_ / "picture.bmp").string();
    expect_one_line(run_healed({GetParam(), plan_, "-o", "/nowhere/a.png"}), 1, {"/nowhere/a.png"});
    expect_one_line(run_healed({GetParam(), plan_, "-o", unknown}), 1, {unknown, ".png"});
}

TEST(RenderCommand, AMacroWiderThanItsDotsIsRefused) {
    const TemporaryFolder folder;
    const std::string plan = (folder / "plan.healed.json").string();
    run_healed({"new", "-o", plan});
    expect_one_line(run_healed({"render", plan, "--camera", "macro", "--size", "1200x200", "-o",
                                (folder / "wide.png").string()}),
                    1, {"1200x200", "30.0 mm", "9 mm"});
}

TEST(RenderCommand, KnowsTheBookmarksOfThePlanAndNoOthers) {
    const TemporaryFolder folder;
    const std::string plan = (folder / "plan.healed.json").string();
    run_healed({"new", "-o", plan});
    Json json = JsonReader::from_file(plan).value();
    json["bookmarks"] = {{{"name", "dots"}, {"camera", "macro"}, {"zoom", 2.0}}};
    write_file(plan, json.dump());
    // One that is known goes on to the next thing that is wrong: this one spans twice less than its camera.
    expect_one_line(run_healed({"render", plan, "--camera", "dots", "--size", "1200x200", "-o",
                                (folder / "wide.png").string()}),
                    1, {"1200x200", "15.0 mm"});
    expect_one_line(run_healed({"render", plan, "--camera", "dot", "-o", (folder / "a.png").string()}), 1,
                    {"\"dot\"", "bookmark: dots"});
}

TEST(SheetCommand, WantsAPlanOrAKnownMistake) {
    const TemporaryFolder folder;
    const std::string sheet = (folder / "sheet.png").string();
    expect_one_line(run_healed({"sheet", "--mistake", "too-deeep", "-o", sheet}), 1,
                    {"too-deeep", "too-deep"});
    EXPECT_EQ(run_healed({"sheet", "-o", sheet}).exit_code, 2);
    EXPECT_EQ(run_healed({"sheet", "plan.json", "--mistake", "too-deep", "-o", sheet}).exit_code, 2);
}

TEST_P(BadPicture, WithoutADeviceThereIsNone) {
    const std::string picture = (folder_ / "picture.png").string();
    const std::map<std::string, std::string> no_driver{{"VK_ICD_FILENAMES", "/nonexistent"},
                                                       {"VK_DRIVER_FILES", "/nonexistent"}};
    expect_one_line(run_healed({GetParam(), plan_, "-o", picture}, no_driver), 1, {"Vulkan"});
    EXPECT_FALSE(std::filesystem::exists(picture));
}

INSTANTIATE_TEST_SUITE_P(Commands, BadPicture, testing::Values("render", "sheet"),
                         [](const auto& command) { return command.param; });

INSTANTIATE_TEST_SUITE_P(Commands, BadPlan, testing::Values("render", "sheet", "age"),
                         [](const auto& command) { return command.param; });

} // namespace
} // namespace healed

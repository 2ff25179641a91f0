#include "cli/program.h"

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
class BadPlan : public testing::TestWithParam<const char*> {
  protected:
    void refuse(const std::string& plan, std::initializer_list<std::string> words) {
        const TemporaryFolder folder;
        const std::string path = folder.file("bad.healed.json", plan).string();
        Outcome outcome = run_healed({GetParam(), path, "--at", "healed"}, {}, folder.path());
        expect_one_line(outcome, 1, words);
        EXPECT_NE(outcome.err.find(path), std::string::npos) << outcome.err;
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
            << "no other file";
    }
};

TEST_P(BadPlan, IsOneLineWithFileFieldAndValue) {
    refuse("{\"schema_version\": 1,\n \"plan\" 3}", {"line 2"});
    refuse(R"({"schema_version": 1, "paln": {}, "plan": {"sessions": [{"day": 0}]}})", {"paln: unknown key"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"day": NaN}]}})", {"line 1", "N"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"day": 1e999}]}})", {"1e999"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"ink": "tar"}]}})",
           {"plan.sessions[0].ink: \"tar\""});
    refuse(needle_below_zero, {"plan.needle.resting_depth_mm: -0.2 is outside 0.03 … 3"});
    refuse(R"({"schema_version": 2})", {"schema_version: 2 is newer than 1"});
    refuse("", {"line 1"});
}

TEST_P(BadPlan, MissingFileIsNamed) {
    expect_one_line(run_healed({GetParam(), "/nowhere/a.json", "--at", "3y"}), 1,
                    {"/nowhere/a.json", "No such file"});
}

INSTANTIATE_TEST_SUITE_P(Commands, BadPlan, testing::Values("render", "sheet", "age"),
                         [](const auto& command) { return std::string(command.param); });

} // namespace
} // namespace healed

#include "cli/program.h"

#include "base/json.h"

#include <set>

namespace healed {
namespace {

/// A small cohort of one type of skin.
std::vector<std::string> small_study(std::vector<std::string> more) {
    std::vector<std::string> words{"study", "--patients", "60", "--type", "III"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

TEST(StudyCommand, SaysWhatItPromises) {
    const TemporaryFolder folder;
    const std::string csv = (folder / "clients.csv").string(), plot = (folder / "study.png").string();
    const Outcome outcome = run_healed(small_study({"--json", "--csv", csv, "--plot", plot}));
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json json = Json::parse(outcome.out);
    EXPECT_EQ(json["patients"], 60);
    double before = 1.0;
    for (int year = 1; year <= 10; ++year) {
        const double share = json["satisfied_at_years"][std::to_string(year)];
        EXPECT_LE(share, before) << year;
        before = share;
    }
    double years = 0.0;
    for (const char* key : {"p5", "p25", "p50", "p75", "p95"}) {
        EXPECT_GE(json["touch_up_years"][key], years) << key;
        years = json["touch_up_years"][key];
    }
    EXPECT_GT(json["touch_up_years"]["mean"], 0.0);
    double causes = 0.0;
    for (const char* key : {"faded", "hue", "size", "blueness"})
        causes += json["failure_share"][key].get<double>();
    EXPECT_NEAR(causes, 1.0, 1e-9);
    EXPECT_EQ(json["touch_up_by_3y_by_uv_quartile"].size(), 4u);
    for (const char* key : {"none", "occasional", "daily"})
        EXPECT_TRUE(json["median_years_by_protection"].contains(key)) << key;
    const std::string lines = content_of(csv);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 61);
    EXPECT_EQ(content_of(plot).substr(1, 3), "PNG");
    EXPECT_EQ(run_healed(small_study({"--json"})).out, outcome.out) << "the same seed, the same study";
    EXPECT_NE(run_healed(small_study({"--json", "--seed", "2"})).out, outcome.out);
}

TEST(StudyCommand, RefusesInOneLine) {
    expect_one_line(run_healed({"study", "--patients", "0"}), 2, {"--patients", "0"});
    expect_one_line(run_healed({"study", "--type", "VII"}), 2, {"--type", "VII"});
    expect_one_line(run_healed({"study", "--protection", "always"}), 2, {"--protection", "always"});
    expect_one_line(run_healed({"study", "--resting-depth-mm", "-1"}), 2, {"--resting-depth-mm", "-1"});
    expect_one_line(run_healed({"study", "--resting-depth-mm", "0.3", "--needle-setting-mm", "2"}), 2,
                    {"--needle-setting-mm"});
    expect_one_line(run_healed(small_study({"--ink", "tar"})), 1, {"\"tar\"", "smp-carbon"});
    expect_one_line(run_healed(small_study({"--csv", "/nowhere/a.csv"})), 1, {"/nowhere/a.csv"});
    expect_one_line(run_healed(small_study({"--plot", "study.gif"})), 1, {"study.gif"});
    expect_one_line(run_healed({"study", "/nowhere.json"}), 1, {"/nowhere.json"});
}

TEST(ForecastCommand, SpreadsAndRefusesInOneLine) {
    const TemporaryFolder folder;
    const std::string plan = (folder / "plan.healed.json").string();
    ASSERT_EQ(run_healed({"new", "-o", plan}).exit_code, 0);
    const Outcome outcome = run_healed({"forecast", plan, "--at", "healed,5y", "--draws", "50", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json json = Json::parse(outcome.out);
    ASSERT_EQ(json["times"].size(), 2u);
    const Json& later = json["times"][1];
    for (const char* figure :
         {"contrast_delta_e_2000", "contrast_kept", "ink_ng_per_mm2", "mean_diameter_mm", "blueness"}) {
        EXPECT_LT(later[figure]["p10"], later[figure]["p50"]) << figure;
        EXPECT_LT(later[figure]["p50"], later[figure]["p90"]) << figure;
    }
    EXPECT_EQ(later["zone_lab"]["p50"].size(), 3u);
    EXPECT_LT(json["touch_up_years"]["p10"], json["touch_up_years"]["p90"]);
    expect_one_line(run_healed({"forecast", plan, "--draws", "3"}), 2, {"--draws", "3"});
    expect_one_line(run_healed({"forecast", plan, "-o", "a.txt"}), 1, {"a.txt"});
    expect_one_line(run_healed({"forecast", "/nowhere.json"}), 1, {"/nowhere.json"});
}

TEST(PlannerCommands, SpeakJsonAndRefuseInOneLine) {
    const TemporaryFolder folder;
    const std::string plan = (folder / "plan.healed.json").string();
    ASSERT_EQ(run_healed({"new", "-o", plan}).exit_code, 0);
    const Json upkeep = Json::parse(run_healed({"maintain", plan, "--years", "12", "--json"}).out);
    EXPECT_EQ(upkeep["courses"].size(), 7u);
    EXPECT_TRUE(upkeep["helmet_limit"].contains("dots_per_cm2"));
    EXPECT_GT(upkeep["best"]["added_dots_per_cm2"], 0.0);
    const Json ways = Json::parse(run_healed({"correct", plan, "--passes", "2", "--json"}).out);
    ASSERT_EQ(ways["remedies"].size(), 5u);
    for (const char* field : {"passes", "months", "residue_delta_e_2000"})
        EXPECT_TRUE(ways["remedies"][1].contains(field)) << field;
    expect_one_line(run_healed({"maintain", plan, "--low", "2"}), 2, {"--low", "2"});
    expect_one_line(run_healed({"correct", plan, "--ink", "tar"}), 1, {"\"tar\""});
    expect_one_line(run_healed({"sensitivity", "--patients", "5"}), 2, {"--patients", "5"});
    expect_one_line(run_healed({"sensitivity", "--plot", "a.bmp"}), 1, {"a.bmp"});
}

TEST(ModelCommand, SaysOfEveryConstantWhatHasToBeSaid) {
    const Outcome outcome = run_healed({"model", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::set<std::string> names, floors;
    const Json all = Json::parse(outcome.out);
    for (const Json& constant : all.at("constants")) {
        const std::string name = constant["name"];
        EXPECT_TRUE(names.insert(name).second) << name;
        floors.insert(name.substr(0, name.find('.')));
        EXPECT_LE(constant["low"].get<double>(), constant["value"].get<double>()) << name;
        EXPECT_GE(constant["high"].get<double>(), constant["value"].get<double>()) << name;
        EXPECT_FALSE(constant["unit"].get<std::string>().empty()) << name;
        EXPECT_FALSE(constant["source"].get<std::string>().empty()) << name;
        const std::string evidence = constant["evidence"];
        EXPECT_TRUE(evidence == "measured" || evidence == "literature" || evidence == "assumed") << name;
    }
    EXPECT_EQ(floors,
              (std::set<std::string>{"aging", "head", "ink", "skin", "study", "transport", "treatment"}));
    EXPECT_GT(names.size(), 200u);
    const Outcome some = run_healed({"model", "aging.laser"});
    EXPECT_NE(some.out.find("aging.laser.clearance"), std::string::npos);
    EXPECT_EQ(some.out.find("aging.light"), std::string::npos);
    expect_one_line(run_healed({"model", "no.such.thing"}), 1, {"no.such.thing"});
}

} // namespace
} // namespace healed

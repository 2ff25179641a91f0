#include "project/project.h"

#include "base/file.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <gtest/gtest.h>

namespace healed::project {
namespace {

const std::string one_session = R"("plan": {"sessions": [{"day": 0}]})";

void refuse(const std::string& text, std::initializer_list<std::string> words) {
    const TemporaryFolder folder;
    const auto path = folder.file("a.healed.json", text);
    expect_refusal([&] { load(path); }, words);
}

TEST(Project, ComesBackFromItsFileAsItWas) {
    const TemporaryFolder folder;
    Project project;
    project.title = "Åse, 2. gang";
    project.skin.melanin_fraction = 0.1;
    project.client.protection = aging::Protection::Daily;
    project.client.smoker = true;
    project.plan.norwood = treatment::Norwood::IIIVertex;
    project.plan.needle.resting_depth_mm = 1.0 / 3.0;
    project.plan.seed = 9007199254740991u;
    project.plan.sessions = {{0, 0.3, "smp-carbon", 0.8}, {14, 1.0, "process-black", 1.2}};
    save(folder / "a.healed.json", project);
    EXPECT_EQ(to_json(load(folder / "a.healed.json")), to_json(project));
    EXPECT_EQ(load(folder / "a.healed.json").plan.seed, 9007199254740991u);
}

TEST(Project, KeepsTheStrokesOfABrushAndSaysNothingOfNone) {
    const TemporaryFolder folder;
    Project project;
    project.plan.sessions = {{}};
    EXPECT_FALSE(to_json(project)["plan"].contains("strokes"))
        << "the hash of a plan that nobody painted on is what it was";
    using Kind = treatment::Stroke::Kind;
    project.plan.strokes = {{.kind = Kind::Comb, .along = {{10.0, 5.0}, {20.0, -5.0}}, .mirrored = true},
                            {.kind = Kind::Density, .radius_mm = 3.0, .softness = 0.0, .density = -0.5}};
    save(folder / "a.healed.json", project);
    EXPECT_EQ(to_json(load(folder / "a.healed.json")), to_json(project));
    EXPECT_EQ(load(folder / "a.healed.json").plan.strokes.front().along.back().left_mm, -5.0);
}

TEST(Project, RefusesStrokesThatCannotBePainted) {
    const auto stroke = [](const std::string& fields) {
        return R"({"schema_version": 2, "plan": {"sessions": [{"day": 0}], "strokes": [{)" + fields + "}]}}";
    };
    refuse(stroke(R"("radius_mm": 0)"), {"a.healed.json", "plan.strokes[0].radius_mm", "0", "1 … 60"});
    refuse(stroke(R"("kind": "smudge")"), {"plan.strokes[0].kind", "\"smudge\" is none of"});
    refuse(stroke(R"("along": [])"), {"plan.strokes[0].along", "0 elements"});
    refuse(stroke(R"("kind": "comb")"), {"plan.strokes[0].along", "1 place", "comb"});
    refuse(stroke(R"("along": [{"left_mm": 1e9}])"), {"plan.strokes[0].along[0].left_mm", "250"});
    refuse(stroke(R"("depth_mm": 1)"), {"plan.strokes[0].depth_mm: unknown key"});
}

TEST(Project, KeepsBookmarksOfCamerasAndTheHashOfThePlan) {
    const TemporaryFolder folder;
    Project project;
    project.plan.sessions = {{}};
    const std::string hash = plan_hash(project);
    EXPECT_FALSE(to_json(project).contains("bookmarks"));
    project.bookmarks = {{.name = "Left temple", .camera = "side", .turn_deg = -20.5, .zoom = 2.5},
                         {.name = "whorl", .camera = "crown", .shift_up_mm = -12.0, .focal_length_mm = 50.0}};
    save(folder / "a.healed.json", project);
    const Project back = load(folder / "a.healed.json");
    EXPECT_EQ(to_json(back), to_json(project));
    ASSERT_EQ(back.bookmarks.size(), 2u);
    EXPECT_EQ(back.bookmarks[1].focal_length_mm, 50.0);
    EXPECT_FALSE(back.bookmarks[0].focal_length_mm.has_value());
    EXPECT_EQ(plan_hash(back), hash) << "a way to look at a plan makes no other plan of it";
}

TEST(Project, RefusesBookmarksThatNobodyCouldAskFor) {
    const auto bookmarks = [](const std::string& list) {
        return R"({"schema_version": 2, "plan": {"sessions": [{"day": 0}]}, "bookmarks": [)" + list + "]}";
    };
    refuse(bookmarks(R"({"camera": "side"})"), {"a.healed.json", "bookmarks[0].name", "0 bytes"});
    refuse(bookmarks(R"({"name": "crown"})"), {"bookmarks[0].name", "\"crown\"", "camera of assets"});
    refuse(bookmarks(R"({"name": "a,b"})"), {"bookmarks[0].name", "comma"});
    refuse(bookmarks(R"({"name": " a"})"), {"bookmarks[0].name", "blank"});
    refuse(bookmarks(R"({"name": "a\nb"})"), {"bookmarks[0].name", "control character"});
    refuse(bookmarks("{\"name\": \"" + std::string(41, 'a') + "\"}"), {"bookmarks[0].name", "41 bytes"});
    refuse(bookmarks(R"({"name": "a"}, {"name": "b"}, {"name": "a"})"),
           {"bookmarks[2].name", "\"a\"", "another bookmark"});
    refuse(bookmarks(R"({"name": "a", "camera": "moon"})"), {"bookmarks[0].camera", "\"moon\"", "crown"});
    refuse(bookmarks(R"({"name": "a", "zoom": 0})"), {"bookmarks[0].zoom", "0.1 … 50"});
    std::string many = R"({"name": "0"})";
    for (int i = 1; i <= 32; ++i)
        many += fmt::format(R"(, {{"name": "{}"}})", i);
    refuse(bookmarks(many), {"bookmarks: 33 elements"});
}

TEST(Project, HashNamesEachPlanAndNothingElse) {
    Project project;
    project.plan.sessions = {{}};
    const std::string hash = plan_hash(project);
    EXPECT_EQ(hash.size(), 12u);
    EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(plan_hash(Project(project)), hash);
    Project other = project;
    other.plan.needle.resting_depth_mm += 1e-12;
    EXPECT_NE(plan_hash(other), hash);
}

TEST(Project, BuiltInPlanIsTheFullShavedLookInThreeSessions) {
    const Project project = built_in_project();
    EXPECT_EQ(project.plan.norwood, treatment::Norwood::V);
    EXPECT_EQ(project.client.fitzpatrick, 3);
    EXPECT_EQ(project.plan.needle.points, 3);
    EXPECT_NEAR(project.plan.needle.resting_depth_mm, 0.27, 1e-9);
    ASSERT_EQ(project.plan.sessions.size(), 3u);
    const double densities[] = {0.3, 0.7, 1.0};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(project.plan.sessions[i].cumulative_density, densities[i]);
        if (i > 0) {
            const double pause = project.plan.sessions[i].day - project.plan.sessions[i - 1].day;
            EXPECT_TRUE(pause >= 7 && pause <= 28) << pause;
        }
    }
}

TEST(Project, EachPresetLoads) {
    std::size_t presets = 0;
    for (const auto& entry : std::filesystem::directory_iterator(assets_folder() / "presets")) {
        ++presets;
        EXPECT_NO_THROW(load(entry.path())) << entry.path();
    }
    EXPECT_GE(presets, 3u);
}

TEST(Project, RefusesBrokenFilesByPlace) {
    refuse("{\"schema_version\": 1,\n  \"plan\"", {"a.healed.json", "line 2"});
    refuse("[]", {"a.healed.json", "not an object"});
    refuse("{" + one_session + "}", {"a.healed.json: schema_version: is missing"});
    refuse(R"({"schema_version": 1})", {"a.healed.json: plan: is missing"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": []}})", {"plan.sessions: 0 elements"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"dya": 0}]}})",
           {"plan.sessions[0].dya: unknown key"});
    refuse(R"({"schema_version": 1, "head": "../me.obj", )" + one_session + "}", {"head: \"../me.obj\""});
    refuse(R"({"schema_version": 1, "skin": "VII", )" + one_session + "}", {"skin: \"VII\""});
    refuse(R"({"schema_version": 1, "plan": {"needle": {"resting_depth_mm": -0.2}, "sessions": [{}]}})",
           {"a.healed.json: plan.needle.resting_depth_mm: -0.2 is outside 0.03 … 3"});
    refuse(R"({"schema_version": 1, "plan": {"needle": {"points": 2.5}, "sessions": [{}]}})",
           {"points: 2.5"});
}

TEST(Project, RefusesSessionsThatRunBackwards) {
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"day": 7}, {"day": 7}]}})",
           {"plan.sessions[1].day: 7 is not after 7"});
    refuse(R"({"schema_version": 1, "plan": {"sessions": [{"day": 0, "cumulative_density": 0.7},
              {"day": 7, "cumulative_density": 0.5}]}})",
           {"plan.sessions[1].cumulative_density: 0.5 is below 0.7"});
}

TEST(Project, RefusesVersionsItCannotKnow) {
    refuse(R"({"schema_version": 3, "something": "new"})", {"schema_version: 3 is newer than 2"});
    refuse(R"({"schema_version": 0, )" + one_session + "}", {"schema_version: 0"});
    refuse(R"({"schema_version": 1.5, )" + one_session + "}", {"schema_version: 1.5"});
    refuse(R"({"schema_version": "1", )" + one_session + "}", {"schema_version: \"1\""});
}

TEST(Project, AVersionWithoutEventsIsReadAsThePlanItWas) {
    const TemporaryFolder folder;
    const auto path = folder.file(
        "a.healed.json", R"({"schema_version": 1, "client": {"protection": "daily"}, )" + one_session + "}");
    const Project project = load(path);
    EXPECT_EQ(project.client.protection, aging::Protection::Daily);
    EXPECT_TRUE(project.plan.touch_ups.empty());
    save(path, project);
    EXPECT_EQ(to_json(load(path)), to_json(project));
    EXPECT_EQ(to_json(project)["schema_version"], 2);
    refuse(R"({"schema_version": 1, "events": [], )" + one_session + "}", {"events: needs schema_version 2"});
}

const std::string opening = R"({"schema_version": 2, "plan": {"sessions": [{"day": 0}]}, "events": [)";

TEST(Project, EventsComeBackInOrderOfTime) {
    const TemporaryFolder folder;
    const auto path = folder.file("a.healed.json", opening + R"(
        {"at_years": 4, "touch_up": {"added_density": 0.3, "resting_depth_mm": 0.24}},
        {"at_years": 2, "laser": {"wavelength_nm": 755}},
        {"at_years": 3, "habits": {"hat": "daily"}},
        {"at_years": -0.2, "season": {"latitude_deg": 28, "days": 10, "times": 20}},
        {"at_years": 8, "hair": {"norwood": "VI", "grey_share": 0.4}},
        {"at_years": 1, "correction": {"ink": "smp-warm"}}]})");
    const Project project = load(path);
    ASSERT_EQ(project.plan.touch_ups.size(), 2u);
    EXPECT_TRUE(project.plan.touch_ups[0].correction);
    EXPECT_EQ(project.plan.touch_ups[1].resting_depth_mm, 0.24);
    EXPECT_EQ(project.plan.touch_ups[1].at_years, 4.0);
    EXPECT_EQ(project.plan.laser_passes.at(0).wavelength_nm, 755.0);
    EXPECT_EQ(project.client.changes.at(0).habits.hat, aging::Protection::Daily);
    EXPECT_FALSE(project.client.changes.at(0).habits.protection.has_value());
    EXPECT_EQ(project.client.seasons.at(0).times, 20);
    EXPECT_EQ(project.plan.hair_changes.at(0).norwood, treatment::Norwood::VI);
    const Json events = to_json(project)["events"];
    for (std::size_t i = 1; i < events.size(); ++i)
        EXPECT_LE(events[i - 1]["at_years"], events[i]["at_years"]);
    save(path, project);
    EXPECT_EQ(to_json(load(path)), to_json(project));
}

TEST(Project, RefusesEventsThatCannotBe) {
    refuse(opening + R"({"laser": {}}]})", {"events[0].at_years: is missing"});
    refuse(opening + R"({"at_years": 1}]})", {"events[0]: states 0 of touch_up"});
    refuse(opening + R"({"at_years": 1, "laser": {}, "habits": {}}]})", {"events[0]: states 2 of"});
    refuse(opening + R"({"at_years": -1, "touch_up": {}}]})", {"events[0].at_years: -1 is outside 0"});
    refuse(opening + R"({"at_years": 1, "laser": {"nm": 532}}]})", {"events[0].laser.nm: unknown key"});
    refuse(opening + R"({"at_years": 1, "season": {"days": 60, "every_years": 0.1, "times": 2}}]})",
           {"events[0].season.days: 60"});
    refuse(opening + R"({"at_years": 1, "habits": {"latitude_deg": 28, "ambient_sed_per_year": 900}}]})",
           {"latitude_deg: stands beside ambient_sed_per_year"});
    refuse(opening + R"({"at_years": 1, "hair": {"norwood": "II"}}]})", {"events[0].hair.norwood"});
    refuse(opening + R"({"at_years": 2, "hair": {"grey_share": 0.2}},
                        {"at_years": 1, "hair": {"grey_share": 0.4}}]})",
           {"events[0].hair.grey_share: 0.2 is below 0.4"});
    refuse(R"({"schema_version": 2, "client": {"latitude_deg": 40, "ambient_sed_per_year": 900}, )" +
               one_session + "}",
           {"client.latitude_deg: stands beside ambient_sed_per_year"});
}

TEST(Project, FailedSaveKeepsTheOldFile) {
    const TemporaryFolder folder;
    Project project;
    project.plan.sessions = {{}};
    expect_refusal([&] { save(folder / "no/such/a.healed.json", project); }, {"no/such/a.healed.json"});
    expect_refusal([] { load("/nowhere/a.healed.json"); }, {"/nowhere/a.healed.json"});
}

} // namespace
} // namespace healed::project

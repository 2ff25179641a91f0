#include "cli/program.h"

#include "base/json.h"

namespace healed {
namespace {

/// A small patch of layered skin with every kind of absorber, at two wavelengths.
Json inked_patch() {
    return Json::parse(R"({
        "skin": {"layers": [{"thickness_mm": "inf", "n": 1.4, "g": 0.8,
                             "absorption_per_mm": [0.3, 0.1], "scattering_per_mm": [20, 15]}]},
        "size_mm": [1.0, 0.6], "grid": [5, 3], "periodic": true, "wavelengths_nm": [450, 650],
        "incidence": "diffuse", "paths": 2000, "seed": 3,
        "dots": [{"x_mm": 0.5, "y_mm": 0.3, "depth_mm": 0.2, "sigma_mm": 0.06, "sigma_z_mm": 0.05,
                  "peak_absorption_per_mm": [20, 15]}],
        "cylinders": [{"x_mm": 0.1, "y_mm": 0.3, "top_mm": 0, "radius_mm": 0.03, "thickness_mm": 1,
                       "absorption_per_mm": [20, 10]}],
        "sheets": [{"top_mm": 0.6, "thickness_mm": 0.1, "absorption_per_mm": [0.5, 0.5]}],
        "streaks": [{"x_mm": 0.7, "y_mm": 0.1, "depth_mm": 0.2, "end_x_mm": 0.9, "end_y_mm": 0.1, "end_depth_mm": 0.3,
                     "sigma_mm": 0.03, "peak_absorption_per_mm": [20, 15]}]})");
}

Json answer(const Json& patch, const std::vector<std::string>& more = {}) {
    const TemporaryFolder folder;
    std::vector<std::string> words{"patch", folder.file("patch.json", patch.dump()).string(), "--method",
                                   "exact", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = run_healed(words);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return outcome.exit_code == 0 ? Json::parse(outcome.out) : Json{};
}

void refuse_text(const std::string& text, std::initializer_list<std::string> words) {
    const TemporaryFolder folder;
    const std::string path = folder.file("patch.json", text).string();
    const Outcome outcome = run_healed({"patch", path, "--method", "exact"});
    expect_one_line(outcome, 1, words);
    EXPECT_NE(outcome.err.find(path), std::string::npos) << outcome.err;
}

/// The patch above with one place of it changed.
void refuse(const std::string& place, const Json& value, std::initializer_list<std::string> words) {
    Json patch = inked_patch();
    patch[Json::json_pointer(place)] = value;
    refuse_text(patch.dump(), words);
}

TEST(Patch, AnswersOnTheGridItWasAsked) {
    const Json r = answer(inked_patch());
    EXPECT_EQ(r["wavelength_nm"], Json({450.0, 650.0}));
    ASSERT_EQ(r["bare"].size(), 2u);
    for (const char* key : {"ratio", "standard_error"}) {
        ASSERT_EQ(r[key].size(), 2u);
        for (const Json& rows : r[key]) {
            ASSERT_EQ(rows.size(), 3u);
            for (const Json& row : rows)
                ASSERT_EQ(row.size(), 5u);
        }
    }
    EXPECT_LT(r["bare"][0], r["bare"][1]);
    // The dot lies under the middle column, the hair under the first.
    EXPECT_LT(r["ratio"][1][1][2], r["ratio"][1][1][3]);
    EXPECT_LT(r["ratio"][1][1][0], r["ratio"][1][0][3]);
    EXPECT_TRUE(r["lab"].is_null()) << "450 … 650 nm make no colour";
}

TEST(Patch, StatesColoursOfSkinTypesAndParameters) {
    Json patch = inked_patch();
    patch["wavelengths_nm"] = {420, 680};
    patch["skin"] = {{"type", "II"}};
    const Json two = answer(patch);
    ASSERT_EQ(two["lab"].size(), 3u);
    ASSERT_EQ(two["lab"][0].size(), 5u);
    ASSERT_EQ(two["lab"][0][0].size(), 3u);
    patch["skin"] = {{"melanin_fraction", 0.2}, {"blood_fraction", 0.006}, {"saturation", 0.7}};
    const Json dark = answer(patch);
    EXPECT_LT(dark["lab"][1][3][0], two["lab"][1][3][0]);
}

TEST(Patch, WithoutInkTheRatioIsOne) {
    Json patch = inked_patch();
    for (const char* kind : {"dots", "cylinders", "sheets", "streaks"})
        patch.erase(kind);
    const Json r = answer(patch);
    EXPECT_EQ(r["ratio"][0][0][0], 1.0);
    EXPECT_EQ(r["standard_error"][1][2][4], 0.0);
}

TEST(Patch, SameSeedSameNumbers) {
    Json patch = inked_patch();
    EXPECT_EQ(answer(patch), answer(patch));
    const Json before = answer(patch);
    patch["seed"] = 4;
    EXPECT_NE(before, answer(patch));
}

TEST(Patch, TheProcessorAndTheDeviceAgree) {
    const Json device = answer(inked_patch(), {"--device", "gpu"});
    const Json processor = answer(inked_patch(), {"--device", "cpu"});
    for (int wavelength = 0; wavelength < 2; ++wavelength)
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 5; ++column) {
                const double error = device["standard_error"][wavelength][row][column];
                EXPECT_NEAR(device["ratio"][wavelength][row][column].get<double>(),
                            processor["ratio"][wavelength][row][column].get<double>(), error)
                    << "the same photons differ by less than other photons would";
            }
}

TEST(Patch, RefusesBadSkin) {
    refuse_text("{", {"line 1"});
    refuse_text("{}", {"skin: is missing"});
    refuse("/skin", {{"type", "VII"}}, {"skin.type: ", "VII", "type-3"});
    refuse("/skin", Json::object(), {"skin: has neither"});
    refuse("/skin", {{"type", "II"}, {"saturation", 0.5}}, {"skin.saturation: unknown key"});
    refuse("/skin", {{"melanin_fraction", 2}}, {"skin.melanin_fraction: 2 is outside"});
    refuse("/skin/layers/0/g", 1, {"skin.layers[0].g: 1 is outside"});
    refuse("/skin/layers/0/absorption_per_mm", {0.1}, {"skin.layers[0].absorption_per_mm: has 1 values"});
    refuse("/wavelengths_nm", Json::array(), {"wavelengths_nm: 0 values"});
    // Nothing comes back from a layer that only absorbs between media of its own index.
    refuse("/skin", {{"n_above", 1.4}, {"layers", Json::parse(R"([{"thickness_mm": "inf", "n": 1.4, "g": 0,
               "absorption_per_mm": [1, 1], "scattering_per_mm": [0, 0]}])")}},
           {"skin: sends no light back at 450 nm"});
}

TEST(Patch, RefusesBadGridsAndCounts) {
    refuse("/size_mm", {0, 1}, {"size_mm[0]: 0 is outside"});
    refuse("/size_mm", {1}, {"size_mm: has 1 values"});
    refuse("/grid", {0, 3}, {"grid[0]: 0 is outside"});
    refuse("/grid", {2.5, 3}, {"grid[0]: 2.5 is not a whole number"});
    refuse("/grid", {4096, 4096}, {"grid: 16777216 points"});
    refuse("/grid", "big", {"grid: \"big\" is not a list"});
    refuse("/periodic", 1, {"periodic: 1 is neither true nor false"});
    refuse("/incidence", "slanted", {"incidence: \"slanted\""});
    refuse("/paths", 0, {"paths: 0 is outside"});
    refuse("/paths", 1e12, {"paths: 1000000000000.0 is outside"});
    refuse("/seed", -1, {"seed: -1 is outside"});
    refuse("/colour", "red", {"colour: unknown key"});
    Json many = inked_patch();
    many["dots"] = Json::array();
    for (int i = 0; i < 100'001; ++i)
        many["dots"].push_back(0);
    refuse_text(many.dump(), {"dots: 100001 dots are outside 0 … 100000"});
}

TEST(Patch, RefusesBadAbsorbers) {
    refuse("/dots/0/depth_mm", -0.2, {"dots[0].depth_mm: -0.2 is outside"});
    refuse("/dots/0/sigma_mm", 0, {"dots[0].sigma_mm: 0 is outside"});
    refuse("/dots/0/sigma_z_mm", -1, {"dots[0].sigma_z_mm: -1 is outside"});
    refuse("/dots/0/slant_x", 1e9, {"dots[0].slant_x: "});
    refuse("/dots/0/x_mm", "left", {"dots[0].x_mm: \"left\" is not a number"});
    refuse("/dots/0/x_mm", nullptr, {"dots[0].x_mm: null is not a number"});
    refuse("/dots/0/peak_absorption_per_mm", {1}, {"dots[0].peak_absorption_per_mm: has 1 values"});
    refuse("/dots/0/peak_absorption_per_mm", {1, -1}, {"dots[0].peak_absorption_per_mm[1]: -1 is outside"});
    refuse("/dots/0/size", 1, {"dots[0].size: unknown key"});
    refuse("/dots/0/sigma_y_mm", 0, {"dots[0].sigma_y_mm: 0 is outside"});
    refuse("/dots/0/azimuth_deg", 400, {"dots[0].azimuth_deg: 400 is outside"});
    refuse("/streaks/0/end_depth_mm", -1, {"streaks[0].end_depth_mm: -1 is outside"});
    refuse("/streaks/0",
           {{"x_mm", 0.7},
            {"y_mm", 0.1},
            {"depth_mm", 0.2},
            {"end_x_mm", 0.7},
            {"end_y_mm", 0.1},
            {"end_depth_mm", 0.2},
            {"sigma_mm", 0.03},
            {"peak_absorption_per_mm", {1, 1}}},
           {"streaks[0]: is 0 mm long"});
    refuse("/cylinders/0/radius_mm", 999, {"cylinders[0]: has ", "copies"});
    refuse("/cylinders/0/radius_mm", 0, {"cylinders[0].radius_mm: 0 is outside"});
    refuse("/cylinders/0/top_mm", -0.1, {"cylinders[0].top_mm: -0.1 is outside"});
    refuse("/sheets/0/thickness_mm", 0, {"sheets[0].thickness_mm: 0 is outside"});
    refuse("/sheets", Json::object(), {"sheets: {} is not a list"});
    std::string text = inked_patch().dump();
    text.replace(text.find("0.06"), 4, "NaN");
    refuse_text(text, {"line 1"});
}

TEST(Patch, WrongUsageIsToldApart) {
    const TemporaryFolder folder;
    const std::string path = folder.file("patch.json", inked_patch().dump()).string();
    expect_one_line(run_healed({"patch", path}), 2, {"--method"});
    expect_one_line(run_healed({"patch", path, "--method", "guess"}), 2, {"guess"});
    expect_one_line(run_healed({"patch", "nowhere.json", "--method", "exact"}), 1, {"nowhere.json"});
}

} // namespace
} // namespace healed

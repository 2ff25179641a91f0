#include "cli/program.h"

#include "base/json.h"

#include <cmath>

namespace healed {
namespace {

/// The spectrum that the program itself states for a type, as a client's file.
std::string spectrum_of(const std::string& type) {
    const Json skin = Json::parse(run_healed({"skin", "--type", type, "--json"}).out);
    std::string text = "wavelength_nm,reflectance\n";
    for (std::size_t i = 0; i < skin["wavelength_nm"].size(); ++i)
        if (const double nm = skin["wavelength_nm"][i];
            nm >= 400.0 && nm <= 700.0 && std::fmod(nm, 10.0) == 0.0)
            text += skin["wavelength_nm"][i].dump() + "," + skin["reflectance"][i].dump() + "\n";
    return text;
}

TEST(SkinFitCommand, FindsATypeAgainFromItsSpectrum) {
    const TemporaryFolder folder;
    const std::string file = folder.file("iv.csv", spectrum_of("IV")).string();
    const Outcome outcome =
        run_healed({"skin", "--fit", file, "--light", "diffuse", "--specular", "excluded", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json fitted = Json::parse(outcome.out);
    const Json truth = Json::parse(run_healed({"skin", "--type", "IV", "--json"}).out)["settings"];
    ASSERT_EQ(fitted["parameters"].size(), 5u);
    for (const auto& [name, value] : fitted["parameters"].items())
        EXPECT_NEAR(value.get<double>(), truth[name].get<double>(), fitted["uncertainty"][name].get<double>())
            << name;
    EXPECT_EQ(fitted["fitted"].size(), 31u);
    EXPECT_LT(fitted["rms"], 0.001);
    EXPECT_LT(fitted["delta_e_2000"], 0.1);
}

TEST(SkinFitCommand, WhatWasFoundBecomesTheClientsSkin) {
    const TemporaryFolder folder;
    const std::string file = folder.file("v.csv", spectrum_of("V")).string();
    const std::string skin = (folder / "client.json").string(),
                      plan = (folder / "client.healed.json").string();
    const Outcome fit = run_healed(
        {"skin", "--fit", file, "--light", "diffuse", "--specular", "excluded", "-o", skin, "--json"});
    ASSERT_EQ(fit.exit_code, 0) << fit.err;
    const Json found = Json::parse(fit.out)["settings"];
    const Json shown = Json::parse(run_healed({"skin", "--type", skin, "--json"}).out);
    EXPECT_EQ(shown["settings"], found);
    EXPECT_EQ(shown["ita_class"], "brown");
    const Outcome made = run_healed({"new", "--skin", skin, "-o", plan});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const Json project = Json::parse(content_of(plan));
    for (const auto& [name, value] : found.items())
        EXPECT_DOUBLE_EQ(project["skin"][name].get<double>(), value.get<double>()) << name;
    EXPECT_EQ(project["client"]["fitzpatrick"], 5);
    EXPECT_EQ(run_healed({"age", plan, "--at", "healed", "--json"}).exit_code, 0);
}

TEST(SkinFitCommand, RefusesWhatItCannotUseInOneLine) {
    const TemporaryFolder folder;
    const auto refuse = [&](const std::string& content, std::initializer_list<std::string> words) {
        expect_one_line(run_healed({"skin", "--fit", folder.file("s.csv", content).string()}), 1, words);
    };
    expect_one_line(run_healed({"skin", "--fit", "/nowhere.csv"}), 1, {"/nowhere.csv"});
    refuse("a,b\n1,2\n", {"s.csv", "wavelength_nm"});
    refuse("wavelength_nm,reflectance\n400,30\n", {"s.csv", "line 2", "per cent"});
    refuse("wavelength_nm,reflectance\n400,inf\n", {"s.csv", "line 2", "inf"});
    refuse("wavelength_nm,reflectance\n500,0.3\n490,0.3\n", {"s.csv", "line 3", "490"});
    refuse("wavelength_nm,reflectance\n500,0.3\n500,0.3\n", {"s.csv", "line 3", "twice"});
    refuse("wavelength_nm,reflectance\n400,0.3\n700,0.3\n", {"s.csv", "2 points"});
}

TEST(SkinFitCommand, WrongUsageIsWrongUsage) {
    EXPECT_EQ(run_healed({"skin", "--light", "normal"}).exit_code, 2);
    EXPECT_EQ(run_healed({"skin", "--fit", "s.csv", "--light", "oblique"}).exit_code, 2);
    EXPECT_EQ(run_healed({"skin", "--fit", "s.csv", "--type", "II"}).exit_code, 2);
    EXPECT_EQ(run_healed({"new", "--skin", "pale", "-o", "x.healed.json"}).exit_code, 2);
}

} // namespace
} // namespace healed

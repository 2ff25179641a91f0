#include "base/json.h"
#include "cli/program.h"

#include <fmt/format.h>

namespace healed {
namespace {

/// Absorption of 6 m²/g below 560 nm and 2 above, every 20 nm.
std::string spectrum(const std::string& column, double factor = 1.0) {
    std::string csv = "# measured at home\nwavelength_nm," + column + "\n";
    for (int nm = 400; nm <= 700; nm += 20)
        csv += fmt::format("{},{}\n", nm, factor * (nm < 560 ? 6.0 : 2.0));
    return csv;
}

TEST(InkCommand, MakesAnInkOfAMeasuredSpectrumThatPlansCanUse) {
    const TemporaryFolder folder;
    const std::map<std::string, std::string> home{{"XDG_DATA_HOME", folder.path().string()}};
    const std::string csv = folder.file("mine.csv", spectrum("absorption_m2_per_g")).string();
    const std::string plan = (folder / "a.healed.json").string();
    const Outcome made = run_healed({"ink", "import", csv, "--name", "my-ink"}, home);
    EXPECT_EQ(made.exit_code, 0) << made.err;

    const Json ink = Json::parse(run_healed({"ink", "my-ink", "--json"}, home).out);
    EXPECT_NEAR(ink["absorption_m2_per_g"][20].get<double>(), 6.0, 1e-9); // 480 nm
    const Json standard = Json::parse(run_healed({"ink", "smp-carbon", "--json"}, home).out);
    const auto darkness = [](const Json& of) {
        double sum = 0.0;
        for (std::size_t i = 14; i <= 54; ++i)
            sum += of["absorption_m2_per_g"][i].get<double>();
        return sum * of["pigment_ng_per_dot"].get<double>();
    };
    EXPECT_NEAR(darkness(ink) / darkness(standard), 1.0, 1e-6) << "equally dark on day 0";

    EXPECT_EQ(run_healed({"new", "--ink", "my-ink", "-o", plan}, home).exit_code, 0);
    const Outcome aged = run_healed({"age", plan, "--at", "3y", "--json"}, home);
    EXPECT_EQ(aged.exit_code, 0) << aged.err;
    EXPECT_NE(aged.out.find("\"my-ink\""), std::string::npos) << "its pigment is followed";
    expect_one_line(run_healed({"age", plan, "--at", "3y"}, {{"XDG_DATA_HOME", "/nowhere"}}), 1,
                    {"my-ink", "smp-carbon"});
    EXPECT_EQ(run_healed({"ink", "import", csv, "--name", "my-ink"}, home).exit_code, 0) << "measured anew";
}

TEST(InkCommand, UnderstandsAbsorbancesOfADilution) {
    const TemporaryFolder folder;
    // 6 m²/g of 0.02 g/l through 10 mm absorb A = 6 · 0.2 / ln 10.
    const std::string csv = folder.file("cell.csv", spectrum("absorbance", 0.2 / 2.302585093)).string();
    const std::string file = (folder / "cell-ink.json").string();
    expect_one_line(run_healed({"ink", "import", csv, "--name", "cell-ink", "-o", file}), 1,
                    {csv, "absorbance", "--concentration-g-per-l"});
    EXPECT_EQ(run_healed({"ink", "import", csv, "--name", "cell-ink", "-o", file, "--path-mm", "10",
                          "--concentration-g-per-l", "0.02"})
                  .exit_code,
              0);
    const Outcome checked = run_healed({"ink", "check", file, "--json"});
    EXPECT_EQ(checked.exit_code, 0) << checked.err;
    EXPECT_NEAR(Json::parse(checked.out)["absorption_m2_per_g"][20].get<double>(), 6.0, 1e-6);
}

TEST(InkCommand, NamesWhatIsWrongWithAMeasurement) {
    const TemporaryFolder folder;
    const auto refused = [&](const std::string& text, std::initializer_list<std::string> words) {
        const std::string csv = folder.file("bad.csv", text).string();
        expect_one_line(
            run_healed({"ink", "import", csv, "--name", "bad", "-o", (folder / "b.json").string()}), 1,
            words);
        EXPECT_FALSE(std::filesystem::exists(folder / "b.json"));
        expect_one_line(run_healed({"ink", "check", csv}), 1, words);
    };
    refused(spectrum("absorption"), {"bad.csv", "unit", "absorption_m2_per_g"});
    refused(spectrum("absorption_m2_per_g", -1.0), {"bad.csv", "absorption", "-6", "400"});
    refused(spectrum("absorption_m2_per_g", 50.0), {"bad.csv", "300", "outside"});
    refused("wavelength_nm,absorption_m2_per_g\n400,1\n550,2\n700,1\n", {"bad.csv", "3 points"});
    refused("wavelength_nm,absorption_m2_per_g\n400,x\n", {"bad.csv", "line 2", "\"x\""});
    const std::string good = folder.file("good.csv", spectrum("absorption_m2_per_g")).string();
    EXPECT_EQ(run_healed({"ink", "check", good}).exit_code, 0);
    EXPECT_EQ(run_healed({"ink", "import", good, "--name", "Mine!"}).exit_code, 2);
    expect_one_line(
        run_healed({"ink", "import", good, "--name", "carbon", "-o", (folder / "c.json").string()}), 1,
        {"carbon", "already"});
}

} // namespace
} // namespace healed

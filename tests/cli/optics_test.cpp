#include "cli/program.h"

#include "base/json.h"

#include <chrono>
#include <thread>

namespace healed {
namespace {

Json walk(const std::string& medium, const std::vector<std::string>& more = {}) {
    const TemporaryFolder folder;
    std::vector<std::string> words{"optics", folder.file("medium.json", medium).string(), "--json"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = run_healed(words);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return outcome.exit_code == 0 ? Json::parse(outcome.out) : Json{};
}

void refuse(const std::string& medium, std::initializer_list<std::string> words) {
    const TemporaryFolder folder;
    const std::string path = folder.file("medium.json", medium).string();
    const Outcome outcome = run_healed({"optics", path});
    expect_one_line(outcome, 1, words);
    EXPECT_NE(outcome.err.find(path), std::string::npos) << outcome.err;
}

std::string layer(const std::string& thickness, const std::string& rest) {
    return R"({"thickness_mm": )" + thickness + ", " + rest + "}";
}

std::string medium(const std::string& layers) {
    return R"({"wavelengths_nm": [550], "layers": [)" + layers + "]}";
}

const std::string turbid = R"("n": 1.4, "g": 0.8, "absorption_per_mm": [0.1], "scattering_per_mm": [10])";

/// van de Hulst 1980, table 35: n 1, μa 10 /cm, μs 90 /cm, g 0.75, 0.02 cm.
TEST(Optics, MeetsTheSlabOfVanDeHulst) {
    const Json r = walk(
        medium(layer("0.2", R"("n": 1.0, "g": 0.75, "absorption_per_mm": [1], "scattering_per_mm": [9])")));
    EXPECT_EQ(r["specular"][0], 0.0);
    EXPECT_NEAR(r["diffuse_reflectance"][0].get<double>(), 0.09739, 0.005 * 0.09739);
    EXPECT_NEAR(r["transmittance"][0].get<double>(), 0.66096, 0.005 * 0.66096);
}

/// Giovanelli 1955: n 1.5, μa 10 /cm, μs 90 /cm, isotropic; 0.2600 includes the specular 0.0400.
TEST(Optics, MeetsTheHalfSpaceOfGiovanelli) {
    const Json r = walk(
        medium(layer("\"inf\"", R"("n": 1.5, "g": 0, "absorption_per_mm": [1], "scattering_per_mm": [9])")));
    EXPECT_NEAR(r["specular"][0].get<double>(), 0.0400, 1e-6);
    EXPECT_NEAR(r["specular"][0].get<double>() + r["diffuse_reflectance"][0].get<double>(), 0.2600,
                0.005 * 0.2600);
}

TEST(Optics, LosesNoLight) {
    const std::string text =
        R"({"wavelengths_nm": [450, 550, 650], "incidence": "diffuse", "n_below": 1.44, "layers": [
        {"thickness_mm": 0.1, "n": 1.45, "g": 0.7, "absorption_per_mm": [3, 1, 0.5], "scattering_per_mm": [40, 30, 20]},
        {"thickness_mm": 1.0, "n": 1.38, "g": 0.8, "absorption_per_mm": [0.5, 0.3, 0], "scattering_per_mm": [30, 20, 15]}]})";
    const Json r = walk(text, {"--photons", "100000", "--seed", "5"});
    ASSERT_EQ(r["wavelength_nm"], Json({450.0, 550.0, 650.0}));
    EXPECT_GE(r["photons"].get<long>(), 100000);
    for (std::size_t i = 0; i < 3; ++i) {
        const double sum = r["specular"][i].get<double>() + r["diffuse_reflectance"][i].get<double>() +
                           r["transmittance"][i].get<double>() + r["absorbed"][i].get<double>();
        EXPECT_NEAR(sum, 1.0, 0.0015) << i;
        EXPECT_GT(r["standard_error"][i].get<double>(), 0.0);
    }
    EXPECT_LT(r["diffuse_reflectance"][0], r["diffuse_reflectance"][2]);
}

TEST(Optics, SameSeedSameNumbers) {
    const std::string text = medium(layer("0.5", turbid));
    EXPECT_EQ(walk(text, {"--photons", "20000", "--seed", "9"}),
              walk(text, {"--photons", "20000", "--seed", "9"}));
    EXPECT_NE(walk(text, {"--photons", "20000", "--seed", "9"}),
              walk(text, {"--photons", "20000", "--seed", "10"}));
}

TEST(Optics, RefusesBadMediaByField) {
    refuse("{", {"line 1"});
    refuse("{}", {"wavelengths_nm: is missing"});
    refuse(R"({"wavelengths_nm": [], "layers": []})", {"wavelengths_nm: 0 values"});
    refuse(R"({"wavelengths_nm": [550], "layers": []})", {"layers: 0 layers"});
    refuse(R"({"wavelengths_nm": [5500000], "layers": []})", {"wavelengths_nm[0]: 5500000 is outside"});
    refuse(R"({"wavelengths_nm": [550], "incidence": "slanted", "layers": []})", {"incidence: \"slanted\""});
    refuse(R"({"wavelengths_nm": [550], "n_above": 0.5, "layers": []})", {"n_above: 0.5 is outside 1 … 3"});
    refuse(medium(layer("-1", turbid)), {"layers[0].thickness_mm: -1 is outside"});
    refuse(medium(layer("\"thick\"", turbid)), {"layers[0].thickness_mm: \"thick\""});
    refuse(medium(layer("\"inf\"", turbid) + "," + layer("1", turbid)),
           {"layers[0].thickness_mm: \"inf\" is only for"});
    refuse(medium(layer("1", R"("n": 1.4, "g": 1, "absorption_per_mm": [0], "scattering_per_mm": [1])")),
           {"layers[0].g: 1"});
    refuse(medium(layer("1", R"("n": 0.9, "g": 0, "absorption_per_mm": [0], "scattering_per_mm": [1])")),
           {"layers[0].n: 0.9"});
    refuse(medium(layer("1", R"("n": 1, "g": 0, "absorption_per_mm": [-1], "scattering_per_mm": [1])")),
           {"layers[0].absorption_per_mm[0]: -1 is"});
    refuse(medium(layer("1", R"("n": 1, "g": 0, "absorption_per_mm": [1, 2], "scattering_per_mm": [1])")),
           {"layers[0].absorption_per_mm: has 2 values, wavelengths_nm has 1"});
    refuse(medium(layer("1", R"("n": 1, "g": 0, "absorption_per_mm": [NaN], "scattering_per_mm": [1])")),
           {"line 1"});
    refuse(medium(layer("1", turbid + R"(, "colour": 1)")), {"layers[0].colour: unknown key"});
    refuse(R"({"wavelengths_nm": [550], "layer": [], "layers": []})", {"layers: 0 layers"});
}

TEST(Optics, TellsHowFarItIsAndStopsWhenInterrupted) {
    const TemporaryFolder folder;
    const std::string path = folder.file("medium.json", medium(layer("\"inf\"", turbid))).string();
    const Program program({"optics", path, "--photons", "4e9"}, {}, folder.path());
    while (program.said_so_far().find('\n') == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    program.interrupt();
    const Outcome outcome = program.outcome();
    EXPECT_EQ(outcome.exit_code, 128 + SIGINT);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err.rfind("Walking photons: ", 0), 0u) << outcome.err;
    EXPECT_NE(outcome.err.find("%"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("healed: stopped"), std::string::npos) << outcome.err;
}

TEST(Optics, WithoutADeviceItSaysSo) {
    const TemporaryFolder folder;
    const std::string path = folder.file("medium.json", medium(layer("1", turbid))).string();
    const std::map<std::string, std::string> no_driver{{"VK_ICD_FILENAMES", "/nonexistent"},
                                                       {"VK_DRIVER_FILES", "/nonexistent"}};
    expect_one_line(run_healed({"optics", path}, no_driver), 1, {"Vulkan"});
    expect_one_line(run_healed({"devices"}, no_driver), 1, {"Vulkan"});
}

} // namespace
} // namespace healed

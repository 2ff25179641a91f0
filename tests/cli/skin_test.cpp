#include "cli/program.h"

#include "base/json.h"

namespace healed {
namespace {

Json look_at(const std::string& type) {
    const Outcome outcome = run_healed({"skin", "--type", type, "--json"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return Json::parse(outcome.out);
}

TEST(Skin, TypesDarkenInOrderEachInItsClass) {
    const std::vector<std::string> types{"I", "II", "III", "IV", "V", "VI"};
    const std::vector<std::string> classes{"very light", "light", "intermediate", "tan", "brown", "dark"};
    double lighter = 100.0;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const Json skin = look_at(types[i]);
        EXPECT_LT(skin["lab"][0].get<double>(), lighter) << types[i];
        EXPECT_EQ(skin["ita_class"], classes[i]);
        lighter = skin["lab"][0];
    }
}

TEST(Skin, SaysAllThatItSaw) {
    const Json skin = look_at("III");
    const std::size_t count = skin["wavelength_nm"].size();
    EXPECT_EQ(skin["reflectance"].size(), count);
    EXPECT_EQ(skin["xyz"].size(), 3u);
    EXPECT_EQ(skin["lab"].size(), 3u);
    EXPECT_EQ(skin["seen"]["light"], "diffuse");
    EXPECT_EQ(skin["seen"]["specular"], "excluded");
    ASSERT_EQ(skin["layers"].size(), 4u);
    for (const Json& layer : skin["layers"])
        for (const char* key : {"g", "absorption_per_mm", "scattering_per_mm"})
            EXPECT_EQ(layer[key].size(), count) << layer["name"] << " " << key;
    EXPECT_EQ(skin["layers"][3]["thickness_mm"], "inf");
}

TEST(Skin, RefusesUnknownTypes) {
    expect_one_line(run_healed({"skin", "--type", "VII"}), 1, {"\"VII\"", "type-3"});
}

TEST(InkCommand, ShowsSpectraAndSwatches) {
    const Json ink = Json::parse(run_healed({"ink", "smp-carbon", "--json"}).out);
    EXPECT_EQ(ink["absorption_m2_per_g"].size(), ink["wavelength_nm"].size());
    EXPECT_EQ(ink["swatches"].size(), 2u);
    EXPECT_EQ(ink["components"][0]["pigment"], "carbon");
    EXPECT_EQ(Json::parse(run_healed({"ink", "show", "smp-carbon", "--json"}).out), ink);
    expect_one_line(run_healed({"ink", "tar"}), 1, {"\"tar\"", "smp-carbon"});
}

TEST(InkCommand, ChecksFilesByField) {
    const TemporaryFolder folder;
    const std::filesystem::path shipped =
        std::filesystem::path(HEALED_SOURCE_DIR) / "assets/inks/smp-carbon.json";
    EXPECT_EQ(run_healed({"ink", "check", shipped.string()}).exit_code, 0);
    Json ink = Json::parse(content_of(shipped));
    ink["colour"] = "black";
    const std::string unknown = folder.file("unknown.json", ink.dump()).string();
    expect_one_line(run_healed({"ink", "check", unknown}), 1, {unknown, "colour"});
    ink.erase("colour");
    ink.erase("passport");
    const std::string nameless = folder.file("nameless.json", ink.dump()).string();
    expect_one_line(run_healed({"ink", "check", nameless}), 1, {nameless, "passport"});
    expect_one_line(run_healed({"ink", "check", "/nowhere.json"}), 1, {"/nowhere.json"});
}

} // namespace
} // namespace healed

#include "base/image.h"
#include "cli/program.h"

#include "base/json.h"

namespace healed {
namespace {

std::filesystem::path picture(const TemporaryFolder& folder, const char* name, int width, int height,
                              std::uint8_t level) {
    ByteImage image(width, height, 3);
    std::fill(image.values.begin(), image.values.end(), level);
    write_picture(folder / name, image, {});
    return folder / name;
}

TEST(FlipCommand, TellsFiguresAndDrawsTheMap) {
    const TemporaryFolder folder;
    const auto light = picture(folder, "light.png", 20, 12, 255),
               dark = picture(folder, "dark.png", 20, 12, 0);
    const Outcome outcome =
        run_healed({"flip", light, dark, "--map", (folder / "map.png").string(), "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json json = Json::parse(outcome.out);
    EXPECT_NEAR(json["mean"].get<double>(), 0.96738, 1e-4);
    EXPECT_NEAR(json["median"].get<double>(), 0.96738, 1e-4);
    const ByteImage map = read_picture(folder / "map.png");
    EXPECT_EQ(map.width, 20);
    EXPECT_EQ(map.height, 12);
    EXPECT_NEAR(map.at(10, 6)[0], 246, 1);
    EXPECT_NE(run_healed({"flip", light, light}).out.find("mean           0.0000"), std::string::npos);
}

TEST(FlipCommand, RefusesWhatItCannotCompare) {
    const TemporaryFolder folder;
    const auto one = picture(folder, "one.png", 20, 12, 255), other = picture(folder, "other.png", 20, 13, 0);
    const auto words = folder.file("words.png", "no picture");
    expect_one_line(run_healed({"flip", one, other}), 1, {"other.png", "20x13", "20x12"});
    expect_one_line(run_healed({"flip", one, words}), 1, {"words.png", "picture"});
    expect_one_line(run_healed({"flip", one, (folder / "none.png").string()}), 1, {"none.png"});
    expect_one_line(run_healed({"flip", one, one, "--map", "map.txt"}), 1, {"map.txt", ".png"});
    expect_one_line(run_healed({"flip", one, one, "--pixels-per-degree", "0"}), 2, {"--pixels-per-degree"});
    expect_one_line(run_healed({"flip", one}), 2, {"test"});
}

} // namespace
} // namespace healed

#include "studio/program.h"

#include "base/image.h"
#include "head/another_head.h"
#include "head/model_writer.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace healed {
namespace {

std::string story(const std::string& name) {
    return HEALED_SOURCE_DIR "/tests/studio/stories/" + name + ".story";
}

/// Plays a story in front of a screen and expects it to go as told, without a word of Vulkan's validation.
void expect_story(const test::Home& home, const test::Screen& screen, const std::string& name,
                  std::vector<std::string> more = {"--no-pictures"}) {
    std::vector<std::string> words{HEALED_STUDIO_PROGRAM, "--story", story(name), "--state",
                                   "state.json",          "--size",  "1000x680"};
    words.insert(words.end(), more.begin(), more.end());
    const test::Told told = home.run(std::move(words), screen.name());
    EXPECT_EQ(told.exit_code, 0) << told.said;
    EXPECT_EQ(told.said, "") << name;
}

const test::Screen& screen() {
    static const test::Screen one;
    return one;
}

TEST(Stories, FirstStart) {
    const test::Home home;
    expect_story(home, screen(), "first_start");
    EXPECT_NE(test::content_of(home / "config/healed/studio.json").find("\"welcomed\": true"),
              std::string::npos);
}

TEST(Stories, MakeAPlan) {
    const test::Home home;
    expect_story(home, screen(), "make_a_plan");
    EXPECT_NE(test::content_of(home / "client.healed.json").find("smp-warm"), std::string::npos);
}

TEST(Stories, UndoFifty) {
    expect_story(test::Home(), screen(), "undo_fifty");
}

TEST(Stories, BrokenFiles) {
    const test::Home home;
    std::ofstream(home / "broken.healed.json") << "{\"schema_version\": 2,";
    std::ofstream(home / "deep.healed.json")
        << "{\"schema_version\": 2, \"plan\": {\"needle\": {\"resting_depth_mm\": -1}}}";
    std::ofstream(home / "empty.obj") << "# nothing\n";
    std::ofstream(home / "notes.txt") << "a note\n";
    expect_story(home, screen(), "broken_files");
}

TEST(Stories, Drops) {
    const test::Home home;
    std::filesystem::copy_file(HEALED_SOURCE_DIR "/assets/inks/smp-warm.json", home / "own-ink.json");
    std::ofstream(home / "other.healed.json")
        << R"({"schema_version": 2, "title": "Another", "plan": {"sessions": [{"day": 0}]}})";
    expect_story(home, screen(), "drops");
}

TEST(Stories, Sizes) {
    const test::Home home;
    expect_story(home, screen(), "sizes");
    EXPECT_EQ(read_picture(home / "tiny.png").width, 160);
    EXPECT_EQ(read_picture(home / "wall.png").width, 3840);
}

TEST(Stories, Scale) {
    expect_story(test::Home(), screen(), "scale");
}

TEST(Stories, KeepDieAndRecover) {
    const test::Home home;
    const test::Told told =
        home.run({HEALED_STUDIO_PROGRAM, "--story", story("keep_and_die"), "--no-pictures"}, screen().name());
    EXPECT_EQ(told.exit_code, 128 + SIGKILL);
    expect_story(home, screen(), "recover");
}

TEST(Stories, LoseNothing) {
    expect_story(test::Home(), screen(), "lose_nothing");
}

TEST(Stories, Palette) {
    expect_story(test::Home(), screen(), "palette");
}

TEST(Stories, Keyboard) {
    expect_story(test::Home(), screen(), "keyboard");
}

TEST(Stories, Events) {
    expect_story(test::Home(), screen(), "events");
}

TEST(Stories, HoldAndTurn) {
    expect_story(test::Home(), screen(), "hold_and_turn");
}

TEST(Stories, Bookmarks) {
    expect_story(test::Home(), screen(), "bookmarks");
}

TEST(Stories, ManyViews) {
    expect_story(test::Home(), screen(), "many_views");
}

TEST(Stories, Numbers) {
    expect_story(test::Home(), screen(), "numbers");
}

TEST(Stories, NothingIsReplacedUnasked) {
    const test::Home home;
    std::ofstream(home / "taken.healed.json") << "something of worth";
    expect_story(home, screen(), "replace");
    EXPECT_NE(test::content_of(home / "taken.healed.json").find("\"sessions\""), std::string::npos);
}

/// Eight by four pixels in Radiance's format: a dim room with one bright window.
std::string surroundings() {
    std::string picture = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 4 +X 8\n";
    for (int pixel = 0; pixel < 32; ++pixel)
        picture += pixel == 10 ? "\xff\xff\xff\x84" : "\x40\x40\x40\x80";
    return picture;
}

TEST(Stories, LightOfAPlace) {
    const test::Home home;
    std::ofstream(home / "yard.hdr", std::ios::binary) << surroundings();
    std::ofstream(home / "broken.hdr") << "#?RADIANCE";
    expect_story(home, screen(), "light_of_a_place");
    EXPECT_NE(test::content_of(home / "config/healed/studio.json").find("yard.hdr"), std::string::npos);
}

TEST(Stories, DropAHead) {
    const test::Home home;
    std::ofstream(home / "client.obj") << head::as_obj(head::thinned_truth(14000));
    std::ofstream(home / "no_head.obj") << "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n";
    expect_story(home, screen(), "drop_a_head");
    EXPECT_NE(test::content_of(home / "client.healed.json").find("\"client.obj\""), std::string::npos);
}

TEST(Stories, SkinAndExposure) {
    expect_story(test::Home(), screen(), "skin_and_exposure");
}

TEST(Stories, Explained) {
    expect_story(test::Home(), screen(), "explained");
}

TEST(Stories, InksOfSessions) {
    expect_story(test::Home(), screen(), "inks_of_sessions");
}

TEST(Stories, LanguageIsRemembered) {
    const test::Home home;
    expect_story(home, screen(), "language");
    EXPECT_NE(test::content_of(home / "config/healed/studio.json").find("\"language\": \"de\""),
              std::string::npos);
}

TEST(Stories, MissingDevice) {
    expect_story(test::Home(), screen(), "missing_device", {"--no-pictures", "--device", "no such card"});
}

TEST(Stories, LoseTheWindow) {
    const test::Home home;
    expect_story(home, screen(), "lose_the_window");
    const ByteImage before = read_picture(home / "before.png"), after = read_picture(home / "after.png");
    EXPECT_EQ(before.width, after.width);
    EXPECT_EQ(before.values == after.values, false) << "the corner tells of the loss";
}

TEST(Stories, WithoutAnyDriverTheReasonIsToldInOneLine) {
    const test::Home home;
    const test::Told told = home.run({"/usr/bin/env", "VK_ICD_FILENAMES=/nowhere.json", "HEALED_VALIDATION=0",
                                      HEALED_STUDIO_PROGRAM, "--no-pictures"},
                                     screen().name());
    EXPECT_EQ(told.exit_code, 1);
    EXPECT_NE(told.said.find("Vulkan cannot draw"), std::string::npos) << told.said;
    EXPECT_EQ(std::ranges::count(told.said, '\n'), 1) << told.said;
}

/// Small and few: what pictures show is held by the tests of render and portfolio.
TEST(Stories, WithPictures) {
    const test::Home home;
    expect_story(home, screen(), "with_pictures", {"--picture-scale", "0.15"});
    EXPECT_NE(read_picture(home / "healed.png").values, read_picture(home / "seven.png").values);
    EXPECT_FALSE(std::filesystem::exists(home / "picture.png"));
}

TEST(Stories, Monkey) {
    expect_story(test::Home(), screen(), "monkey");
}

TEST(Stories, WithoutAScreenTheReasonIsTold) {
    const test::Home home;
    const test::Told told = home.run({HEALED_STUDIO_PROGRAM, "--no-pictures"});
    EXPECT_EQ(told.exit_code, 1);
    EXPECT_NE(told.said.find("DISPLAY"), std::string::npos) << told.said;
}

} // namespace
} // namespace healed

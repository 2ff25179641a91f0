#include "cli/program.h"

namespace healed {
namespace {

const std::vector<std::string> commands{"new",  "presets", "render", "sheet",   "age",
                                        "skin", "ink",     "optics", "devices", "flip"};

TEST(Usage, EveryCommandHelpsWithExamples) {
    const Outcome whole = run_healed({"--help"});
    EXPECT_EQ(whole.exit_code, 0);
    for (const std::string& command : commands) {
        EXPECT_NE(whole.out.find("\n  " + command + " "), std::string::npos) << command;
        const Outcome help = run_healed({command, "--help"});
        EXPECT_EQ(help.exit_code, 0) << command;
        EXPECT_NE(help.out.find("Examples:\n  healed " + command), std::string::npos) << command;
        EXPECT_EQ(help.err, "") << command;
    }
}

TEST(Usage, WrongUsageIsOneLineAndTwo) {
    expect_one_line(run_healed({}), 2, {"--help"});
    expect_one_line(run_healed({"fly"}), 2, {"fly", "--help"});
    expect_one_line(run_healed({"optics"}), 2, {"medium", "healed optics --help"});
    expect_one_line(run_healed({"skin", "--tpye", "III"}), 2, {"--tpye"});
    expect_one_line(run_healed({"new", "--skin", "VII"}), 2, {"--skin", "VII"});
    expect_one_line(run_healed({"new", "--seed", "-3"}), 2, {"--seed"});
    expect_one_line(run_healed({"optics", "m.json", "--photons", "0"}), 2, {"--photons"});
    expect_one_line(run_healed({"optics", "m.json", "--photons", "1.5"}), 2, {"--photons", "1.5"});
    expect_one_line(run_healed({"optics", "m.json", "--photons", "nan"}), 2, {"--photons", "nan"});
    expect_one_line(run_healed({"ink"}), 2, {"name"});
    expect_one_line(run_healed({"render", "p.json", "-o", "x.png", "--quality", "best"}), 2,
                    {"--quality", "best"});
    for (const char* command : {"render", "sheet", "age"})
        expect_one_line(run_healed({command}), 2, {command});
    for (const char* command : {"render", "sheet", "age"})
        expect_one_line(run_healed({command, "p.json", "--at", "soon"}), 2, {"--at", "\"soon\"", "6.5y"});
}

// The plan is read first: it may keep a camera under the name.
TEST(Usage, ReferenceIsForCamerasThatShowSingleDots) {
    expect_one_line(run_healed({"render", HEALED_SOURCE_DIR "/assets/presets/full-shaved.json", "-o", "x.png",
                                "--quality", "reference", "--paths", "500", "--camera", "front"}),
                    1, {"paths", "500", "front", "macro"});
}

TEST(Usage, SaysItsVersion) {
    const Outcome outcome = run_healed({"--version"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out.rfind("healed ", 0), 0u) << outcome.out;
}

} // namespace
} // namespace healed

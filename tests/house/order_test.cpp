#include "house/source_tree.h"

#include "base/error.h"
#include "base/json.h"
#include "base/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace healed {
namespace {

namespace fs = std::filesystem;

/// Files that are longer than their kind should be, each with the reason that was accepted.
const std::map<std::string, std::string> long_with_a_reason{};

std::size_t longest_of(const fs::path& path) {
    const std::string ending = path.extension().string();
    if (ending == ".h")
        return 120;
    return ending == ".glsl" ? 200 : 300;
}

TEST(Order, TheTopHoldsOnlyWhatItShould) {
    const std::set<std::string> allowed{
        "CMakeLists.txt", "engine",    "shaders",           "assets", "app", "tests",
        "tools",          "README.md", "CMakePresets.json", "LICENSE"};
    for (const fs::directory_entry& entry : fs::directory_iterator(source_top())) {
        const std::string name = entry.path().filename().string();
        const bool made = name == "out" || name.rfind("build", 0) == 0;
        EXPECT_TRUE(made || name.front() == '.' || allowed.count(name)) << name << " has no place at the top";
    }
}

TEST(Order, FilesStayShortEnoughToReadInOneSitting) {
    std::size_t files = 0;
    for (const SourceFile& file : files_below({"engine", "app", "shaders", "tests"},
                                              {".h", ".cpp", ".glsl", ".comp", ".vert", ".frag"})) {
        ++files;
        const bool too_long = file.lines.size() > longest_of(file.path);
        const bool excused = long_with_a_reason.count(file.name()) > 0;
        EXPECT_FALSE(too_long && !excused)
            << file.name() << " has " << file.lines.size() << " lines of " << longest_of(file.path);
        EXPECT_FALSE(excused && !too_long) << file.name() << " needs no excuse any more";
    }
    EXPECT_GT(files, 50u);
}

TEST(Order, NoFileIsAHomeForTheHomeless) {
    const std::set<std::string> nobodys{"util",   "utils",   "common", "core",
                                        "helper", "helpers", "misc",   "tools"};
    for (const SourceFile& file : files_below({"engine", "app", "shaders", "tests"}, {".h", ".cpp", ".glsl"}))
        for (const fs::path& part : file.path)
            EXPECT_FALSE(nobodys.count(part.stem().string())) << file.name();
}

TEST(Order, EachPassHasAHeaderForItsParameters) {
    const fs::path passes = source_top() / "shaders/passes";
    if (!fs::is_directory(passes))
        FAIL() << passes << " is missing";
    std::size_t shaders = 0;
    for (const SourceFile& file : files_below({"shaders/passes"}, {".comp", ".vert", ".frag"})) {
        ++shaders;
        EXPECT_TRUE(fs::exists(passes / (file.path.stem().string() + ".h")))
            << file.name() << " has no header";
    }
    EXPECT_GT(shaders, 0u);
}

TEST(Order, EachFileOfNumbersCarriesAPassport) {
    std::size_t files = 0;
    for (const SourceFile& file : files_below({"assets"}, {".csv"})) {
        ++files;
        EXPECT_NO_THROW(read_table(source_top() / file.path)) << file.name();
    }
    // Presets, mistakes, schemas, lights and languages hold choices, grammar, names and words, not numbers that someone
    // measured.
    const std::set<std::string> without_numbers{"presets", "mistakes", "schema", "lights", "language"};
    for (const SourceFile& file : files_below({"assets"}, {".json"})) {
        ++files;
        if (without_numbers.count(std::next(file.path.begin())->string()))
            continue;
        try {
            JsonReader json = JsonReader::from_file(source_top() / file.path);
            read_passport(json);
        } catch (const Error& problem) {
            ADD_FAILURE() << problem.what();
        }
    }
    EXPECT_GT(files, 10u);
}

TEST(Order, NoLineOfTheProductPromisesLaterWork) {
    const std::set<std::string> promises{std::string("TO") + "DO", std::string("FIX") + "ME"};
    for (const SourceFile& file : files_below({"engine", "app", "shaders", "tests", "tools"},
                                              {".h", ".cpp", ".glsl", ".comp", ".vert", ".frag", ""}))
        for (const std::string& line : file.lines)
            for (const std::string& promise : promises)
                EXPECT_EQ(line.find(promise), std::string::npos) << file.name() << ": " << line;
}

} // namespace
} // namespace healed

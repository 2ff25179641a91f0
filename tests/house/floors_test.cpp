#include "house/source_tree.h"

#include <gtest/gtest.h>

#include <map>

namespace healed {
namespace {

/// Height of each floor. A floor may know only floors below it, and of those only the ones that
/// engine/CMakeLists.txt names for it.
const std::map<std::string, int> heights{
    {"base", 0},   {"color", 1},     {"gpu", 1},       {"skin", 2},      {"ink", 2},
    {"head", 2},   {"treatment", 3}, {"transport", 3}, {"aging", 4},     {"study", 5},
    {"render", 6}, {"photo", 7},     {"project", 6},   {"portfolio", 8}, {"validation", 7},
};

using Known = std::map<std::string, std::set<std::string>>;

/// "healed_floor(skin base color)" lines of the build: floor → floors it is linked with.
Known linked_floors() {
    Known known;
    for (const std::string& line : lines_of(source_top() / "engine/CMakeLists.txt")) {
        const std::string opening = "healed_floor(";
        if (line.rfind(opening, 0) != 0)
            continue;
        std::istringstream words(line.substr(opening.size(), line.find(')') - opening.size()));
        std::string floor, below;
        words >> floor;
        known[floor];
        while (words >> below)
            known[floor].insert(below);
    }
    return known;
}

std::string first_folder(const std::filesystem::path& path) {
    return path.begin()->string();
}

TEST(Floors, AreLinkedDownwardsOnly) {
    const Known known = linked_floors();
    ASSERT_GE(known.size(), 12u);
    for (const auto& [floor, floors_below] : known) {
        ASSERT_TRUE(heights.count(floor)) << floor << " has no height in the plan of the house";
        for (const std::string& below : floors_below) {
            ASSERT_TRUE(heights.count(below)) << below << ", named by " << floor;
            EXPECT_LT(heights.at(below), heights.at(floor)) << floor << " is linked with " << below;
        }
    }
}

TEST(Floors, IncludeOnlyWhatTheyAreLinkedWith) {
    const Known known = linked_floors();
    std::size_t read = 0;
    for (const SourceFile& file : files_below({"engine"}, {".h", ".cpp"})) {
        const std::string floor = std::next(file.path.begin())->string();
        ASSERT_TRUE(known.count(floor)) << file.name() << ": " << floor << " is not in engine/CMakeLists.txt";
        for (const std::string& line : file.lines) {
            const std::string included = first_folder(included_by(line) + "/");
            ++read;
            if (heights.count(included) && included != floor) {
                EXPECT_TRUE(known.at(floor).count(included)) << file.name() << ": " << line;
            }
        }
    }
    EXPECT_GT(read, 1000u);
}

TEST(Floors, NothingBelowKnowsTheProgramsOrTheTests) {
    for (const SourceFile& file :
         files_below({"engine", "shaders"}, {".h", ".cpp", ".glsl", ".comp", ".vert", ".frag"}))
        for (const std::string& line : file.lines)
            for (const char* above :
                 {"app/", "cli/", "studio/", "tests/", "house/", "gtest", "CLI/", "imgui", "GLFW"})
                EXPECT_NE(included_by(line).rfind(above, 0), 0u) << file.name() << ": " << line;
}

TEST(Floors, OfTheWindowKnowOnlyThoseBelow) {
    const std::map<std::string, int> storeys{{"document", 0},  {"live", 1},    {"window", 2},
                                             {"interface", 3}, {"session", 4}, {"story", 5}};
    std::size_t files = 0;
    for (const SourceFile& file : files_below({"app/studio"}, {".h", ".cpp"})) {
        const std::string storey = std::next(file.path.begin(), 2)->string();
        if (!storeys.count(storey))
            continue;
        ++files;
        for (const std::string& line : file.lines) {
            const std::string included = first_folder(included_by(line) + "/");
            if (storeys.count(included) && included != storey) {
                EXPECT_LT(storeys.at(included), storeys.at(storey)) << file.name() << ": " << line;
            }
        }
    }
    EXPECT_GT(files, 50u);
}

TEST(Floors, OnlyWhatStandsOnTheGpuFloorKnowsVulkan) {
    const Known known = linked_floors();
    for (const SourceFile& file : files_below({"engine"}, {".h", ".cpp"})) {
        const std::string floor = std::next(file.path.begin())->string();
        if (floor == "gpu" || known.at(floor).count("gpu"))
            continue;
        for (const std::string& line : file.lines)
            EXPECT_EQ(included_by(line).find("vulkan"), std::string::npos) << file.name() << ": " << line;
    }
}

TEST(Floors, PhysicsAndPassesKnowNoFloor) {
    std::size_t files = 0;
    for (const SourceFile& file :
         files_below({"shaders/physics", "shaders/passes"}, {".h", ".glsl", ".comp", ".vert", ".frag"})) {
        ++files;
        for (const std::string& line : file.lines)
            EXPECT_FALSE(heights.count(first_folder(included_by(line) + "/"))) << file.name() << ": " << line;
    }
    EXPECT_GT(files, 0u);
}

TEST(Floors, NothingTalksToANetwork) {
    for (const SourceFile& file : files_below({"engine", "app"}, {".h", ".cpp"}))
        for (const std::string& line : file.lines)
            for (const char* network :
                 {"sys/socket.h", "netdb.h", "arpa/inet.h", "curl/", "boost/asio", "httplib"})
                EXPECT_NE(included_by(line).rfind(network, 0), 0u) << file.name() << ": " << line;
}

} // namespace
} // namespace healed

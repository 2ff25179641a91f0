#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace healed {

/// The checkout as the tests of the house read it.
struct SourceFile {
    std::filesystem::path path; ///< relative to the top of the checkout
    std::vector<std::string> lines;

    std::string name() const { return path.generic_string(); }
};

inline std::filesystem::path source_top() {
    return HEALED_SOURCE_DIR;
}

inline std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::ifstream stream(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// Files below the given folders whose ending is one of those given, in order of their names.
inline std::vector<SourceFile> files_below(const std::vector<std::string>& folders,
                                           const std::set<std::string>& endings) {
    std::vector<SourceFile> files;
    for (const std::string& folder : folders)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(source_top() / folder))
            if (entry.is_regular_file() && endings.count(entry.path().extension().string()))
                files.push_back(
                    {std::filesystem::relative(entry.path(), source_top()), lines_of(entry.path())});
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

/// What stands between the quotes or brackets of an #include line; empty for other lines.
inline std::string included_by(const std::string& line) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string::npos || line.compare(first, 8, "#include") != 0)
        return {};
    const std::size_t open = line.find_first_of("\"<");
    const std::size_t close = open == std::string::npos ? open : line.find_first_of("\">", open + 1);
    return close == std::string::npos ? std::string{} : line.substr(open + 1, close - open - 1);
}

} // namespace healed

#include "head/model_claims.h"

#include "base/error.h"
#include "head/soup.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fmt/ranges.h>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

namespace healed::head {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest_bytes = std::uintmax_t{2} << 30;
constexpr std::array<std::string_view, 6> endings{".obj", ".gltf", ".glb", ".ply", ".fbx", ".stl"};

std::string ending_of(const fs::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return ending;
}

void check_count(const fs::path& file, double faces) {
    if (faces > double(most_faces))
        fail("{}: {:.0f} faces are more than {}; decimate the model", file.string(), faces, most_faces);
}

[[noreturn]] void refuse_short(const fs::path& file, double expected, std::uintmax_t bytes) {
    fail("{}: is cut off: its header tells of {:.0f} bytes, it has {}", file.string(), expected, bytes);
}

std::uint32_t word_at(const std::string& bytes, std::size_t at) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    return word;
}

/// An 80-byte comment, a count, 50 bytes a facet; text begins with "solid", but so do some comments.
void check_stl(const fs::path& file, const std::string& head, std::uintmax_t bytes) {
    if (head.size() < 84)
        return;
    const double expected = 84.0 + 50.0 * word_at(head, 80);
    if (head.rfind("solid", 0) == 0 && expected != double(bytes))
        return; // text
    check_count(file, word_at(head, 80));
    if (expected > double(bytes))
        refuse_short(file, expected, bytes);
}

struct PlyElement {
    std::string name;
    double count = 0;
    double least_bytes = 0; ///< of one, in a binary file
};

/// Elements and their least sizes in the order of a PLY header.
std::vector<PlyElement> ply_elements(std::istream& header) {
    static const std::map<std::string, double> sizes{
        {"char", 1},  {"uchar", 1},   {"int8", 1},   {"uint8", 1},  {"short", 2}, {"ushort", 2},
        {"int16", 2}, {"uint16", 2},  {"int", 4},    {"uint", 4},   {"int32", 4}, {"uint32", 4},
        {"float", 4}, {"float32", 4}, {"double", 8}, {"float64", 8}};
    const auto size_of = [](const std::string& type) { return sizes.count(type) ? sizes.at(type) : 1.0; };
    std::vector<PlyElement> elements;
    for (std::string line; std::getline(header, line) && line.rfind("end_header", 0) != 0;) {
        std::istringstream words(line);
        std::string word, type, entry;
        words >> word;
        if (word == "element") {
            words >> elements.emplace_back().name >> elements.back().count;
        } else if (word == "property" && !elements.empty()) {
            words >> type;
            if (type == "list") {
                words >> type >> entry;
                const double corners = elements.back().name == "face" ? 3.0 : 0.0;
                elements.back().least_bytes += size_of(type) + corners * size_of(entry);
            } else {
                elements.back().least_bytes += size_of(type);
            }
        }
    }
    return elements;
}

void check_ply(const fs::path& file, const std::string& head, std::uintmax_t bytes) {
    std::istringstream header(head);
    double expected = 0.0;
    for (const PlyElement& element : ply_elements(header)) {
        if (element.name == "face" || element.name == "vertex")
            check_count(file, element.count);
        expected += element.count * element.least_bytes;
    }
    const bool text = head.find("format ascii") != std::string::npos;
    const auto end = head.find("end_header");
    if (!text && end != std::string::npos && expected + double(end) > double(bytes))
        refuse_short(file, expected + double(end), bytes);
}

void check_glb(const fs::path& file, const std::string& head, std::uintmax_t bytes) {
    if (head.size() < 12 || head.rfind("glTF", 0) != 0)
        fail("{}: is no binary glTF: it does not begin with \"glTF\"", file.string());
    if (word_at(head, 8) > bytes)
        refuse_short(file, word_at(head, 8), bytes);
}

/// Counts the lines of faces and of vertices without keeping any.
void check_obj(const fs::path& file, std::istream& stream) {
    std::vector<char> block(1 << 20);
    std::size_t faces = 0, vertices = 0;
    char before = '\n', before_that = '\n';
    while (stream.read(block.data(), std::streamsize(block.size())) || stream.gcount() > 0)
        for (std::streamsize i = 0; i < stream.gcount(); ++i) {
            const char c = block[std::size_t(i)];
            if ((c == ' ' || c == '\t') && before_that == '\n') {
                faces += before == 'f';
                vertices += before == 'v';
            }
            before_that = before;
            before = c;
        }
    check_count(file, double(std::max(faces, vertices)));
}

} // namespace

void check_claims(const fs::path& file) {
    const std::string ending = ending_of(file);
    if (!fs::exists(file))
        fail("{}: no such file", file.string());
    if (!fs::is_regular_file(file))
        fail("{}: is no file", file.string());
    if (std::ranges::find(endings, ending) == endings.end())
        fail("{}: \"{}\" is no ending of a model; {} are", file.string(), ending, fmt::join(endings, ", "));
    const std::uintmax_t bytes = fs::file_size(file);
    if (bytes == 0)
        fail("{}: is empty", file.string());
    if (bytes > longest_bytes)
        fail("{}: {} bytes are more than {}", file.string(), bytes, longest_bytes);
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        fail("{}: cannot be opened", file.string());
    if (ending == ".obj")
        return check_obj(file, stream);
    std::string head(std::size_t(std::min<std::uintmax_t>(bytes, 8192)), '\0');
    stream.read(head.data(), std::streamsize(head.size()));
    if (ending == ".stl")
        check_stl(file, head, bytes);
    else if (ending == ".ply")
        check_ply(file, head, bytes);
    else if (ending == ".glb")
        check_glb(file, head, bytes);
}

} // namespace healed::head

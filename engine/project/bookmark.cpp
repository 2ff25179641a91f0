#include "project/bookmark.h"

#include "base/file.h"
#include "project/presets.h"

#include <algorithm>
#include <fmt/format.h>

namespace healed::project {

namespace {

/// Lists of cameras have commas between; a command line has lines.
bool is_spoilt(char letter) {
    return letter == ',' || static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
}

} // namespace

std::string name_refusal(const std::string& name) {
    if (name.empty() || name.size() > longest_bookmark_name)
        return fmt::format("has {} bytes; names have 1 … {}", name.size(), longest_bookmark_name);
    if (name.front() == ' ' || name.back() == ' ' || std::ranges::any_of(name, is_spoilt))
        return "has a comma, a blank at an end or a control character";
    if (std::ranges::count(names_in(assets_folder() / "cameras"), name) > 0)
        return fmt::format("\"{}\" is the name of a camera of assets", name);
    return {};
}

} // namespace healed::project

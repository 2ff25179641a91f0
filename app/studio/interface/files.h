#pragma once

#include "interface/studio.h"

#include <filesystem>

namespace healed::studio {

/// Whatever would lose unsaved changes asks first, and goes on once it was answered.
void ask_for_new(Studio& studio);
void ask_for_open(Studio& studio);
void ask_for_quit(Studio& studio);
void ask_for_save_as(Studio& studio);
void unless_unsaved(Studio& studio, Afterwards afterwards);

/// Where it was saved before; asks for a name otherwise.
void save(Studio& studio);
/// All say in the corner what went wrong, and leave the document as it was.
bool save_to(Studio& studio, const std::filesystem::path& file);
/// With the ending of plans, where a name has none.
std::filesystem::path plan_file(const std::filesystem::path& named);
bool open_file(Studio& studio, const std::filesystem::path& file);

/// Another plan for one view of the comparison, chosen from a list or named.
void ask_for_view(Studio& studio, std::size_t view);
bool open_in_view(Studio& studio, std::size_t view, const std::filesystem::path& file);

/// Asks first where something exists already under that name, and does it once it may go.
void unless_it_replaces(Studio& studio, const std::filesystem::path& file, Afterwards what);

/// A plan, a head, an ink, a picture of surroundings or anything else that was dropped on the window.
void take_dropped(Studio& studio, const std::vector<std::string>& files);

/// There is nothing to be lost any more.
void forget_kept(Studio& studio);
/// Once a minute unsaved changes are kept aside, beside the window, for the case of a crash.
void keep_aside(Studio& studio);
inline constexpr double keep_every_s = 60.0;

} // namespace healed::studio

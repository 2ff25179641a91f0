#pragma once

#include "interface/studio.h"

#include <optional>

namespace healed::studio {

/// Which of the plan's bookmarks the camera stands at; none where it was moved from all of them.
std::optional<std::size_t> bookmark_here(const Studio& studio);

/// Keeps where the camera stands under a name, or gives the bookmark that it stands at another; one step of
/// the history.
void keep_bookmark(Studio& studio, const std::string& name);
void remove_bookmark(Studio& studio, std::size_t which);
void go_to_bookmark(Studio& studio, std::size_t which);
/// The one after the one that the camera stands at, or the first.
void go_to_next_bookmark(Studio& studio);

/// The plan's bookmarks, to go to, to forget, and to keep another.
void draw_bookmarks(Studio& studio);
/// Opens the dialog that asks for a name.
void ask_bookmark_name(Studio& studio);
/// That dialog.
void draw_bookmark_name(Studio& studio);

} // namespace healed::studio

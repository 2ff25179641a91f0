#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// Whatever is open and must be answered first, in the middle of the window.
void draw_dialogs(Studio& studio);

/// Each draws what it holds; the frame about it is draw_dialogs()'s.
void draw_welcome(Studio& studio);
void draw_file_list(Studio& studio, bool saves);
void draw_unsaved(Studio& studio);
void draw_recover(Studio& studio);
void draw_export(Studio& studio);
void draw_shortcuts(Studio& studio);
void draw_palette(Studio& studio);
void draw_replace(Studio& studio);

} // namespace healed::studio

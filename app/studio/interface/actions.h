#pragma once

#include "interface/icons.h"
#include "interface/studio.h"

#include <span>
#include <string>
#include <string_view>

namespace healed::studio {

/// Keys that are held beside another one.
enum Held : unsigned { NoneHeld = 0, Control = 1, Shift = 2 };

/// Something that the window can do: by a button, a key, the palette, or a story. Its words are say(id), what
/// it is good for say(id + ".hint").
struct Action {
    const char* id;
    Icon icon;
    int key;       ///< GLFW's; 0 for none
    unsigned held; ///< of Held
    void (*act)(Studio&);
    bool (*can)(const Studio&); ///< none: always
};

std::span<const Action> actions();
/// Throws Error for an id that no action has.
const Action& action(std::string_view id);
/// Does it where it can be done.
void run_action(Studio& studio, std::string_view id);
bool can_run(const Studio& studio, std::string_view id);

/// "Ctrl+Shift+Z".
std::string shortcut_words(const Action& action);
/// Does what the keys pressed in this frame ask for.
void run_shortcuts(Studio& studio);

} // namespace healed::studio

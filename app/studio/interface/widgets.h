#pragma once

#include "interface/icons.h"
#include "interface/theme.h"

#include <span>
#include <string>
#include <string_view>

namespace healed::studio {

/// Each has a key: its words are say(key), its tooltip say(key + ".hint") where there is one, and stories
/// find it under the key.

/// Under the item drawn last: what it does, in which unit, what is typical. Nothing without such words.
void hint(std::string_view key);
/// The same for an item whose own name says more than that of its words: the ink of a pane.
void hint_of(std::string_view key);
/// The same with words at hand.
void hint_words(const std::string& words);

enum class ButtonLook { Plain, Chosen, Main, Bare };
/// An icon with its word. `width` 0: as wide as it must be. One of a list shares the tooltip `of` the list.
/// True when pressed.
bool button(std::string_view key, Icon icon = Icon::None, ButtonLook look = ButtonLook::Plain,
            float width = 0, const char* words = nullptr, std::string_view of = {});
/// Only the icon; the word is its tooltip. One of a list shares the words `of` the list.
bool icon_button(std::string_view key, Icon icon, bool chosen = false, bool enabled = true,
                 std::string_view of = {});

/// As much of some words as fits into a width, with … where the rest was.
std::string fitted(const ImFont& font, const std::string& words, float width);

/// A heading that folds what is below; true while it is open.
bool section(std::string_view key, bool open_at_first = true);
/// Small words over a control, and at the right end what it is set to.
void label(std::string_view key, const std::string& value = {});
void quiet_text(const std::string& words);
void gap(float height = 6.0f);

/// One of several words, side by side, by their numbers behind the key; true when another was chosen.
bool choice(std::string_view key, int& chosen, std::span<const char* const> words);

/// What became of a slider in this frame.
struct Slide {
    bool changed = false;
    bool ended = false; ///< the mouse or the key was let go: the gesture is over
};
/// Label, number with its unit, track. The number can be typed after a click on it, or Enter. `format` is
/// printf's and holds the unit: "%.2f mm".
Slide slider(std::string_view key, double& value, double low, double high, const char* format,
             bool logarithmic = false);

/// A switch with its word; true when it was turned.
bool toggle(std::string_view key, bool& on);

/// A field that folds out a list. True when another was chosen.
bool pick(std::string_view key, std::size_t& chosen, std::span<const std::string> words);

} // namespace healed::studio

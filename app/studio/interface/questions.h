#pragma once

#include "document/recovery.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace healed::studio {

/// What stands over everything else until it is answered.
enum class Dialog {
    None,
    Open,
    SaveAs,
    Unsaved,
    Recover,
    Export,
    Shortcuts,
    Palette,
    Welcome,
    Bookmark,
    Replace
};

/// What is to happen once unsaved changes are dealt with.
using Afterwards = std::function<void(struct Studio&)>;

struct Dialogs {
    Dialog open = Dialog::None;
    bool just_opened = false;
    std::string text;   ///< typed so far: a path, a command
    std::string folder; ///< that a list of files shows
    std::size_t chosen = 0;
    Afterwards afterwards;
    Afterwards replaces;             ///< what is to happen where a file that exists may go
    std::string replaced;            ///< that file
    std::optional<std::size_t> view; ///< of the comparison, that the opened plan is for; none: the window
    std::vector<Kept> kept;          ///< for Dialog::Recover
    void show(Dialog which) {
        open = which;
        just_opened = true;
        chosen = 0;
    }
};

/// What the dialog of exports is set to.
struct ExportWishes {
    int kind = 0; ///< 0 a picture, 1 a sheet
    int width = 1920, height = 1080;
    enum Quality { Draft, Final, Reference };
    int quality = Final; ///< as `healed render --quality`
    double paths = 2000; ///< of light a band, for the reference
    float f_number = 0;  ///< of the lens; 0: all is sharp
    std::string file = "picture.png";
    std::string times = "day0,healed,3y,5y,7y"; ///< of a sheet
    std::vector<std::string> inks;              ///< of a sheet's rows; none: the plan's own
    std::vector<std::string> skins, cameras;    ///< the same
};

} // namespace healed::studio

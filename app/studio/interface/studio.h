#pragma once

#include "document/document.h"
#include "document/memory.h"
#include "interface/brush.h"
#include "interface/catalogue.h"
#include "interface/comparison.h"
#include "interface/looking.h"
#include "interface/questions.h"
#include "live/errands.h"
#include "live/live_view.h"
#include "window/textures.h"

#include <imgui.h>

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace healed::studio {

struct Answers;
class Bench;

enum class Mode { Client, Trainer, Portfolio };
inline constexpr const char* mode_words[] = {"client", "trainer", "portfolio"};

/// Words that rise in the corner for a while.
struct Notice {
    std::string words;
    bool is_problem;
    double until_s;
};

/// The picture of a pane, and its place in the window.
struct Hung {
    std::shared_ptr<const Shown> shown;
    Texture texture;
};

/// Everything that lies on the desk: what a frame of the window is drawn from and what its parts change.
struct Studio {
    Studio(Memory remembered, const std::filesystem::path& state);

    Catalogue catalogue;
    Document document;
    Recovery recovery;
    Memory memory;
    std::unique_ptr<LiveView> live;   ///< none while pictures are off
    std::unique_ptr<Errands> errands; ///< the same
    std::shared_ptr<Answers> answers; ///< what errands have found out
    std::shared_ptr<Bench> bench;     ///< what errands share
    ExportWishes wishes;
    Looking looking;
    Timeline time;
    Comparison comparison;
    Variants variants;
    Mode mode = Mode::Client;
    Tool tool = Tool::Orbit;
    Brush brush;
    std::vector<Notice> notices;
    std::vector<std::string> readout; ///< what is told of the place under the cursor
    Dialogs dialogs;
    std::map<std::size_t, Hung> pictures; ///< by pane
    Texture difference;
    double picture_scale = 1.0;
    double now_s = 0.0;         ///< of the window's clock
    double mouse_moved_s = 0.0; ///< when the mouse moved last
    double kept_s = 0.0;        ///< when the plan was last kept aside
    Plan kept_plan;             ///< that was
    std::future<void> keeping;  ///< of that, while it is written
    std::string painted_on;     ///< name of the device that paints, as it was told
    int devices_lost = 0;       ///< while they painted
    int windows_lost = 0;       ///< devices that the window itself was drawn with
    bool wants_scale = false;   ///< letters must be loaded anew
    bool wants_words = false;   ///< words must
    bool looks = false; ///< where there is room for one panel, it is the one at the right
    bool quits = false;
    Plan worked_on, of_plan; ///< what work() said last, and for which plan

    /// The plan, and the same object for as long as nothing changed that a picture or a number depends on: a
    /// bookmark that is kept paints nothing anew.
    const Plan& work();

    void tell(std::string words);
    void complain(std::string words);
    /// Runs something that the world may refuse, and says so in the corner. True when it went well.
    bool attempt(const std::function<void()>& what);
    /// A named change of the plan, as Document::edit.
    void edit(const char* step, const std::string& gesture,
              const std::function<void(project::Project&)>& change);
};

inline constexpr double healed_years = 42.0 / 365.25, latest_years = 20.0;

/// Panes as they are shown now. Times before a plan has healed are never shown alone: the healed look stands
/// beside them.
std::vector<PaneView> views_of(Studio& studio);
/// How they stand beside each other.
Layout layout_of(const Studio& studio);

/// "Day 3", "2 weeks", "Healed", "5 years".
std::string time_words(double years);

} // namespace healed::studio

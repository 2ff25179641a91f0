#pragma once

#include "document/history.h"

#include <optional>
#include <string>
#include <vector>

namespace healed::studio {

enum class Layout { Single, Split, Side, Flip, Fade, Difference, Grid };
inline constexpr const char* layout_words[] = {"single", "split",      "side", "flip",
                                               "fade",   "difference", "grid"};

/// One view. What is not set is the document's, and its time that of the timeline.
struct Pane {
    std::optional<double> years;
    std::string ink;  ///< of every session; "" as planned
    std::string skin; ///< "I" … "VI"; "" as it is
    Plan other;       ///< another plan altogether
    std::string other_title;

    bool operator==(const Pane&) const = default;
};

/// How views stand beside each other. All share one camera and one light.
struct Comparison {
    Layout layout = Layout::Single;
    std::vector<Pane> panes{Pane{}, Pane{}}; ///< at least two; the second is the one that varies
    float split = 0.5f;                      ///< where the two meet, 0 … 1 of the width
    float fade = 0.5f;                       ///< how much of the second is seen, 0 … 1
    bool flipped = false;                    ///< the second is shown
    int columns = 3;                         ///< of a grid, 1 … 4

    static constexpr std::size_t most_panes = 16;
};

/// A pane as it is shown: its plan, its time, and the words under it.
struct PaneView {
    Plan plan;
    double years;
    std::string title;
};

/// Makes the plans of panes that vary ink or skin, and hands out the same plan for the same question.
class Variants {
  public:
    Plan of(const Plan& base, const Pane& pane);

  private:
    struct Made {
        Plan base;
        std::string ink, skin;
        Plan plan;
    };
    std::vector<Made> made_; ///< the latest last
};

} // namespace healed::studio

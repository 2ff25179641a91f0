#pragma once

#include "aging/dot_state.h"
#include "color/lab.h"
#include "document/history.h"
#include "skin/settings.h"
#include "study/forecast.h"
#include "study/two_blues.h"

#include <array>
#include <glm/glm.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace healed::studio {

/// What an ink comes to on this skin: the zone from afar when healed, after three and after seven years.
using InkYears = std::array<color::Lab, 3>;

/// One dot as a cut through the skin meets it.
struct CutDot {
    float across_mm; ///< from the middle of the cut
    float depth_mm;  ///< of the middle of its ink
    float sigma_mm, sigma_z_mm;
    float left; ///< ink left of what was delivered, 0 … 1
};

/// The skin under a place, cut open.
struct Cut {
    glm::vec2 chart;
    std::vector<CutDot> dots;
};

/// The place that was asked about last: of which plan, and when.
struct Asked {
    Plan plan;
    double years = -1.0;
    glm::vec2 chart{0};

    bool operator==(const Asked&) const = default;
};

/// The two blues of the treated zone at one time.
struct BluesAt {
    double years;
    study::TwoBlues blues;
};

/// Reflectance of a place with its ink, and of the bare skin; 400, 410 … 700 nm.
struct PlaceSpectrum {
    std::array<double, 31> inked, bare;
};

/// Why a place has the colour that it has: steps from skin without blood and melanin to what is seen.
struct Explanation {
    struct Part {
        const char* key; ///< of its words
        color::Lab lab;  ///< with this and all parts before it
    };
    std::vector<Part> parts;
    PlaceSpectrum spectrum;
};

/// What work in the background has found out about the plan, and for which plan.
struct Answers {
    std::string swatches_for; ///< skin and habits; "" before the first
    std::map<std::string, InkYears> swatches;

    Plan forecast_of;
    std::optional<study::Forecast> forecast;
    std::string touch_up_cause;

    Plan blues_of;
    std::vector<BluesAt> blues;

    std::optional<Cut> cut;
    Asked cut_asked;
    std::size_t cut_view = 0; ///< whose skin is cut
    std::optional<Explanation> explanation;
    Asked explanation_asked;
    std::optional<PlaceSpectrum> spectrum; ///< under the cursor
    Asked spectrum_asked;

    std::string mistake;              ///< that is shown right beside wrong; "" for none
    std::string cause, remedy;        ///< of it
    std::array<std::string, 3> signs; ///< on day 0, healed, after years
};

/// Places that the answers of a whole scalp are told for, years.
inline constexpr std::array<double, 12> answered_years{42 / 365.25, 0.5, 1, 2, 3, 4, 5, 7, 10, 12, 15, 20};

} // namespace healed::studio

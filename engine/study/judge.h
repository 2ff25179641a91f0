#pragma once

#include "aging/age.h"
#include "study/zone_look.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace healed::study {

/// Why a client comes back.
enum class Cause { Faded, Hue, Size, Blueness };
inline constexpr std::size_t cause_count = 4;
inline constexpr std::array<std::string_view, cause_count> cause_words{"faded", "hue", "size", "blueness"};

/// From this age on dots are judged, years: six weeks.
inline constexpr double healed_years = 42.0 / 365.25;
/// What has not failed by then counts as lasting, years.
inline constexpr double horizon_years = 40.0;

/// Skins by Fitzpatrick type I … VI; those that no client of a study has may be missing.
using Skins = std::array<std::shared_ptr<const InkedSkin>, 6>;

/// A treatment as all clients of a study get it, and what it takes to satisfy them.
class Judge {
  public:
    /// Throws Error for an unknown ink.
    Judge(const treatment::Plan& plan, const ink::Library& library, Skins skins);

    const treatment::Plan& plan() const { return plan_; }
    const ink::Library& library() const { return library_; }
    const Inks& inks() const { return inks_; }
    const TypicalDots& dots() const { return dots_; }
    /// The skin of a client's type must be among those given.
    const InkedSkin& skin_of(const aging::Client& client) const;
    /// Blueness (ZoneLook) of the same dots, healed, at the right depth in the median client of that skin.
    double right_blueness(const aging::Client& client) const;

  private:
    treatment::Plan plan_;
    const ink::Library& library_;
    Skins skins_;
    Inks inks_;
    TypicalDots dots_;
    std::array<double, 6> right_blueness_{};
};

/// How content a client is at a time: above 0 content, below not, and what comes first to mind.
struct Verdict {
    double margin;
    Cause cause;
};

struct TouchUp {
    double years; ///< after the last session; horizon_years for what lasts
    Cause cause;
    bool lasts; ///< nothing failed within the horizon
};

/// One client's years ahead. The judge must outlive it.
class Prospect {
  public:
    /// Throws Error for a client out of range.
    Prospect(const Judge& judge, const Person& person);

    /// The zone on level skin at a time on the plan's clock, years.
    ZoneLook at(double years) const;
    const ZoneLook& healed() const { return healed_; }
    /// Share of the healed contrast that this client wants kept.
    double kept_contrast() const { return kept_contrast_; }

    Verdict verdict(double years) const;
    /// When the first criterion fails.
    TouchUp touch_up() const;

  private:
    double failing_time(double from, double margin_from, double to, double margin_to) const;

    const Judge& judge_;
    const InkedSkin& skin_;
    double right_blueness_, kept_contrast_;
    TypicalDots dots_;
    aging::Course course_;
    ZoneLook healed_;
};

} // namespace healed::study

#include "study/maintenance.h"

#include "study/constants.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace healed::study {

namespace {

constexpr std::array gaps_years{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0};
/// A touch-up is no smaller and no larger, as shares of the natural follicular density.
constexpr double least_added = 0.02, most_added = 2.0;
constexpr double look_every_years = 0.05;

/// A client's zone under a growing list of touch-ups.
class Upkeep {
  public:
    Upkeep(treatment::Plan plan, const ink::Library& library, const Skins& skins, const Person& person)
        : plan_(std::move(plan)), library_(library), skins_(skins), person_(person) {
        set({});
        wanted_ = prospect_->healed().contrast;
    }

    void set(const std::vector<treatment::TouchUp>& touch_ups) {
        plan_.touch_ups = touch_ups;
        prospect_.reset();
        judge_.emplace(plan_, library_, skins_);
        prospect_.emplace(*judge_, person_);
    }
    ZoneLook look(double years) const { return prospect_->at(years); }
    double kept(double years) const { return look(years).contrast / std::max(wanted_, 1e-9); }
    CrowdedZone crowded() const { return {*judge_, person_}; }
    double per_cm2(double added_density) const { return added_density * follicles_on_crown_per_cm2(plan_); }
    treatment::TouchUp renewal(double at_years, double added_density) const {
        const treatment::Session& last = plan_.sessions.back();
        return {.at_years = at_years, .added_density = added_density, .ink = last.ink, .shade = last.shade};
    }

  private:
    treatment::Plan plan_;
    const ink::Library& library_;
    const Skins& skins_;
    const Person& person_;
    double wanted_ = 0.0;
    std::optional<Judge> judge_;
    std::optional<Prospect> prospect_; ///< of that judge
};

/// When the tone has fallen to the band's lower edge. From `from` on nothing heals any more, so it only
/// falls.
std::optional<double> fallen(const Upkeep& upkeep, const ToneBand& band, double from) {
    double low = from, high = band.years;
    if (low >= high || upkeep.kept(high) >= band.low)
        return std::nullopt;
    if (upkeep.kept(low) < band.low)
        return low;
    while (high - low > 0.2 * look_every_years) {
        const double middle = 0.5 * (low + high);
        (upkeep.kept(middle) >= band.low ? low : high) = middle;
    }
    return low;
}

/// The smallest touch-up at a time that keeps the tone up until another.
double smallest_added(Upkeep& upkeep, std::vector<treatment::TouchUp> so_far, const ToneBand& band,
                      double at_years, double until_years) {
    const auto lasts = [&](double added) {
        std::vector<treatment::TouchUp> with = so_far;
        with.push_back(upkeep.renewal(at_years, added));
        upkeep.set(with);
        return upkeep.kept(until_years) >= band.low;
    };
    double low = least_added, high = most_added;
    if (lasts(low))
        return low;
    for (int round = 0; round < 12; ++round) {
        const double middle = std::sqrt(low * high);
        (lasts(middle) ? high : low) = middle;
    }
    return high;
}

MaintenanceCourse course_with(Upkeep& upkeep, const ToneBand& band, double gap_years) {
    MaintenanceCourse course{.gap_years = gap_years};
    std::vector<treatment::TouchUp> touch_ups;
    upkeep.set(touch_ups);
    std::optional<double> next = fallen(upkeep, band, healed_years);
    while (next && *next < band.years) {
        const double at = *next, until = std::min(at + gap_years, band.years);
        const double before = upkeep.kept(at);
        const double added = smallest_added(upkeep, touch_ups, band, at, until);
        touch_ups.push_back(upkeep.renewal(at, added));
        upkeep.set(touch_ups);
        course.renewals.push_back({.at_years = at,
                                   .added_density = added,
                                   .added_per_cm2 = upkeep.per_cm2(added),
                                   .kept_before = before,
                                   .kept_after = upkeep.kept(at + healed_years),
                                   .crowding = upkeep.crowded().at(at + healed_years)});
        course.added_per_cm2 += upkeep.per_cm2(added);
        if (added >= most_added)
            break;
        next = fallen(upkeep, band, until);
    }
    return course;
}

/// Looks at the whole way but for the weeks in which a touch-up heals.
void follow(const Upkeep& upkeep, const ToneBand& band, MaintenanceCourse& course) {
    const auto heals = [&](double years) {
        return std::any_of(course.renewals.begin(), course.renewals.end(), [&](const Renewal& renewal) {
            return years > renewal.at_years - look_every_years && years < renewal.at_years + healed_years;
        });
    };
    const CrowdedZone zone = upkeep.crowded();
    for (double years = healed_years; years < band.years; years += look_every_years)
        if (!heals(years))
            course.way.push_back({years, upkeep.kept(years), zone.at(years)});
    course.at_end = zone.at(band.years);
    course.look_at_end = upkeep.look(band.years);
}

void judge_course(const ToneBand& band, MaintenanceCourse& course) {
    const auto [lowest, highest] =
        std::minmax_element(course.way.begin(), course.way.end(),
                            [](const ToneAt& a, const ToneAt& b) { return a.kept < b.kept; });
    course.lowest_kept = lowest->kept;
    course.highest_kept = highest->kept;
    for (const Renewal& renewal : course.renewals)
        course.highest_kept = std::max(course.highest_kept, renewal.kept_after);
    const auto first = std::find_if(course.way.begin(), course.way.end(),
                                    [](const ToneAt& at) { return at.crowding.helmet; });
    if (first != course.way.end())
        course.helmet_years = first->years;
    constexpr double tolerance = 0.01; // of the band's edges: times are looked at in steps
    course.in_band = course.lowest_kept > band.low - tolerance && course.highest_kept < band.high + tolerance;
}

/// Whether a course is to be preferred: tone, then no helmet for long, then few dots, then few visits.
bool better(const MaintenanceCourse& course, const MaintenanceCourse& than, const ToneBand& band) {
    const auto rank = [&](const MaintenanceCourse& one) {
        return std::tuple(!one.in_band, -one.helmet_years.value_or(band.years), one.added_per_cm2,
                          one.renewals.size());
    };
    return rank(course) < rank(than);
}

nlohmann::ordered_json json_of(const Crowding& crowding) {
    return {{"dots_per_cm2", crowding.dots_per_cm2},
            {"dots_ever_per_cm2", crowding.dots_ever_per_cm2},
            {"share_between", crowding.share_between},
            {"helmet", crowding.helmet}};
}

nlohmann::ordered_json json_of(const MaintenanceCourse& course) {
    nlohmann::ordered_json json{{"gap_years", course.gap_years},
                                {"visits", course.renewals.size()},
                                {"added_dots_per_cm2", course.added_per_cm2},
                                {"lowest_kept", course.lowest_kept},
                                {"highest_kept", course.highest_kept},
                                {"in_band", course.in_band},
                                {"helmet_from_years", nullptr},
                                {"holds", course.holds()},
                                {"at_end", json_of(course.at_end)},
                                {"renewals", Json::array()}};
    if (course.helmet_years)
        json["helmet_from_years"] = *course.helmet_years;
    json["at_end"]["mean_diameter_mm"] = course.look_at_end->diameter_mm;
    json["at_end"]["cast_delta_e_2000"] = course.look_at_end->zone_cast;
    for (const Renewal& renewal : course.renewals)
        json["renewals"].push_back({{"at_years", renewal.at_years},
                                    {"added_density", renewal.added_density},
                                    {"added_dots_per_cm2", renewal.added_per_cm2},
                                    {"kept_before", renewal.kept_before},
                                    {"kept_after", renewal.kept_after},
                                    {"crowding", json_of(renewal.crowding)}});
    return json;
}

/// Four times a year.
nlohmann::ordered_json way_of(const MaintenanceCourse& course) {
    nlohmann::ordered_json way = Json::array();
    double next = 0.0;
    for (const ToneAt& at : course.way) {
        if (at.years < next)
            continue;
        next = at.years + 0.25;
        way.push_back({{"at_years", at.years},
                       {"kept", at.kept},
                       {"dots_per_cm2", at.crowding.dots_per_cm2},
                       {"share_between", at.crowding.share_between}});
    }
    return way;
}

} // namespace

Maintenance plan_maintenance(treatment::Plan plan, const ink::Library& library, const Skins& skins,
                             const Person& person, const ToneBand& band, const Progress& progress) {
    Upkeep upkeep(std::move(plan), library, skins, person);
    Maintenance maintenance{.band = band, .courses = {}, .best = {}, .nearest = 0};
    for (const double gap : gaps_years) {
        MaintenanceCourse course = course_with(upkeep, band, gap);
        follow(upkeep, band, course);
        judge_course(band, course);
        maintenance.courses.push_back(std::move(course));
        const std::size_t place = maintenance.courses.size() - 1;
        if (better(maintenance.courses[place], maintenance.courses[maintenance.nearest], band))
            maintenance.nearest = place;
        if (progress)
            progress(static_cast<double>(maintenance.courses.size()) / gaps_years.size());
    }
    if (maintenance.courses[maintenance.nearest].holds())
        maintenance.best = maintenance.nearest;
    return maintenance;
}

nlohmann::ordered_json to_json(const Maintenance& maintenance) {
    nlohmann::ordered_json json{
        {"band", {{"low", maintenance.band.low}, {"high", maintenance.band.high}}},
        {"years", maintenance.band.years},
        {"helmet_limit",
         {{"dots_per_cm2", constant::helmet_dots.value}, {"share_between", constant::helmet_between.value}}},
        {"courses", Json::array()}};
    for (const MaintenanceCourse& course : maintenance.courses)
        json["courses"].push_back(json_of(course));
    json["best"] =
        maintenance.best ? json_of(maintenance.courses[*maintenance.best]) : nlohmann::ordered_json(nullptr);
    json["nearest"] = json_of(maintenance.courses[maintenance.nearest]);
    json["nearest"]["way"] = way_of(maintenance.courses[maintenance.nearest]);
    return json;
}

} // namespace healed::study

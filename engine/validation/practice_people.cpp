#include "validation/family.h"

#include "base/file.h"
#include "project/presets.h"
#include "study/findings.h"
#include "study/skins.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace healed::validation {

namespace {

using study::Fate;

constexpr std::size_t patients = 10'000;
constexpr std::size_t patients_of_variant = 4'000;
constexpr std::size_t trial_patients = 120;
constexpr const char* practice = "practice pages, calibration target";

/// The standard treatment and its variants on the same people.
class Clinic {
  public:
    explicit Clinic(Context& context)
        : context_(context), library_(ink::load_library(assets_folder())),
          plan_(project::load_preset(assets_folder(), project::built_in_preset).plan),
          skins_(study::inked_skins(context.device(), assets_folder(), study::types_of({}),
                                    transport::BakeQuality::Draft, [&](double done) { tell(0.7 * done); })) {}

    std::vector<Fate> treat(const study::SetForAll& set, std::size_t count,
                            std::optional<double> resting_depth_mm = {}) {
        treatment::Plan plan = plan_;
        plan.needle.resting_depth_mm = resting_depth_mm.value_or(plan.needle.resting_depth_mm);
        std::vector<Fate> fates = study::run_cohort(study::Judge(plan, library_, skins_), set, count,
                                                    context_.seed(), [](double) {});
        tell(std::min(told_ + 0.07, 1.0));
        return fates;
    }

  private:
    void tell(double done) {
        told_ = done;
        if (context_.progress)
            context_.progress(done);
    }
    Context& context_;
    ink::Library library_;
    treatment::Plan plan_;
    study::Skins skins_;
    double told_ = 0.0;
};

double median_years(const std::vector<Fate>& fates) {
    std::vector<double> years;
    for (const Fate& fate : fates)
        years.push_back(fate.touch_up.years);
    std::sort(years.begin(), years.end());
    return study::quantile(years, 0.5);
}

/// How many of each 120 clients, one after the other, are content at three years.
std::vector<double> content_of_120(const std::vector<Fate>& fates) {
    std::vector<double> counts;
    for (std::size_t first = 0; first + trial_patients <= fates.size(); first += trial_patients)
        counts.push_back(static_cast<double>(
            std::count_if(fates.begin() + static_cast<std::ptrdiff_t>(first),
                          fates.begin() + static_cast<std::ptrdiff_t>(first + trial_patients),
                          [](const Fate& fate) { return fate.touch_up.years > 3.0; })));
    return counts;
}

void add_times(std::vector<Row>& rows, const std::vector<Fate>& fates, const study::Findings& found) {
    const auto add = [&](const std::string& what, double ours, Allowed allowed) {
        rows.push_back({.what = what, .ours = ours, .reference = {}, .allowed = allowed, .source = practice});
    };
    add("T01 share content at 3 years", found.satisfied[2], {.at_least = 0.70, .at_most = 0.76});
    const std::vector<double> counts = content_of_120(fates);
    add("T02 content of 120 at 3 years, mean", study::mean(counts), {.at_least = 78, .at_most = 97});
    const auto inside_band =
        std::count_if(counts.begin(), counts.end(), [](double n) { return n >= 78 && n <= 97; });
    add("T02 trials of 120 with 78 … 97 content",
        static_cast<double>(inside_band) / static_cast<double>(counts.size()), {.at_least = 0.9});
    add("T03 median years to touch-up", found.p50.value, {.at_least = 3.0, .at_most = 7.0});
    add("T03 share back between 3 and 7 years", found.three_to_seven, {.at_least = 0.50});
    add("T04 mean years to touch-up", found.mean.value, {.at_least = 4.0, .at_most = 6.0});
    add("T05 lower quartile, years", found.p25.value, {.at_least = 2.5, .at_most = 3.5});
    add("T05 upper quartile, years", found.p75.value, {.at_least = 5.0, .at_most = 7.0});
    const auto& sun = *found.shares.by_3y_by_uv_quartile;
    add("T06 back by 3 years, most sun over least", sun[3] / sun[0], {.at_least = 2.0});
    add("T07 median years, daily protection over none",
        *found.shares.median_by_protection[2] / *found.shares.median_by_protection[0], {.at_least = 1.3});
    add("T09 contrast kept at half a year, mean", found.kept_at_half_a_year,
        {.at_least = 0.85, .at_most = 0.98});
}

std::vector<Row> rows_of(Context& context) {
    Clinic clinic(context);
    std::vector<Row> rows;
    const std::vector<Fate> fates = clinic.treat({}, patients);
    const study::Findings found = study::findings_of(fates, context.seed());
    add_times(rows, fates, found);
    const study::SetForAll outdoors{.outdoor_fraction = 0.10, .protection = aging::Protection::None};
    rows.push_back({.what = "T08 median years, unprotected outdoor work over all",
                    .ours = median_years(clinic.treat(outdoors, patients_of_variant)) / found.p50.value,
                    .reference = {},
                    .allowed = {.at_most = 0.6},
                    .source = practice});
    rows.push_back({.what = "T23 median years of dots resting at 0.14 mm",
                    .ours = median_years(clinic.treat({}, patients_of_variant, 0.14)),
                    .reference = {},
                    .allowed = {.at_most = 2.0},
                    .source = practice});
    return rows;
}

} // namespace

Family practice_people() {
    return {"practice-people", "ten thousand virtual clients against figures of practice", 60.0, rows_of};
}

} // namespace healed::validation

#include "validation/family.h"

#include "aging/exposure.h"
#include "aging/healing.h"
#include "base/file.h"
#include "project/presets.h"
#include "study/correction.h"
#include "study/skins.h"
#include "treatment/needle.h"

#include <algorithm>
#include <fmt/format.h>

namespace healed::validation {

namespace {

constexpr const char* practice = "practice pages, calibration target";

using Rows = std::vector<Row>;

void add(Rows& rows, const std::string& what, double ours, Allowed allowed) {
    rows.push_back({.what = what, .ours = ours, .reference = {}, .allowed = allowed, .source = practice});
}

/// Whether a plan may wait so many days between its sessions: 1 or 0.
double accepts_gap(const project::Project& project, double days) {
    project::Project waits = project;
    for (std::size_t i = 0; i < waits.plan.sessions.size(); ++i)
        waits.plan.sessions[i].day = days * static_cast<double>(i);
    try {
        JsonReader reader = JsonReader::from_value(project::to_json(waits), "plan");
        return project::from_json(reader).plan.sessions.back().day ==
                       days * static_cast<double>(waits.plan.sessions.size() - 1)
                   ? 1.0
                   : 0.0;
    } catch (const std::exception&) {
        return 0.0;
    }
}

double kept_at_day_60(const aging::Care& care) {
    return aging::healing_stage(60.0, care).kept;
}

/// Each thing that may come too soon: sooner never costs less, and from the advised day on it costs nothing.
void add_care(Rows& rows) {
    struct Habit {
        const char* name;
        double aging::Care::*from_day;
    };
    for (const Habit& habit :
         {Habit{"water", &aging::Care::water_from_day}, Habit{"sweat", &aging::Care::sweat_from_day},
          Habit{"shaving", &aging::Care::shave_from_day},
          Habit{"pool and sun", &aging::Care::pool_from_day}}) {
        double least_gain = 1.0, before = 0.0;
        const double advised_day = aging::Care{}.*habit.from_day;
        for (double day = 0.0; day < advised_day; day += 1.0) {
            aging::Care care;
            care.*habit.from_day = day;
            const double kept = kept_at_day_60(care);
            least_gain = std::min(least_gain, kept - before);
            before = kept;
        }
        aging::Care at_once, late;
        at_once.*habit.from_day = 0.0;
        late.*habit.from_day = advised_day + 5.0;
        add(rows, fmt::format("T20 ink won by a day of patience with {}, least", habit.name), least_gain,
            {.at_least = 0.0});
        add(rows, fmt::format("T20 ink lost by {} at once", habit.name), 1.0 - kept_at_day_60(at_once),
            {.at_least = 0.01, .at_most = 0.20});
        add(rows, fmt::format("T20 ink lost by {} after its day", habit.name), 1.0 - kept_at_day_60(late),
            {.at_least = 0.0, .at_most = 0.0});
    }
}

/// Clearance and dose of one who lives otherwise, over those of the median client.
void add_habits(Rows& rows) {
    const aging::Client median{};
    const double factor = aging::clearance_factor(median), dose = aging::vertex_dose_sed(median);
    aging::Client swims = median, peels = median, outdoors = median;
    swims.swims_per_week = 3.0;
    peels.exfoliant = aging::Frequency::Daily;
    outdoors.outdoor_fraction = 0.10;
    add(rows, "T34 clearance with three swims a week over none", aging::clearance_factor(swims) / factor,
        {.at_least = 1.001});
    add(rows, "T34 clearance with acids every day over none", aging::clearance_factor(peels) / factor,
        {.at_least = 1.2, .at_most = 1.5});
    add(rows, "T34 dose of outdoor work over indoor", aging::vertex_dose_sed(outdoors) / dose,
        {.at_least = 1.001});
}

/// Passes until the zone of a median client is not told from bare skin.
double passes_to_clear(const project::Project& project, const ink::Library& library,
                       const study::Skins& skins, double resting_depth_mm, double density) {
    treatment::Plan plan = project.plan;
    plan.needle.resting_depth_mm = resting_depth_mm;
    for (treatment::ZoneWork& work : plan.zones)
        work.density *= density;
    const study::Person median{.client = {.fitzpatrick = 3},
                               .depth_offset_mm = 0.0,
                               .size_factor = 1.0,
                               .load_factor = 1.0,
                               .taste = 0.0};
    constexpr int most_passes = 16;
    const study::CorrectionTable table =
        study::plan_correction(plan, library, skins, median, {.most_passes = most_passes}, {});
    return table.passes_to_clear().value_or(most_passes + 1);
}

void add_removal(Rows& rows, const project::Project& project, const ink::Library& library,
                 const study::Skins& skins) {
    const auto passes = [&](double depth_mm, double density) {
        return passes_to_clear(project, library, skins, depth_mm, density);
    };
    const double shallow = passes(0.14, 1.0), right = passes(0.27, 1.0),
                 deep = passes(treatment::resting_depth_mm(3.0), 1.0);
    add(rows, "T32 laser passes for dots at 0.14 mm", shallow, {.at_least = 1.0, .at_most = 2.0});
    add(rows, "T32 laser passes for dots at 0.27 mm", right, {.at_least = shallow, .at_most = 10.0});
    add(rows, "T32 laser passes for a setting of 3 mm", deep, {.at_least = right, .at_most = 10.0});
    add(rows, "T32 laser passes at 0.27 mm, half as dense", passes(0.27, 0.5), {.at_most = right});
}

Rows rows_of(Context& context) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = project::load_preset(assets_folder(), project::built_in_preset);
    Rows rows;
    for (const double gap : {28.0, 90.0, 120.0})
        add(rows, fmt::format("T14 a plan may wait {:.0f} days between sessions", gap),
            accepts_gap(project, gap), {.at_least = 1.0});
    add_care(rows);
    add_habits(rows);
    add_removal(rows, project, library,
                study::inked_skins(context.device(), assets_folder(), {3}, transport::BakeQuality::Draft,
                                   context.progress));
    return rows;
}

} // namespace

Family practice_care() {
    return {"practice-care", "care, habits and removal against figures of practice", 10.0, rows_of};
}

} // namespace healed::validation

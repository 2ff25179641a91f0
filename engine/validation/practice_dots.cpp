#include "validation/family.h"

#include "aging/healing.h"
#include "aging/kinetics.h"
#include "aging/size.h"
#include "base/file.h"
#include "ink/mixture.h"
#include "project/presets.h"
#include "study/constants.h"
#include "study/skins.h"
#include "treatment/needle.h"
#include "treatment/treat.h"

#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numbers>

namespace healed::validation {

namespace {

constexpr double days = 1.0 / 365.25;
constexpr const char* practice = "practice pages, calibration target";
constexpr double tattoo_settings_mm[] = {3.0, 5.0};

using Rows = std::vector<Row>;

void add(Rows& rows, const std::string& what, double ours, Allowed allowed) {
    rows.push_back({.what = what, .ours = ours, .reference = {}, .allowed = allowed, .source = practice});
}

void add_healing(Rows& rows) {
    using aging::healing_stage;
    const double fresh = healing_stage(0.0).crust;
    add(rows, "T15 redness at 24 h, Δa*", healing_stage(1.0).redness, {.at_least = 1.5, .at_most = 4.0});
    add(rows, "T15 redness at 48 h, Δa*", healing_stage(2.0).redness, {.at_most = 1.5});
    add(rows, "T16 crust on day 7 over day 0", healing_stage(7.0).crust / fresh, {.at_most = 0.25});
    add(rows, "T16 crust on day 10 over day 0", healing_stage(10.0).crust / fresh, {.at_most = 0.01});
    add(rows, "T17 crust and redness on day 10 over day 0",
        (healing_stage(10.0).crust + healing_stage(10.0).redness) / (fresh + healing_stage(0.0).redness),
        {.at_most = 0.05});
    add(rows, "T18 crust on day 4 over day 0", healing_stage(4.0).crust / fresh, {.at_least = 0.6});
    add(rows, "T18 crust on day 10 over day 0", healing_stage(10.0).crust / fresh, {.at_most = 0.05});
}

/// Years in which half of the ink at a depth goes, without sun.
double half_life_years(double depth_mm) {
    return std::numbers::ln2 / aging::clearance_per_year(depth_mm);
}

void add_needles(Rows& rows) {
    for (const double setting : {1.0, 2.0}) {
        const double depth = treatment::resting_depth_mm(setting);
        add(rows, fmt::format("T21 resting depth at a setting of {} mm, mm", setting), depth,
            {.at_least = 0.19, .at_most = 0.38});
        add(rows, fmt::format("T21 half-life at a setting of {} mm, years", setting), half_life_years(depth),
            {.at_least = 2.5, .at_most = 11.0});
    }
    for (const double setting : tattoo_settings_mm)
        add(rows, fmt::format("T22 half-life at a setting of {} mm, years", setting),
            half_life_years(treatment::resting_depth_mm(setting)), {.at_least = 15.0});
    add(rows, "T24 healed size ratio at 0.55 over 0.27 mm",
        aging::healed_size_ratio(0.55) / aging::healed_size_ratio(0.27), {.at_least = 2.5});
    for (const int points : {5, 14})
        add(rows, fmt::format("T25 footprint of {} points over 3", points),
            treatment::footprint_mm(points) / treatment::footprint_mm(3), {.at_least = 1.7});
}

void add_protocol(Rows& rows, const project::Project& project, const ink::Library& library) {
    const std::vector<treatment::Session>& sessions = project.plan.sessions;
    add(rows, "T11 sessions of the built-in plan", static_cast<double>(sessions.size()),
        {.at_least = 3.0, .at_most = 4.0});
    // Pages differ: one asks for one to two weeks, another for one to four.
    add(rows, "T11 days before session 2", sessions[1].day - sessions[0].day,
        {.at_least = 7.0, .at_most = 14.0});
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        add(rows, fmt::format("T12 days before session {}", i + 1), sessions[i].day - sessions[i - 1].day,
            {.at_least = 7.0, .at_most = 28.0});
        add(rows, fmt::format("T13 ink a dot, session {} over the one before", i + 1),
            sessions[i].shade / sessions[i - 1].shade, {.at_least = 1.0});
    }
    const treatment::Treatment treated = treatment::treat(head::built_in_head(), project.plan, library);
    add(rows, "T33 dots on a head", static_cast<double>(treated.dots.size()),
        {.at_least = 10'000.0, .at_most = 60'000.0});
}

/// The built-in plan in one median client of a skin.
class Bench {
  public:
    Bench(const project::Project& project, const ink::Library& library, study::Skins skins)
        : plan_(project.plan), library_(library), skins_(std::move(skins)) {}

    struct Trial {
        std::string ink;
        double resting_depth_mm = study::constant::right_depth;
        aging::Client client;
        bool scattered = true; ///< depth differs from dot to dot
    };
    study::ZoneLook look(const Trial& trial, double years) const {
        treatment::Plan plan = plan_;
        plan.needle.resting_depth_mm = trial.resting_depth_mm;
        plan.hand.depth_sd_mm *= trial.scattered ? 1.0 : 0.0;
        for (treatment::Session& session : plan.sessions)
            session.ink = trial.ink;
        const study::Judge judge(plan, library_, skins_);
        const study::Prospect prospect(judge, {.client = trial.client,
                                               .depth_offset_mm = 0.0,
                                               .size_factor = 1.0,
                                               .load_factor = 1.0,
                                               .taste = 0.0});
        return prospect.at(years);
    }

  private:
    treatment::Plan plan_;
    const ink::Library& library_;
    study::Skins skins_;
};

constexpr const char* carbon = "smp-carbon";

/// A client of type II whose vertex gets this dose a year.
aging::Client under_sun(double sed_per_year) {
    return {.ambient_sed_per_year = sed_per_year / (0.03 * 2.0),
            .outdoor_fraction = 0.03,
            .protection = aging::Protection::None,
            .fitzpatrick = 2};
}

void add_settling(Rows& rows, const Bench& bench) {
    const Bench::Trial trial{.ink = carbon};
    const double settled = bench.look(trial, 42.0 * days).contrast;
    double widest = 0.0;
    for (const double day : {28.0, 30.0, 33.0, 36.0, 39.0, 42.0})
        widest = std::max(widest, std::abs((1.0 - aging::healing_stage(day).veil) *
                                               bench.look(trial, day * days).contrast / settled -
                                           1.0));
    add(rows, "T19 contrast from day 28 on, off that of day 42", widest, {.at_most = 0.05});
    const double day_0 = 1e-4 * days, day_30 = 30.0 * days;
    const Bench::Trial shallow{.ink = carbon, .resting_depth_mm = 0.14};
    add(rows, "T23 ink of dots at 0.14 mm on day 30",
        bench.look(shallow, day_30).ink_ng_per_mm2 / bench.look(shallow, day_0).ink_ng_per_mm2 *
            (1.0 - aging::healing_stage(0.0).crust),
        {.at_most = 0.5});
}

void add_depth(Rows& rows, const Bench& bench) {
    const char* names[] = {"I", "II", "III", "IV", "V", "VI"};
    for (const double setting : tattoo_settings_mm)
        for (int type = 1; type <= 6; ++type) {
            const aging::Client client{.fitzpatrick = type};
            const study::ZoneLook right = bench.look({.ink = carbon, .client = client}, 30.0 * days);
            const study::ZoneLook deep = bench.look(
                {.ink = carbon, .resting_depth_mm = treatment::resting_depth_mm(setting), .client = client},
                30.0 * days);
            const std::string where = fmt::format("setting {} mm, type {}", setting, names[type - 1]);
            if (type == 3)
                add(rows, "T22 dot over the right one, " + where, deep.diameter_mm / right.diameter_mm,
                    {.at_least = 1.8});
            // Melanin above the ink takes the blue light that would tell: shown there, not asked.
            const bool dark = type > 3;
            add(rows, "T22 blueness over the right one, " + where + (dark ? " (under melanin)" : ""),
                deep.blueness / right.blueness,
                dark ? Allowed{.informative = true} : Allowed{.at_least = 1.2});
        }
}

void add_hues(Rows& rows, const Bench& bench) {
    const double day_30 = 30.0 * days;
    for (const double sed : {150.0, 600.0}) {
        const Bench::Trial trial{.ink = carbon, .client = under_sun(sed), .scattered = false};
        add(rows, fmt::format("T27 blueness of carbon after 7 years over day 30, {} SED/y", sed),
            bench.look(trial, 7.0).blueness / bench.look(trial, day_30).blueness,
            {.at_least = 0.9, .at_most = 1.1});
    }
    for (const char* ink : {"process-black-three", "process-black-blue-orange"}) {
        const Bench::Trial average{.ink = ink, .client = under_sun(150.0)},
            sunny{.ink = ink, .client = under_sun(600.0)};
        const auto named = [&](const char* what) { return fmt::format("T26 {}, {}", what, ink); };
        add(rows, named("cast of dots after 3 years, ΔE2000"), bench.look(average, 3.0).dot_cast,
            {.at_least = 2.0});
        add(rows, named("cast of dots after 5 years, ΔE2000"), bench.look(average, 5.0).dot_cast,
            {.at_least = 3.0});
        add(rows, named("cast of dots after 1 sunny year, ΔE2000"), bench.look(sunny, 1.0).dot_cast,
            {.at_least = 1.0});
        const study::ZoneLook look = bench.look(average, 5.0);
        add(rows, named("Δa* to carbon after 5 years"), look.lab.a - look.neutral.a, {.at_most = 0.0});
    }
    const study::ZoneLook violet = bench.look({.ink = "violet-black", .client = under_sun(150.0)}, 3.0);
    add(rows, "T28 Δa* of violet black to carbon after 3 years", violet.lab.a - violet.neutral.a,
        {.at_least = 0.0});
    add(rows, "T28 Δb* of violet black to carbon after 3 years", violet.lab.b - violet.neutral.b,
        {.at_most = 0.0});
}

/// Chroma of an ink alone, in a film that lets half of the light at 550 nm come back from white.
void add_palette(Rows& rows, const ink::Library& library) {
    const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    for (const char* name : {"smp-carbon-light", "smp-carbon", "smp-carbon-dark"}) {
        const color::Spectrum absorption = ink::absorption_m2_per_g(library, library.ink(name).components);
        const double at_550 = color::value_at(absorption, 550.0);
        color::Spectrum film;
        for (std::size_t i = 0; i < film.size(); ++i)
            film[i] = std::pow(0.5, absorption[i] / at_550);
        const color::Lab lab = color::lab_from_xyz(viewing.xyz(film), viewing.white());
        add(rows, fmt::format("T30 chroma of {} alone, C*ab", name), std::hypot(lab.a, lab.b),
            {.at_most = 6.0});
    }
}

Rows rows_of(Context& context) {
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = project::load_preset(assets_folder(), project::built_in_preset);
    Rows rows;
    add_healing(rows);
    add_needles(rows);
    add_palette(rows, library);
    add_protocol(rows, project, library);
    const Bench bench(project, library,
                      study::inked_skins(context.device(), assets_folder(), study::types_of({}),
                                         transport::BakeQuality::Draft, context.progress));
    add_settling(rows, bench);
    add_depth(rows, bench);
    add_hues(rows, bench);
    return rows;
}

} // namespace

Family practice_dots() {
    return {"practice-dots", "healing, depth, needles and hues of dots against figures of practice", 30.0,
            rows_of};
}

} // namespace healed::validation

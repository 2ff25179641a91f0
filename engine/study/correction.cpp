#include "study/correction.h"

#include "study/constants.h"

#include <algorithm>
#include <cmath>

namespace healed::study {

namespace {

constexpr double days_per_year = 365.25, months_per_year = 12.0;
constexpr double blend_shade = 0.4;
constexpr double enough = 0.5; // ΔE2000: closer to the best nobody looks
/// Of common lasers for tattoos: doubled Nd:YAG, alexandrite, Nd:YAG.
constexpr std::array wavelengths_nm{532.0, 755.0, 1064.0};
constexpr std::array densities{0.05, 0.1, 0.2, 0.3, 0.45, 0.65, 0.8, 1.0};

/// What is tried: passes of one wavelength, then new dots or none.
struct Trial {
    int passes = 0;
    double wavelength_nm = 0.0;
    double added_density = 0.0;
    double shade = 1.0;
};

class Workbench {
  public:
    Workbench(treatment::Plan plan, const ink::Library& library, const Skins& skins, const Person& person,
              const CorrectionRequest& request)
        : plan_(std::move(plan)), library_(library), skins_(skins), person_(person), request_(request) {
        plan_.touch_ups.clear();
        plan_.laser_passes.clear();
    }

    const color::Lab& bare() const { return skin().bare; }

    color::Lab wanted() const {
        treatment::Plan right = plan_;
        right.needle.resting_depth_mm = request_.wanted_depth_mm;
        right.needle.footprint_mm = treatment::Needle{}.footprint_mm;
        for (treatment::Session& session : right.sessions)
            session.ink = request_.wanted_ink;
        const Judge judge(right, library_, skins_);
        return Prospect(judge, right_person()).healed().lab;
    }

    double end_years(const Trial& trial) const {
        const double waits = trial.passes - 1 + (trial.added_density > 0.0 ? 1 : 0);
        const double last = request_.start_years +
                            (trial.passes > 0 ? waits * request_.between_passes_d / days_per_year : 0.0);
        return last + (trial.passes > 0 && trial.added_density == 0.0
                           ? request_.between_passes_d / days_per_year
                           : healed_years);
    }

    Correction result(Remedy remedy, const Trial& trial, const color::Lab& wanted) const {
        const treatment::Plan plan = with(trial);
        const Judge judge(plan, library_, skins_);
        const Prospect prospect(judge, person_);
        const double end = end_years(trial);
        const ZoneLook look = prospect.at(end);
        const bool seen = look.contrast > constant::least_seen;
        return {.remedy = remedy,
                .passes = trial.passes,
                .wavelength_nm = trial.wavelength_nm,
                .added_density = trial.added_density,
                .months = remedy == Remedy::Leave ? 0.0 : months_per_year * (end - request_.start_years),
                .look = look,
                .residue = color::delta_e_2000(look.lab, wanted),
                .dots_too_wide = seen && look.diameter_mm > constant::largest_dot,
                .too_blue = seen && look.blueness > constant::bluest * judge.right_blueness(person_.client)};
    }

    ZoneLook start() const {
        const Judge judge(plan_, library_, skins_);
        return Prospect(judge, person_).at(request_.start_years);
    }

  private:
    const InkedSkin& skin() const {
        return *skins_[static_cast<std::size_t>(person_.client.fitzpatrick - 1)];
    }
    /// The hand that corrects sets dots where they belong.
    Person right_person() const {
        Person right = person_;
        right.depth_offset_mm = 0.0;
        right.size_factor = right.load_factor = 1.0;
        return right;
    }
    treatment::Plan with(const Trial& trial) const {
        treatment::Plan plan = plan_;
        const double step = request_.between_passes_d / days_per_year;
        for (int pass = 0; pass < trial.passes; ++pass)
            plan.laser_passes.push_back(
                {.at_years = request_.start_years + step * pass, .wavelength_nm = trial.wavelength_nm});
        if (trial.added_density > 0.0)
            plan.touch_ups.push_back({.at_years = end_years(trial) - healed_years,
                                      .added_density = trial.added_density,
                                      .ink = request_.wanted_ink,
                                      .shade = trial.shade,
                                      .resting_depth_mm = request_.wanted_depth_mm,
                                      .footprint_mm = treatment::Needle{}.footprint_mm,
                                      .correction = true});
        return plan;
    }

    treatment::Plan plan_;
    const ink::Library& library_;
    const Skins& skins_;
    const Person& person_;
    const CorrectionRequest& request_;
};

std::vector<Trial> passes_up_to(int most) {
    std::vector<Trial> trials;
    for (int passes = 1; passes <= most; ++passes)
        for (const double wavelength : wavelengths_nm)
            trials.push_back({.passes = passes, .wavelength_nm = wavelength});
    return trials;
}

std::vector<Trial> each_with_dots(const std::vector<Trial>& before, double shade) {
    std::vector<Trial> trials;
    for (Trial trial : before)
        for (const double density : densities) {
            trial.added_density = density;
            trial.shade = shade;
            trials.push_back(trial);
        }
    return trials;
}

/// Trials stand in order of their passes: the first that comes close to the best.
Correction best_of(const Workbench& bench, Remedy remedy, const std::vector<Trial>& trials,
                   const color::Lab& wanted) {
    std::vector<Correction> all;
    for (const Trial& trial : trials)
        all.push_back(bench.result(remedy, trial, wanted));
    const auto closer = [](const Correction& a, const Correction& b) { return a.residue < b.residue; };
    const double best = std::min_element(all.begin(), all.end(), closer)->residue;
    const int fewest = std::find_if(all.begin(), all.end(), [&](const Correction& row) {
                           return row.residue <= best + enough;
                       })->passes;
    const auto end =
        std::partition(all.begin(), all.end(), [&](const Correction& row) { return row.passes == fewest; });
    return *std::min_element(all.begin(), end, closer);
}

std::vector<LaserStep> pass_by_pass(const Workbench& bench, int most) {
    std::vector<LaserStep> steps;
    for (int passes = 1; passes <= most; ++passes) {
        LaserStep step{.passes = passes, .wavelength_nm = 0.0, .months = 0.0, .residue = 1e9};
        for (const double wavelength : wavelengths_nm) {
            const Correction now =
                bench.result(Remedy::Laser, {.passes = passes, .wavelength_nm = wavelength}, bench.bare());
            if (now.residue < step.residue)
                step = {passes, wavelength, now.months, now.residue};
        }
        steps.push_back(step);
    }
    return steps;
}

} // namespace

std::optional<int> CorrectionTable::passes_to_clear() const {
    const auto clear = std::find_if(laser.begin(), laser.end(), [](const LaserStep& step) {
        return step.residue <= constant::least_seen;
    });
    return clear == laser.end() ? std::nullopt : std::optional(clear->passes);
}

CorrectionTable plan_correction(treatment::Plan plan, const ink::Library& library, const Skins& skins,
                                const Person& person, const CorrectionRequest& request,
                                const Progress& progress) {
    const Workbench bench(std::move(plan), library, skins, person, request);
    CorrectionTable table{.request = request,
                          .start = bench.start(),
                          .wanted = bench.wanted(),
                          .bare = bench.bare(),
                          .rows = {},
                          .laser = pass_by_pass(bench, request.most_passes)};
    const std::vector<Trial> none{{}}, passes = passes_up_to(request.most_passes);
    const struct {
        Remedy remedy;
        std::vector<Trial> trials;
        color::Lab wanted;
    } ways[] = {{Remedy::Leave, none, table.wanted},
                {Remedy::Laser, passes, table.bare},
                {Remedy::Blend, each_with_dots(none, blend_shade), table.wanted},
                {Remedy::Reline, each_with_dots(none, 1.0), table.wanted},
                {Remedy::LaserAndReline, each_with_dots(passes, 1.0), table.wanted}};
    for (const auto& way : ways) {
        table.rows.push_back(best_of(bench, way.remedy, way.trials, way.wanted));
        if (progress)
            progress(static_cast<double>(table.rows.size()) / static_cast<double>(std::size(ways)));
    }
    return table;
}

nlohmann::ordered_json to_json(const CorrectionTable& table) {
    const auto lab = [](const color::Lab& of) { return Json{of.l, of.a, of.b}; };
    nlohmann::ordered_json json{{"start_years", table.request.start_years},
                                {"start_lab", lab(table.start.lab)},
                                {"wanted_lab", lab(table.wanted)},
                                {"bare_lab", lab(table.bare)},
                                {"remedies", Json::array()}};
    for (const Correction& row : table.rows)
        json["remedies"].push_back(
            {{"remedy", remedy_words[static_cast<std::size_t>(row.remedy)]},
             {"passes", row.passes},
             {"wavelength_nm", row.wavelength_nm},
             {"added_density", row.added_density},
             {"months", row.months},
             {"zone_lab", lab(row.look.lab)},
             {"residue_delta_e_2000", row.residue},
             {"against", row.remedy == Remedy::Laser ? "bare skin" : "right treatment"},
             {"mean_diameter_mm", row.look.diameter_mm},
             {"dots_too_wide", row.dots_too_wide},
             {"blueness", row.look.blueness},
             {"too_blue", row.too_blue}});
    for (const LaserStep& step : table.laser)
        json["laser_pass_by_pass"].push_back({{"passes", step.passes},
                                              {"wavelength_nm", step.wavelength_nm},
                                              {"months", step.months},
                                              {"residue_delta_e_2000", step.residue}});
    json["passes_to_clear"] = table.passes_to_clear() ? Json(*table.passes_to_clear()) : Json(nullptr);
    return json;
}

} // namespace healed::study

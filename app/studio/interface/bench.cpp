#include "interface/bench.h"

#include "aging/carry_out.h"
#include "base/file.h"
#include "portfolio/own_client.h"
#include "project/heads.h"
#include "study/skins.h"
#include "study/typical_dots.h"
#include "transport/skin_tables.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr std::uint64_t forecast_draws = 150;
/// The window's own plan, and right beside wrong.
constexpr std::size_t most_carried_out = 3;
constexpr std::array<double, 3> swatch_years{healed_years, 3.0, 7.0};

/// What swatches depend on beside the ink: the skin, the habits and how deep the needle goes.
std::string swatch_key(const project::Project& project) {
    const Json json = project::to_json(project);
    return json["skin"].dump() + json["client"].dump() + json["plan"]["needle"].dump();
}

std::map<std::string, InkYears> swatches(Bench& bench, const study::Skins& skins,
                                         const project::Project& project, const Progress& progress) {
    std::map<std::string, InkYears> all;
    for (const auto& [name, ink] : bench.library().inks) {
        project::Project variant = project;
        for (treatment::Session& session : variant.plan.sessions)
            session.ink = name;
        variant.plan.touch_ups.clear();
        const study::Judge judge(variant.plan, bench.library(), skins);
        const study::Prospect prospect(judge, portfolio::own_person(variant));
        InkYears& years = all[name];
        for (std::size_t i = 0; i < years.size(); ++i)
            years[i] = prospect.at(swatch_years[i]).lab;
        progress(0.3 +
                 0.7 * static_cast<double>(all.size()) / static_cast<double>(bench.library().inks.size()));
    }
    return all;
}

} // namespace

Bench::CarriedOut::CarriedOut(const gpu::Device& device, const Plan& wanted, const ink::Library& library,
                              const Progress& progress)
    : plan(wanted), head(project::head_of(*plan)),
      treatment(aging::carry_out(head, plan->plan, library, plan->client)),
      tables(transport::cached_skin_tables(device,
                                           skin::Skin(plan->skin, skin::load_haemoglobin(assets_folder())),
                                           transport::BakeQuality::Draft, progress)
                 .dots),
      work(*plan, library, head, treatment, tables) {}

const portfolio::Work& Bench::work_of(const gpu::Device& device, const Plan& plan, const Progress& progress) {
    const auto found = std::ranges::find(carried_out_, plan, &CarriedOut::plan);
    if (found != carried_out_.end()) {
        carried_out_.splice(carried_out_.begin(), carried_out_, found);
    } else {
        carried_out_.emplace_front(device, plan, library_, progress);
        if (carried_out_.size() > most_carried_out)
            carried_out_.pop_back();
    }
    return carried_out_.front().work;
}

const study::Skins& Bench::skins_of(const gpu::Device& device, const project::Project& project,
                                    const Progress& progress) {
    const Json json = project::to_json(project);
    const std::string key = json["skin"].dump() + std::to_string(project.client.fitzpatrick);
    if (key != skins_for_) {
        skins_ = portfolio::own_skin(device, project, progress);
        skins_for_ = key;
    }
    return skins_;
}

void renew_bench(Studio& studio) {
    studio.bench = std::make_shared<Bench>(studio.catalogue.library);
    studio.answers = std::make_shared<Answers>();
}

void ask_swatches(Studio& studio) {
    const std::string key = swatch_key(*studio.work());
    if (!studio.errands || studio.answers->swatches_for == key)
        return;
    studio.answers->swatches_for = key;
    studio.errands->send("swatches", [&studio, plan = studio.work(), bench = studio.bench](
                                         const gpu::Device& device, const Progress& progress) {
        const study::Skins& skins =
            bench->skins_of(device, *plan, [&](double done) { progress(0.3 * done); });
        return
            [&studio, found = swatches(*bench, skins, *plan, progress)] { studio.answers->swatches = found; };
    });
}

void ask_forecast(Studio& studio) {
    Answers& answers = *studio.answers;
    if (!studio.errands || answers.forecast_of == studio.work())
        return;
    answers.forecast_of = studio.work();
    studio.errands->send("forecast", [&studio, plan = answers.forecast_of, bench = studio.bench](
                                         const gpu::Device& device, const Progress& progress) {
        const study::Skins& skins =
            bench->skins_of(device, *plan, [&](double done) { progress(0.3 * done); });
        const study::Judge judge(plan->plan, bench->library(), skins);
        const std::vector<double> years(answered_years.begin(), answered_years.end());
        study::Forecast forecast =
            study::forecast(judge, plan->client, years, forecast_draws, plan->plan.seed,
                            [&](double done) { progress(0.3 + 0.7 * done); });
        const study::TouchUp own = study::Prospect(judge, portfolio::own_person(*plan)).touch_up();
        return [&studio, forecast = std::move(forecast), own] {
            studio.answers->forecast = forecast;
            studio.answers->touch_up_cause =
                own.lasts ? "" : study::cause_words[static_cast<std::size_t>(own.cause)];
        };
    });
}

void ask_blues(Studio& studio) {
    Answers& answers = *studio.answers;
    if (!studio.errands || answers.blues_of == studio.work())
        return;
    answers.blues_of = studio.work();
    studio.errands->send("blues", [&studio, plan = answers.blues_of, bench = studio.bench](
                                      const gpu::Device& device, const Progress& progress) {
        const portfolio::Work& work =
            bench->work_of(device, plan, [&](double done) { progress(0.5 * done); });
        std::vector<BluesAt> found;
        const study::Region region{work.core.dots, work.course, work.inks,
                                   std::max(work.core.area_mm2, 1e-3)};
        for (const double years : answered_years) {
            if (work.core.dots.empty())
                break;
            found.push_back({years, study::two_blues(work.grid, work.skin, region, years)});
            progress(0.5 + 0.5 * static_cast<double>(found.size()) / answered_years.size());
        }
        return [&studio, found = std::move(found)] { studio.answers->blues = found; };
    });
}

} // namespace healed::studio

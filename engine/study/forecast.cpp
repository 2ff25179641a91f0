#include "study/forecast.h"

#include "base/parallel.h"
#include "study/quantiles.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace healed::study {

namespace {

constexpr std::array<double, 3> tenths{0.1, 0.5, 0.9};

/// All that one draw shows.
struct Shown {
    Person person;
    ZoneLook healed;
    std::vector<ZoneLook> looks; ///< one a time
    TouchUp touch_up;
};

template <typename Value>
Tenths tenths_of(const std::vector<Shown>& all, Value value) {
    std::vector<double> values;
    values.reserve(all.size());
    for (const Shown& shown : all)
        values.push_back(value(shown));
    std::sort(values.begin(), values.end());
    return {quantile(values, tenths[0]), quantile(values, tenths[1]), quantile(values, tenths[2])};
}

ForecastAt forecast_at(const std::vector<Shown>& all, std::size_t time, double years) {
    const auto of = [&](double ZoneLook::*figure) {
        return tenths_of(all, [&](const Shown& shown) { return shown.looks[time].*figure; });
    };
    return {.years = years,
            .contrast = of(&ZoneLook::contrast),
            .kept_contrast = tenths_of(all,
                                       [&](const Shown& shown) {
                                           return shown.looks[time].contrast /
                                                  std::max(shown.healed.contrast, 1e-9);
                                       }),
            .ink_ng_per_mm2 = of(&ZoneLook::ink_ng_per_mm2),
            .diameter_mm = of(&ZoneLook::diameter_mm),
            .zone_cast = of(&ZoneLook::zone_cast),
            .dot_cast = of(&ZoneLook::dot_cast),
            .blueness = of(&ZoneLook::blueness),
            .lab = {}};
}

/// The draws at the quantiles of the contrast at the last time.
std::array<std::size_t, 3> typical_draws(const std::vector<Shown>& all) {
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return all[a].looks.back().contrast < all[b].looks.back().contrast;
    });
    std::array<std::size_t, 3> draws;
    for (std::size_t i = 0; i < draws.size(); ++i)
        draws[i] = order[static_cast<std::size_t>(tenths[i] * static_cast<double>(order.size() - 1) + 0.5)];
    return draws;
}

nlohmann::ordered_json json_of(const Tenths& figure) {
    return {{"p10", figure.p10}, {"p50", figure.p50}, {"p90", figure.p90}};
}

nlohmann::ordered_json json_of(const Future& future) {
    return {{"draw", future.draw},
            {"immune_factor", future.person.client.immune_factor},
            {"outdoor_fraction", future.person.client.outdoor_fraction},
            {"depth_offset_mm", future.person.depth_offset_mm},
            {"size_factor", future.person.size_factor},
            {"load_factor", future.person.load_factor}};
}

} // namespace

Forecast forecast(const Judge& judge, const aging::Client& client, const std::vector<double>& years,
                  std::uint64_t draws, std::uint64_t seed, const Progress& progress) {
    assert(draws >= 10 && !years.empty());
    std::vector<Shown> all(draws);
    constexpr std::size_t draws_a_round = 128;
    for (std::size_t first = 0; first < draws; first += draws_a_round) {
        const std::size_t count = std::min(draws_a_round, draws - first);
        parallel_for(count, 8, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = first + begin; i < first + end; ++i) {
                const Prospect prospect(judge, draw_person_like(client, seed, i));
                all[i] = {.person = draw_person_like(client, seed, i),
                          .healed = prospect.healed(),
                          .looks = {},
                          .touch_up = prospect.touch_up()};
                for (const double year : years)
                    all[i].looks.push_back(prospect.at(year));
            }
        });
        if (progress)
            progress(static_cast<double>(first + count) / static_cast<double>(draws));
    }
    Forecast result{.draws = draws,
                    .times = {},
                    .touch_up_years = tenths_of(all, [](const Shown& shown) { return shown.touch_up.years; }),
                    .lasting_share = static_cast<double>(std::count_if(
                                         all.begin(), all.end(),
                                         [](const Shown& shown) { return shown.touch_up.lasts; })) /
                                     static_cast<double>(draws),
                    .futures = {}};
    const std::array<std::size_t, 3> typical = typical_draws(all);
    for (std::size_t i = 0; i < typical.size(); ++i)
        result.futures[i] = {all[typical[i]].person, typical[i]};
    for (std::size_t time = 0; time < years.size(); ++time) {
        result.times.push_back(forecast_at(all, time, years[time]));
        for (std::size_t i = 0; i < typical.size(); ++i)
            result.times.back().lab[i] = all[typical[i]].looks[time].lab;
    }
    return result;
}

nlohmann::ordered_json to_json(const Forecast& forecast) {
    nlohmann::ordered_json json{{"draws", forecast.draws}, {"times", Json::array()}};
    const char* names[] = {"p10", "p50", "p90"};
    for (const ForecastAt& at : forecast.times) {
        nlohmann::ordered_json moment{{"at_years", at.years},
                                      {"contrast_delta_e_2000", json_of(at.contrast)},
                                      {"contrast_kept", json_of(at.kept_contrast)},
                                      {"ink_ng_per_mm2", json_of(at.ink_ng_per_mm2)},
                                      {"mean_diameter_mm", json_of(at.diameter_mm)},
                                      {"cast_delta_e_2000", json_of(at.zone_cast)},
                                      {"dot_cast_delta_e_2000", json_of(at.dot_cast)},
                                      {"blueness", json_of(at.blueness)}};
        for (std::size_t i = 0; i < at.lab.size(); ++i)
            moment["zone_lab"][names[i]] = {at.lab[i].l, at.lab[i].a, at.lab[i].b};
        json["times"].push_back(moment);
    }
    json["touch_up_years"] = json_of(forecast.touch_up_years);
    json["horizon_years"] = horizon_years;
    json["lasting_share"] = forecast.lasting_share;
    for (std::size_t i = 0; i < forecast.futures.size(); ++i)
        json["futures"][names[i]] = json_of(forecast.futures[i]);
    return json;
}

} // namespace healed::study

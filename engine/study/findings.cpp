#include "study/findings.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <numeric>

namespace healed::study {

namespace {

constexpr std::array<std::string_view, 3> protection_words{"none", "occasional", "daily"};

std::string_view word(aging::Protection protection) {
    return protection_words[static_cast<std::size_t>(protection)];
}

std::vector<double> touch_up_years(const std::vector<Fate>& fates) {
    std::vector<double> years;
    years.reserve(fates.size());
    for (const Fate& fate : fates)
        years.push_back(fate.touch_up.years);
    return years;
}

template <typename Holds>
double share(const std::vector<Fate>& fates, Holds holds) {
    return static_cast<double>(std::count_if(fates.begin(), fates.end(), holds)) /
           static_cast<double>(fates.size());
}

std::array<double, cause_count> failure_share(const std::vector<Fate>& fates) {
    std::array<double, cause_count> counts{};
    for (const Fate& fate : fates)
        if (!fate.touch_up.lasts)
            counts[static_cast<std::size_t>(fate.touch_up.cause)] += 1.0;
    const double all = std::max(std::accumulate(counts.begin(), counts.end(), 0.0), 1.0);
    for (double& count : counts)
        count /= all;
    return counts;
}

std::optional<std::array<double, 4>> by_uv_quartile(const std::vector<Fate>& fates) {
    std::array<double, 4> back{};
    if (fates.size() < back.size())
        return std::nullopt;
    std::vector<std::size_t> order(fates.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return fates[a].sed_per_year < fates[b].sed_per_year;
    });
    for (std::size_t quarter = 0; quarter < back.size(); ++quarter) {
        const std::size_t begin = quarter * order.size() / 4, end = (quarter + 1) * order.size() / 4;
        for (std::size_t i = begin; i < end; ++i)
            back[quarter] += fates[order[i]].touch_up.years <= 3.0 ? 1.0 : 0.0;
        back[quarter] /= static_cast<double>(end - begin);
    }
    return back;
}

std::optional<double> median_of(const std::vector<Fate>& fates, aging::Protection protection) {
    std::vector<double> years;
    for (const Fate& fate : fates)
        if (fate.person.client.protection == protection)
            years.push_back(fate.touch_up.years);
    if (years.empty())
        return std::nullopt;
    std::sort(years.begin(), years.end());
    return quantile(years, 0.5);
}

Json band(const Banded& figure) {
    return Json{figure.low, figure.high};
}

} // namespace

Shares shares_of(const std::vector<Fate>& fates) {
    Shares shares{.failure = failure_share(fates),
                  .by_3y_by_uv_quartile = by_uv_quartile(fates),
                  .median_by_protection = {}};
    for (std::size_t i = 0; i < shares.median_by_protection.size(); ++i)
        shares.median_by_protection[i] = median_of(fates, static_cast<aging::Protection>(i));
    return shares;
}

Findings findings_of(const std::vector<Fate>& fates, std::uint64_t seed) {
    assert(!fates.empty());
    const auto at = [](double p) {
        return [p](std::span<const double> sorted) { return quantile(sorted, p); };
    };
    const std::vector<Figure> figures{mean, at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)};
    const std::vector<Banded> banded = bootstrap(touch_up_years(fates), figures, seed);
    Findings found{
        .patients = fates.size(),
        .satisfied = {},
        .mean = banded[0],
        .p5 = banded[1],
        .p25 = banded[2],
        .p50 = banded[3],
        .p75 = banded[4],
        .p95 = banded[5],
        .three_to_seven = share(
            fates, [](const Fate& fate) { return fate.touch_up.years > 3.0 && fate.touch_up.years < 7.0; }),
        .lasting_share = share(fates, [](const Fate& fate) { return fate.touch_up.lasts; }),
        .kept_at_half_a_year = 0.0,
        .shares = shares_of(fates)};
    for (std::size_t year = 1; year <= found.satisfied.size(); ++year)
        found.satisfied[year - 1] = share(
            fates, [year](const Fate& fate) { return fate.touch_up.years > static_cast<double>(year); });
    for (const Fate& fate : fates)
        found.kept_at_half_a_year += fate.kept_at_half_a_year / static_cast<double>(fates.size());
    return found;
}

nlohmann::ordered_json to_json(const Findings& found) {
    nlohmann::ordered_json json{{"patients", found.patients}};
    for (std::size_t year = 1; year <= found.satisfied.size(); ++year)
        json["satisfied_at_years"][std::to_string(year)] = found.satisfied[year - 1];
    json["touch_up_years"] = {{"mean", found.mean.value}, {"p5", found.p5.value},   {"p25", found.p25.value},
                              {"p50", found.p50.value},   {"p75", found.p75.value}, {"p95", found.p95.value}};
    json["touch_up_years_band_90"] = {{"mean", band(found.mean)}, {"p5", band(found.p5)},
                                      {"p25", band(found.p25)},   {"p50", band(found.p50)},
                                      {"p75", band(found.p75)},   {"p95", band(found.p95)}};
    json["share_between_3_and_7_years"] = found.three_to_seven;
    json["horizon_years"] = horizon_years;
    json["lasting_share"] = found.lasting_share;
    json["contrast_kept_at_half_a_year"] = found.kept_at_half_a_year;
    for (std::size_t i = 0; i < cause_count; ++i)
        json["failure_share"][std::string(cause_words[i])] = found.shares.failure[i];
    json["touch_up_by_3y_by_uv_quartile"] =
        found.shares.by_3y_by_uv_quartile ? Json(*found.shares.by_3y_by_uv_quartile) : Json(nullptr);
    for (std::size_t i = 0; i < protection_words.size(); ++i)
        json["median_years_by_protection"][std::string(protection_words[i])] =
            found.shares.median_by_protection[i] ? Json(*found.shares.median_by_protection[i])
                                                 : Json(nullptr);
    return json;
}

std::string to_csv(const std::vector<Fate>& fates) {
    std::string csv =
        "client,fitzpatrick,age_years,immune_factor,oil_factor,smoker,ambient_sed_per_year,"
        "outdoor_fraction,protection,vertex_sed_per_year,depth_offset_mm,size_factor,load_factor,"
        "taste,touch_up_years,cause\n";
    for (std::size_t i = 0; i < fates.size(); ++i) {
        const Person& person = fates[i].person;
        const aging::Client& client = person.client;
        csv += fmt::format("{},{},{:.1f},{:.4f},{},{},{:.0f},{:.5f},{},{:.1f},{:.4f},{:.4f},{:.4f},{:.4f},"
                           "{:.4f},{}\n",
                           i, client.fitzpatrick, client.age_years, client.immune_factor, client.oil_factor,
                           client.smoker ? 1 : 0, client.ambient_sed_per_year, client.outdoor_fraction,
                           word(client.protection), fates[i].sed_per_year, person.depth_offset_mm,
                           person.size_factor, person.load_factor, person.taste, fates[i].touch_up.years,
                           fates[i].touch_up.lasts
                               ? std::string_view("lasts")
                               : cause_words[static_cast<std::size_t>(fates[i].touch_up.cause)]);
    }
    return csv;
}

} // namespace healed::study

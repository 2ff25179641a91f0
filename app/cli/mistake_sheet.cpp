#include "mistake_sheet.h"

#include "progress_bar.h"

#include "base/file.h"
#include "portfolio/cells.h"
#include "portfolio/labels.h"
#include "portfolio/provenance.h"
#include "portfolio/sign.h"
#include "project/inks.h"
#include "project/mistake.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace healed::cli {

namespace {

using Ordered = nlohmann::ordered_json;

constexpr double years_later = 1.0; ///< from then on the words for later years are shown

std::vector<project::Moment> moments_of(const MistakeSheet& wanted, const project::Mistake& mistake) {
    if (!wanted.at.empty())
        return project::parse_moments(wanted.at);
    std::vector<project::Moment> moments = project::parse_moments(mistake.at);
    for (const project::Proof& proof : mistake.shows) {
        const project::Moment moment = project::parse_moment(proof.at);
        if (moment.years > moments.back().years)
            moments.push_back(moment);
    }
    return moments;
}

const std::string& words_at(const project::Mistake& mistake, double years) {
    if (years <= 0.0)
        return mistake.on_day0;
    if (years < project::parse_moment("healed").years)
        return mistake.while_healing;
    return years < years_later ? mistake.when_healed : mistake.after_years;
}

/// The numbers by which a mistake shows, right beside wrong.
Ordered proofs_json(const project::Mistake& mistake, const portfolio::Work& right,
                    const portfolio::Work& wrong) {
    Ordered proofs = Ordered::array();
    for (const project::Proof& proof : mistake.shows) {
        const portfolio::Sign& sign = portfolio::sign(proof.measure);
        const double years = project::parse_moment(proof.at).years;
        const double of_right = sign.of(right, years), of_wrong = sign.of(wrong, years);
        proofs.push_back({{"at", proof.at},
                          {"measure", proof.measure},
                          {"meaning", sign.meaning},
                          {"unit", sign.unit},
                          {"right", of_right},
                          {"wrong", of_wrong},
                          {"times", portfolio::times_right(sign, of_wrong, of_right)}});
    }
    return proofs;
}

/// A measure's name as people say it, its unit said apart.
std::string spoken(std::string name) {
    for (const std::string_view unit : {"_mm", "_cm2", "_deg", "_delta_e_2000"})
        if (name.ends_with(unit))
            name.resize(name.size() - unit.size());
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// Three digits; what three decimals cannot tell from nothing is nothing.
std::string figure(double value) {
    return std::abs(value) < 0.0005 ? "0" : fmt::format("{:.3g}", value);
}

std::string legend_of(const project::Mistake& mistake, const Ordered& proofs, const std::string& light) {
    std::string legend;
    for (const auto& proof : proofs) {
        const auto unit = proof["unit"].get<std::string>();
        legend +=
            fmt::format("{}, {}: {}{} right, {}{} wrong. ", proof["at"].get<std::string>(),
                        spoken(proof["measure"].get<std::string>()), figure(proof["right"]),
                        unit == "1" ? "" : " " + unit, figure(proof["wrong"]), unit == "1" ? "" : " " + unit);
    }
    return legend + fmt::format("Plan {}, seed {}, healed {}. Light: {}.", project::plan_hash(mistake.wrong),
                                mistake.wrong.plan.seed, HEALED_VERSION, light);
}

} // namespace

void make_mistake_sheet(const MistakeSheet& wanted) {
    const project::Mistake mistake = project::load_mistake(assets_folder(), wanted.name);
    ShotOptions options = wanted.shot;
    if (wanted.own_camera)
        options.camera = mistake.camera;
    const portfolio::Shot shot = shot_of(options);
    const std::vector<project::Moment> moments = moments_of(wanted, mistake);
    const ink::Library library = ink::load_library(assets_folder());

    const gpu::Device device;
    ProgressBar bar("sheet");
    portfolio::Sheet sheet{.title = mistake.title, .subtitle = mistake.cause, .columns = {}, .rows = {}};
    std::string at;
    for (const project::Moment& moment : moments) {
        sheet.columns.push_back(moment.label);
        at += fmt::format("{}{}", at.empty() ? "" : ",", moment.words);
    }
    portfolio::Sitting sitting(device, mistake.right, bar.part(0.0, 0.2));
    std::optional<portfolio::Sitting> another;
    if (!portfolio::share_a_sitting(mistake.right, mistake.wrong))
        another.emplace(device, mistake.wrong, bar.part(0.2, 0.4));
    portfolio::Sitting& of_wrong = another ? *another : sitting;
    const portfolio::Treated treated = another ? another->first() : sitting.treat(mistake.wrong);
    sheet.rows.push_back(
        {"Right", {}, cells_of(sitting, sitting.first(), moments, shot, bar.part(0.4, 0.65))});
    sheet.rows.push_back(
        {mistake.title, mistake.remedy, cells_of(of_wrong, treated, moments, shot, bar.part(0.65, 0.9))});
    for (std::size_t i = 0; i < moments.size(); ++i)
        sheet.rows.back().cells[i].caption = words_at(mistake, moments[i].years);
    const portfolio::Work right(mistake.right, library, sitting.head(), sitting.first().treatment,
                                sitting.tables().dots);
    const portfolio::Work wrong(mistake.wrong, library, of_wrong.head(), treated.treatment,
                                of_wrong.tables().dots);
    const Ordered proofs = proofs_json(mistake, right, wrong);
    sheet.legend = legend_of(mistake, proofs, shot.rig);
    write_picture(
        wanted.output, portfolio::compose(sheet),
        portfolio::picture_text(
            mistake.wrong, {.version = HEALED_VERSION, .at = at, .camera = shot.camera, .light = shot.rig}));
    if (wanted.json)
        fmt::print("{}\n", Ordered{{"output", wanted.output},
                                   {"mistake", mistake.name},
                                   {"title", mistake.title},
                                   {"cause", mistake.cause},
                                   {"remedy", mistake.remedy},
                                   {"signs",
                                    {{"day0", mistake.on_day0},
                                     {"days", mistake.while_healing},
                                     {"healed", mistake.when_healed},
                                     {"years", mistake.after_years}}},
                                   {"shows", proofs},
                                   {"columns", sheet.columns},
                                   {"simulation", true},
                                   {"device", device.name()}}
                               .dump(2));
}

} // namespace healed::cli

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
#include <fmt/format.h>

namespace healed::cli {

namespace {

using Ordered = nlohmann::ordered_json;

constexpr double years_later = 1.0; ///< from then on the words for later years are shown

std::vector<project::Moment> moments_of(const MistakeSheet& wanted, const project::Mistake& mistake) {
    if (!wanted.at.empty())
        return project::parse_moments(wanted.at);
    std::vector<project::Moment> moments = project::parse_moments("day0,healed,3y");
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
    return years < years_later ? mistake.when_healed : mistake.after_years;
}

/// The numbers by which a mistake shows, right beside wrong.
Ordered proofs_json(const gpu::Device& device, const project::Mistake& mistake, const ink::Library& library,
                    const Progress& progress) {
    const portfolio::Work right(device, mistake.right, library, progress);
    const portfolio::Work wrong(device, mistake.wrong, library, progress);
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

portfolio::Row row_of(const gpu::Device& device, const project::Project& project,
                      std::span<const project::Moment> moments, const portfolio::Shot& shot, ProgressBar& bar,
                      double begin) {
    portfolio::Sitting sitting(device, project, bar.part(begin, begin + 0.2));
    return {.label = {},
            .detail = {},
            .cells =
                portfolio::cells_of(sitting, project, moments, shot, bar.part(begin + 0.2, begin + 0.45))};
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
    sheet.rows.push_back(row_of(device, mistake.right, moments, shot, bar, 0.0));
    sheet.rows.back().label = "Right";
    portfolio::Row& wrong = sheet.rows.emplace_back(row_of(device, mistake.wrong, moments, shot, bar, 0.45));
    wrong.label = mistake.title;
    wrong.detail = mistake.remedy;
    for (std::size_t i = 0; i < moments.size(); ++i)
        wrong.cells[i].caption = words_at(mistake, moments[i].years);
    const Ordered proofs = proofs_json(device, mistake, library, bar.part(0.9, 1.0));
    for (const auto& proof : proofs)
        sheet.legend += fmt::format("{} {}: {:.3g} right, {:.3g} wrong. ", proof["at"].get<std::string>(),
                                    proof["measure"].get<std::string>(), proof["right"].get<double>(),
                                    proof["wrong"].get<double>());
    sheet.legend += fmt::format("healed {}. Light: {}.", HEALED_VERSION, shot.rig);
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
                                     {"healed", mistake.when_healed},
                                     {"years", mistake.after_years}}},
                                   {"shows", proofs},
                                   {"columns", sheet.columns},
                                   {"simulation", true},
                                   {"device", device.name()}}
                               .dump(2));
}

} // namespace healed::cli

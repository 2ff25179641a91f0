#include "portfolio/plan_sheet.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/cells.h"
#include "portfolio/provenance.h"
#include "portfolio/sheet.h"
#include "project/presets.h"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>

namespace healed::portfolio {

namespace {

constexpr std::array<std::string_view, 6> skin_types{"I", "II", "III", "IV", "V", "VI"};

/// The plan itself, or the plan with each ink in all its sessions.
std::vector<project::Project> variants(const project::Project& project, const std::vector<std::string>& inks,
                                       const ink::Library& library) {
    if (inks.empty())
        return {project};
    std::vector<project::Project> all;
    for (const std::string& name : inks) {
        library.ink(name);
        project::Project& variant = all.emplace_back(project);
        for (treatment::Session& session : variant.plan.sessions)
            session.ink = name;
    }
    return all;
}

/// An ink's name, and how it was set and looked at.
Row ink_row(const project::Project& variant, const ink::Library& library, const std::string& seen) {
    return {.label = library.ink(variant.plan.sessions.back().ink).title,
            .detail = fmt::format("{}-point needle, resting at {:.2f} mm{}", variant.plan.needle.points,
                                  variant.plan.needle.resting_depth_mm, seen),
            .cells = {}};
}

/// Names, or one that stands for leaving things as they are.
std::vector<std::string> or_as_it_is(const std::vector<std::string>& names) {
    return names.empty() ? std::vector<std::string>{""} : names;
}

/// All rows of one skin: a sitting for each.
void add_rows(Sheet& sheet, Sitting& sitting, const project::Project& project, const ink::Library& library,
              const PlanSheet& wanted, const std::string& skin, const Progress& progress) {
    const std::vector<std::string> cameras = or_as_it_is(wanted.cameras);
    const std::vector<project::Project> inked = variants(project, wanted.inks, library);
    const double share = 1.0 / static_cast<double>(cameras.size() * inked.size());
    double begin = 0.0;
    for (const std::string& camera : cameras)
        for (const project::Project& variant : inked) {
            Shot shot = wanted.shot;
            if (!camera.empty())
                shot.camera = camera;
            const std::string seen =
                (skin.empty() ? "" : ", skin " + skin) + (camera.empty() ? "" : ", " + camera);
            Row& row = sheet.rows.emplace_back(ink_row(variant, library, seen));
            row.cells = cells_of(sitting, sitting.treat(variant), wanted.moments, shot,
                                 [&](double done) { progress(begin + share * done); });
            begin += share;
        }
}

/// Before the work, not after: what is not known is said now.
void check(const PlanSheet& wanted, const std::vector<project::Bookmark>& bookmarks) {
    for (const std::string& skin : wanted.skins)
        if (std::ranges::find(skin_types, skin) == std::end(skin_types))
            fail("skin: \"{}\" is none of {}", skin, fmt::join(skin_types, ", "));
    for (const std::string& camera : wanted.cameras)
        render::load_camera_preset(assets_folder(), through_bookmark({.camera = camera}, bookmarks).camera);
}

} // namespace

MadeSheet write_plan_sheet(const gpu::Device& device, const project::Project& project,
                           const PlanSheet& wanted, const std::filesystem::path& file,
                           const Progress& progress) {
    const ink::Library library = ink::load_library(assets_folder());
    check(wanted, project.bookmarks);
    Sheet sheet{.title = project.title, .subtitle = {}};
    for (const project::Moment& moment : wanted.moments)
        sheet.columns.push_back(moment.label);
    const std::vector<std::string> skins = or_as_it_is(wanted.skins);
    std::size_t dots = 0;
    for (std::size_t i = 0; i < skins.size(); ++i) {
        const double begin = static_cast<double>(i) / static_cast<double>(skins.size());
        const double whole = 1.0 / static_cast<double>(skins.size());
        project::Project client = project;
        if (!skins[i].empty())
            project::set_fitzpatrick(client, skins[i]);
        Sitting sitting(device, client, [&](double done) { progress(begin + 0.3 * whole * done); });
        dots = sitting.first().treatment.dots.size();
        add_rows(sheet, sitting, client, library, wanted, skins[i],
                 [&](double done) { progress(begin + whole * (0.3 + 0.7 * done)); });
    }
    sheet.subtitle =
        fmt::format("{} dots in {} sessions, {}", dots, project.plan.sessions.size(), wanted.shot.camera);
    sheet.legend =
        fmt::format("Simulation. Plan {}, seed {}, healed {}. Light: {}. Insets: crossed polarisers.",
                    project::plan_hash(project), project.plan.seed, wanted.version, wanted.shot.rig);
    write_picture(file, compose(sheet),
                  picture_text(project, {.version = wanted.version,
                                         .at = wanted.at,
                                         .camera = wanted.shot.camera,
                                         .light = wanted.shot.rig}));
    return {dots, sheet.rows.size(), sheet.columns};
}

} // namespace healed::portfolio

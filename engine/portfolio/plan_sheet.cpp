#include "portfolio/plan_sheet.h"

#include "base/file.h"
#include "portfolio/cells.h"
#include "portfolio/provenance.h"
#include "portfolio/sheet.h"

#include <fmt/format.h>

namespace healed::portfolio {

namespace {

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

/// An ink's name, and how it was set.
Row ink_row(const project::Project& variant, const ink::Library& library) {
    return {.label = library.ink(variant.plan.sessions.back().ink).title,
            .detail = fmt::format("{}-point needle, resting at {:.2f} mm", variant.plan.needle.points,
                                  variant.plan.needle.resting_depth_mm),
            .cells = {}};
}

} // namespace

MadeSheet write_plan_sheet(const gpu::Device& device, const project::Project& project,
                           const PlanSheet& wanted, const std::filesystem::path& file,
                           const Progress& progress) {
    const ink::Library library = ink::load_library(assets_folder());
    const std::vector<project::Project> rows = variants(project, wanted.inks, library);
    const auto part = [&](double from, double to) {
        return [&progress, from, to](double done) { progress(from + (to - from) * done); };
    };
    Sitting sitting(device, project, part(0.02, 0.3));
    progress(0.3);
    Sheet sheet{.title = project.title,
                .subtitle = fmt::format("{} dots in {} sessions, {}", sitting.first().treatment.dots.size(),
                                        project.plan.sessions.size(), wanted.shot.camera)};
    for (const project::Moment& moment : wanted.moments)
        sheet.columns.push_back(moment.label);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double share = 0.7 / static_cast<double>(rows.size());
        const double begin = 0.3 + share * static_cast<double>(i);
        Row& row = sheet.rows.emplace_back(ink_row(rows[i], library));
        row.cells = cells_of(sitting, rows[i], wanted.moments, wanted.shot, part(begin, begin + share));
    }
    sheet.legend =
        fmt::format("Simulation. Plan {}, seed {}, healed {}. Light: {}. Insets: crossed polarisers.",
                    project::plan_hash(project), project.plan.seed, wanted.version, wanted.shot.rig);
    write_picture(file, compose(sheet),
                  picture_text(project, {.version = wanted.version,
                                         .at = wanted.at,
                                         .camera = wanted.shot.camera,
                                         .light = wanted.shot.rig}));
    return {sitting.first().treatment.dots.size(), rows.size(), sheet.columns};
}

} // namespace healed::portfolio

#include "treated_head.h"

#include "aging/carry_out.h"
#include "project/heads.h"
#include "project/inks.h"

namespace healed::cli {

project::Project open_project(const std::filesystem::path& path, const ink::Library& library) {
    project::Project project = project::load(path);
    project::check_inks(project, library, path.string());
    return project;
}

TreatedHead treat_head(const project::Project& project, const ink::Library& library) {
    TreatedHead treated{project::head_of(project), {}};
    treated.treatment = aging::carry_out(treated.head, project.plan, library, project.client);
    return treated;
}

} // namespace healed::cli

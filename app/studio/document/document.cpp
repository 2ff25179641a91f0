#include "document/document.h"

#include "base/file.h"
#include "project/presets.h"

namespace healed::studio {

namespace fs = std::filesystem;

Document::Document() : history_(plan_of(project::built_in_project())) {}

std::string Document::name() const {
    return path_.empty() ? project().title : path_.filename().string();
}

void Document::edit(const std::string& name, const std::string& gesture,
                    const std::function<void(project::Project&)>& change) {
    project::Project next = project();
    change(next);
    const std::filesystem::path folder = next.folder;
    const PlanParts after = parts_of(std::move(next));
    if (same(after, history_.parts()))
        return;
    // What can be written but not read again would be lost with the file.
    project::Project reread = checked(after, history_.parts(), name);
    reread.folder = folder;
    history_.add(name, gesture, plan_of(std::move(reread)));
}

void Document::take(project::Project project, const fs::path& path) {
    history_ = History(plan_of(std::move(project)));
    path_ = path;
}

void Document::start_from_preset(const std::string& preset) {
    project::Project project = project::load_preset(assets_folder(), preset);
    project.folder.clear();
    history_ = History(plan_of(std::move(project)));
    path_.clear();
}

void Document::save(const fs::path& path) {
    const fs::path folder = fs::absolute(path).parent_path();
    const project::Project moved = seen_from(project(), folder);
    project::save(path, moved);
    if (moved.head.file != project().head.file) {
        History rebased(plan_of(moved));
        history_ = std::move(rebased);
    }
    history_.mark_saved();
    path_ = path;
}

void Document::recover(project::Project project, const fs::path& path) {
    project.folder = path.parent_path();
    history_ = History(plan_of(std::move(project)));
    history_.mark_unsaved();
    path_ = path;
}

project::Project seen_from(project::Project project, const fs::path& folder) {
    if (!project.head.file.empty())
        project.head.file =
            fs::proximate(fs::absolute(project.folder / project.head.file), folder).generic_string();
    project.folder = folder;
    return project;
}

} // namespace healed::studio

#include "project/heads.h"

#include "base/error.h"
#include "base/file.h"

#include <fmt/ranges.h>

namespace healed::project {

head::Head head_of(const Project& project, const Progress& progress) {
    const HeadChoice& choice = project.head;
    return choice.file.empty() ? head::built_in_head(choice.shape)
                               : head::imported_head(project.folder / choice.file, choice.wishes, progress);
}

HeadChoice head_choice(const std::string& name_or_file) {
    std::vector<std::string> names;
    for (const head::ShapePreset& preset : head::load_shapes(assets_folder())) {
        if (preset.name == name_or_file)
            return {.shape = preset.shape};
        names.push_back(preset.name);
    }
    if (!std::filesystem::path(name_or_file).has_extension() && !std::filesystem::exists(name_or_file))
        fail("head: \"{}\" is no model file and none of {}", name_or_file, fmt::join(names, ", "));
    return {.file = name_or_file};
}

} // namespace healed::project

#include "portfolio/own_client.h"

#include "base/file.h"

#include <algorithm>

namespace healed::portfolio {

study::Person own_person(const project::Project& project) {
    return {.client = project.client,
            .depth_offset_mm = 0.0,
            .size_factor = 1.0,
            .load_factor = 1.0,
            .taste = 0.0};
}

project::Project lived_by(project::Project project, const study::Person& person) {
    project.client = person.client;
    treatment::Needle& needle = project.plan.needle;
    needle.resting_depth_mm =
        std::max(needle.resting_depth_mm + person.depth_offset_mm, static_cast<double>(study::shallowest_mm));
    needle.footprint_mm *= person.size_factor;
    for (treatment::Session& session : project.plan.sessions)
        session.shade *= person.load_factor;
    return project;
}

study::Skins own_skin(const gpu::Device& device, const project::Project& project, const Progress& progress) {
    study::Skins skins;
    skins[static_cast<std::size_t>(project.client.fitzpatrick - 1)] =
        study::inked_skin(device, assets_folder(), project.skin, transport::BakeQuality::Draft, progress);
    return skins;
}

} // namespace healed::portfolio

#include "own_client.h"

#include "base/file.h"

namespace healed::cli {

study::Person own_person(const project::Project& project) {
    return {.client = project.client,
            .depth_offset_mm = 0.0,
            .size_factor = 1.0,
            .load_factor = 1.0,
            .taste = 0.0};
}

study::Skins own_skin(const gpu::Device& device, const project::Project& project, const Progress& progress) {
    study::Skins skins;
    skins[static_cast<std::size_t>(project.client.fitzpatrick - 1)] =
        study::inked_skin(device, assets_folder(), project.skin, transport::BakeQuality::Draft, progress);
    return skins;
}

} // namespace healed::cli

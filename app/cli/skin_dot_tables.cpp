#include "skin_dot_tables.h"

#include "progress_bar.h"

#include "base/file.h"
#include "gpu/device.h"
#include "transport/skin_tables.h"

namespace healed::cli {

transport::DotTables skin_dot_tables(const project::Project& project) {
    const gpu::Device device;
    ProgressBar bar("skin");
    const skin::Skin skin(project.skin, skin::load_haemoglobin(assets_folder()));
    return transport::cached_skin_tables(device, skin, transport::BakeQuality::Final, bar.part(0.0, 1.0))
        .dots;
}

} // namespace healed::cli

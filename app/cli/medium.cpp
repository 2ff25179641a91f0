#include "medium.h"

#include "base/json.h"
#include "transport/layer_reading.h"

namespace healed::cli {

Medium read_medium(const std::filesystem::path& path) {
    JsonReader file = JsonReader::from_file(path);
    Medium medium;
    medium.wavelengths_nm = transport::read_wavelengths(file);
    const bool diffuse = file.word("incidence", {"normal", "diffuse"}, "normal") == "diffuse";
    medium.incidence = diffuse ? transport::Incidence::Diffuse : transport::Incidence::Normal;
    medium.stacks = transport::read_stacks(file, medium.wavelengths_nm.size());
    file.finish();
    return medium;
}

} // namespace healed::cli

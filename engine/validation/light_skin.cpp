#include "validation/light_skin.h"

#include "base/error.h"
#include "base/reference_table.h"

#include <limits>

namespace healed::validation {

skin::OpticalStack light_skin(const Context& context, double wavelength_nm) {
    const std::filesystem::path file = context.reference_file("skin/mcml_skin_bare.csv");
    const ReferenceTable table(file);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.number(row, "wavelength_nm") != wavelength_nm)
            continue;
        constexpr double index = 1.4; // of all layers, air above, as the file's first lines say
        skin::OpticalStack stack{.index_above = 1.0, .index_below = index, .layers = {}};
        for (const std::string layer : {"epidermis", "papillary_dermis", "reticular_dermis", "fat"})
            stack.layers.push_back({.thickness_mm = layer == "fat" ? std::numeric_limits<double>::infinity()
                                                                   : 10.0 * table.number(row, "d_" + layer),
                                    .refractive_index = index,
                                    .anisotropy = table.number(row, "g_" + layer),
                                    .absorption_per_mm = table.number(row, "mua_" + layer) / 10.0,
                                    .scattering_per_mm = table.number(row, "mus_" + layer) / 10.0});
        return stack;
    }
    fail("{}: has no row for {} nm", file.string(), wavelength_nm);
}

} // namespace healed::validation

#include "validation/walk_all.h"

#include <algorithm>
#include <span>

namespace healed::validation {
namespace {

/// Stacks walked at once: enough to fill a device, few enough to fit into its memory.
constexpr std::size_t stacks_a_walk = 16;

void append(std::vector<double>& all, const std::vector<double>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

transport::OpticsResult walk_all(Context& context, const std::vector<skin::OpticalStack>& stacks,
                                 transport::Incidence incidence, std::uint64_t photons, double first,
                                 double last) {
    transport::OpticsResult all;
    const double count = static_cast<double>(stacks.size());
    for (std::size_t i = 0; i < stacks.size(); i += stacks_a_walk) {
        const std::size_t piece = std::min(stacks_a_walk, stacks.size() - i);
        const double from = first + (last - first) * static_cast<double>(i) / count;
        const double share = (last - first) * static_cast<double>(piece) / count;
        const auto seed = context.seed() ^ static_cast<std::uint32_t>((i + 1) * 0x9e3779b9u);
        const transport::OpticsResult part =
            transport::walk_optics(context.device(), std::span(stacks).subspan(i, piece), incidence, photons,
                                   seed, [&](double done) { context.progress(from + share * done); });
        append(all.specular, part.specular);
        append(all.diffuse_reflectance, part.diffuse_reflectance);
        append(all.transmittance, part.transmittance);
        append(all.absorbed, part.absorbed);
        append(all.standard_error, part.standard_error);
        all.photons = part.photons;
    }
    return all;
}

} // namespace healed::validation

#include "transport/path_group.h"

#include "transport/layers.h"

#include <algorithm>

namespace healed::transport {

namespace {

bool scatter_alike(const skin::OpticalStack& a, const skin::OpticalStack& b) {
    return a.index_above == b.index_above && a.index_below == b.index_below &&
           std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const skin::OpticalLayer& one, const skin::OpticalLayer& other) {
                          return one.thickness_mm == other.thickness_mm &&
                                 one.refractive_index == other.refractive_index &&
                                 one.anisotropy == other.anisotropy &&
                                 one.scattering_per_mm == other.scattering_per_mm;
                      });
}

PathGroup group_of(const Patch& patch, std::vector<std::size_t> wavelengths) {
    skin::OpticalStack least = patch.stacks[wavelengths.front()];
    const auto absorption = [&](std::size_t wavelength, std::size_t layer) {
        return patch.stacks[wavelength].layers[layer].absorption_per_mm;
    };
    std::vector<glm::vec4> more(least.layers.size(), glm::vec4(0.0f));
    for (std::size_t layer = 0; layer < least.layers.size(); ++layer) {
        double& lowest = least.layers[layer].absorption_per_mm;
        for (const std::size_t wavelength : wavelengths)
            lowest = std::min(lowest, absorption(wavelength, layer));
        for (std::size_t i = 0; i < wavelengths.size(); ++i)
            more[layer][static_cast<int>(i)] = static_cast<float>(absorption(wavelengths[i], layer) - lowest);
    }
    return {std::move(wavelengths), walk_layers(least), std::move(more)};
}

} // namespace

std::vector<PathGroup> path_groups(const Patch& patch) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < patch.stacks.size(); ++i) {
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return group.size() < most_in_group &&
                   scatter_alike(patch.stacks[group.front()], patch.stacks[i]);
        });
        if (found == groups.end())
            groups.push_back({i});
        else
            found->push_back(i);
    }
    std::vector<PathGroup> paths;
    for (std::vector<std::size_t>& group : groups)
        paths.push_back(group_of(patch, std::move(group)));
    return paths;
}

} // namespace healed::transport

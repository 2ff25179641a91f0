#include "transport/path_weights.h"

#include "base/parallel.h"

#include <cassert>
#include <cmath>

namespace healed::transport {

std::vector<FourWeights> weights_under(std::span<const skin::OpticalStack> wanted,
                                       const skin::OpticalStack& walked, std::span<const PooledPath> paths,
                                       std::span<const glm::vec3> vertices) {
    assert(wanted.size() <= 4);
    const std::size_t layers = walked.layers.size();
    std::vector<float> bottoms;
    std::vector<FourWeights> added_absorption(layers, FourWeights(0.0));
    double bottom = 0.0;
    for (std::size_t layer = 0; layer < layers; ++layer) {
        bottom += walked.layers[layer].thickness_mm;
        bottoms.push_back(static_cast<float>(bottom));
        for (std::size_t i = 0; i < wanted.size(); ++i)
            added_absorption[layer][static_cast<int>(i)] =
                wanted[i].layers[layer].absorption_per_mm - walked.layers[layer].absorption_per_mm;
    }
    FourWeights present(0.0);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        present[static_cast<int>(i)] = 1.0;

    std::vector<FourWeights> weights(paths.size());
    parallel_for(paths.size(), 256, [&](std::size_t begin, std::size_t end) {
        std::vector<float> lengths(layers);
        for (std::size_t i = begin; i < end; ++i) {
            std::fill(lengths.begin(), lengths.end(), 0.0f);
            const glm::vec3* vertex = &vertices[paths[i].first];
            for (std::uint32_t v = 1; v < paths[i].count; ++v) {
                // A flight stops at every interface, so that its middle tells its layer.
                const float middle = 0.5f * (vertex[v - 1].z + vertex[v].z);
                std::size_t layer = 0;
                while (layer + 1 < layers && middle >= bottoms[layer])
                    ++layer;
                lengths[layer] += glm::distance(vertex[v - 1], vertex[v]);
            }
            FourWeights depth(0.0);
            for (std::size_t layer = 0; layer < layers; ++layer)
                depth += added_absorption[layer] * static_cast<double>(lengths[layer]);
            weights[i] = present * static_cast<double>(paths[i].weight) * glm::exp(-depth);
        }
    });
    return weights;
}

} // namespace healed::transport

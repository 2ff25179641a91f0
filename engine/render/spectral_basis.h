#pragma once

#include "render/dark_spots.h"

#include <glm/glm.hpp>

namespace healed::render {

/// The few spectra of which all those of many absorbers are mixed, four a layer: the principal axes of their
/// second moments about zero. Ink and hair under skin darken by smooth spectra that differ in little but
/// strength, so that four weights a spot take the place of two dozen.
class SpectralBasis {
  public:
    /// A second layer, if there may be one, where the first misses some spot by more than a fiftieth of the
    /// root mean square of all. `most_layers` is 1 or 2.
    SpectralBasis(std::span<const std::array<DarkSpectrum, transport::spread_widths>> spots,
                  std::size_t most_layers);

    std::size_t layers() const { return layers_.size(); }

    using Layer = std::array<glm::vec4, 2 * transport::band_count>; ///< a value for each of the four weights
    const Layer& layer(std::size_t i) const { return layers_[i]; }

    /// The weights that a layer has in a spectrum.
    static glm::vec4 weights(const Layer& layer, const DarkSpectrum& spectrum);

  private:
    std::vector<Layer> layers_;
};

} // namespace healed::render

#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "render/macro_absorbers.h"
#include "skin/optics.h"
#include "transport/patch.h"

#include <array>
#include <cstdint>
#include <glm/gtc/type_precision.hpp>
#include <span>
#include <vector>

namespace healed::render {

/// How far a replayed picture may be from its limit: standard error of R/R0 at a point, over the points and
/// bands of what was followed. All points share their paths, so it shows as a shift of tone rather than as
/// grain.
struct ReplayNoise {
    double rms = 0.0, greatest = 0.0;
};

/// The ink and hair of a part of the macro window by path replay (transport/path_replay.h): the same
/// absorbers in the same skin that the fast model is given, followed along random paths of light. It gets
/// better with every path.
class MacroReplay {
  public:
    /// Light is followed so many paths a band at a time, each time along others: what is known of a number of
    /// paths does not depend on the steps in which they were asked for.
    static constexpr std::uint64_t paths_a_round = 250;

    /// `part` is not empty.
    MacroReplay(const MacroAbsorbers& absorbers, const skin::Skin& skin, WindowPart part);

    /// Until `paths` a band have been followed in all, a multiple of paths_a_round (else the next). Whatever
    /// `progress` throws leaves what whole rounds have found.
    void follow_up_to(std::uint64_t paths, const gpu::Device& device, const Progress& progress);

    std::uint64_t paths() const { return paths_; }
    ReplayNoise noise() const;

    /// R/R0 of one band, row by row over the part; of no meaning before any path was followed.
    std::vector<double> ratio(std::size_t band) const;

    /// Puts R/R0 into its part of a whole window, half precision, four bands a layer.
    void put_into(std::span<glm::u16vec4> texels) const;

  private:
    void add_round(const gpu::Device& device, const Progress& progress);

    WindowPart part_;
    transport::Patch patch_;
    std::uint64_t paths_ = 0;
    /// Of rounds, a band: light that came back, that times the ratio, and squares of that times its error.
    std::array<double, transport::band_count> weight_{};
    std::array<std::vector<double>, transport::band_count> weighted_, squared_error_;
};

} // namespace healed::render

#pragma once

#include "gpu/buffer.h"
#include "gpu/commands.h"
#include "gpu/image.h"
#include "head/head.h"
#include "passes/saturate_darkening.h"
#include "passes/splat_spots.h"
#include "passes/unpack_spots.h"
#include "render/aged_ink.h"
#include "render/dark_spots.h"
#include "render/scene.h"
#include "render/spectral_basis.h"
#include "study/healing_optics.h"
#include "transport/dot_tables.h"

#include <optional>
#include <vector>

namespace healed::render {

/// Ink on the whole scalp, for pictures in which single dots are at most a few pixels wide: every absorber
/// spreads its own dark area over the skin about it, and many of them saturate. The mean colour of a zone is
/// that of its dots whatever the distance.
class InkChart {
  public:
    /// `side` texels across the chart, a multiple of 8: 1024 are about 0.4 mm each. The head must outlive
    /// this.
    InkChart(const gpu::Device& device, const head::Head& head, std::uint32_t side);

    std::uint32_t side() const { return side_; }

    /// Computes the ratio for one time, as seen through the surface of healing skin. Hair that is as it was
    /// in the last fill is kept from there, which changes no bit. Blocks; returns what passes took.
    std::vector<gpu::PassTime> fill(const AgedInk& ink, const transport::DotTables& tables,
                                    const study::HealingOptics& skin);

    /// Holds the last fill; valid as long as this object.
    InkWindow window() const;

  private:
    /// Weights of a basis' layer, summed over spots: the widest Gaussian on a coarse grid, the rest on a fine
    /// one.
    struct Sums {
        gpu::Buffer<std::uint64_t> fine, wide;
    };
    Sums make_sums() const;
    /// Lays spots down from nothing, in layers from `first_layer` on; returns how many it took, `most` at
    /// most.
    void lay_dark(const DarkSpots& spots, std::size_t first_layer, std::size_t most);
    void lay_hair(const AgedInk& ink, const transport::DotTables& tables);
    void lay_marks(const MarkSpots& spots);
    /// One Gaussian of the marks, whose amounts begin at `first`.
    void lay_marks(gpu::Commands& commands, const gpu::Buffer<passes::SpotPlace>& places,
                   const gpu::Buffer<glm::vec4>& amounts, std::uint32_t first, float sigma_mm,
                   const gpu::Image& to);
    void saturate(bool healing, const study::HealingOptics& skin);
    void run(gpu::Commands& commands);

    const gpu::Device& device_;
    const head::ScalpChart& chart_;
    std::uint32_t side_;
    gpu::Pass<passes::SplatSpots> splat_;
    gpu::Pass<passes::UnpackSpots> unpack_;
    gpu::Pass<passes::SaturateDarkening> saturate_;
    gpu::Buffer<std::uint32_t> runs_; ///< of texels with scalp
    std::vector<Sums> sums_; ///< of hair, then of dots and, where that is not enough, of their second layer
    std::array<SpectralBasis::Layer, 3> spectra_{}; ///< of each layer
    gpu::Image wide_image_;
    std::optional<gpu::Buffer<std::uint64_t>> mark_sums_; ///< made when first asked for
    gpu::Image marks_, flush_, ratio_, redness_;
    std::optional<Stubble> stubble_; ///< of the last fill
    std::vector<gpu::PassTime> times_;
};

} // namespace healed::render

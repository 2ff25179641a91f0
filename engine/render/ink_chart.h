#pragma once

#include "gpu/buffer.h"
#include "gpu/commands.h"
#include "gpu/image.h"
#include "head/head.h"
#include "passes/gather_marks.h"
#include "passes/saturate_darkening.h"
#include "passes/splat_darkening.h"
#include "passes/unpack_darkening.h"
#include "render/aged_ink.h"
#include "render/scene.h"
#include "study/healing_optics.h"
#include "transport/dot_tables.h"

#include <vector>

namespace healed::render {

/// Ink on the whole scalp, for pictures in which single dots are at most a few pixels wide: every absorber
/// spreads its own dark area over the skin about it, and many of them saturate. The mean colour of a zone is
/// that of its dots whatever the distance.
class InkChart {
  public:
    /// `side` texels across the chart, a multiple of 4: 1024 are about 0.4 mm each.
    InkChart(const gpu::Device& device, const head::Head& head, std::uint32_t side);

    std::uint32_t side() const { return side_; }

    /// Computes the ratio for one time, as seen through the surface of healing skin. Blocks.
    void fill(const AgedInk& ink, const transport::DotTables& tables, const study::HealingOptics& skin);

    /// Holds the last fill; valid as long as this object.
    InkWindow window() const;

  private:
    /// Lays dark shares of four bands down on both grids, in `fine_` and `wide_image_`.
    void splat(gpu::Commands& commands, const gpu::Buffer<passes::DarkSpot>& spots, std::uint32_t count,
               std::uint32_t four);

    const gpu::Device& device_;
    std::uint32_t side_;
    gpu::Pass<passes::SplatDarkening> splat_;
    gpu::Pass<passes::UnpackDarkening> unpack_;
    gpu::Pass<passes::GatherMarks> gather_marks_;
    gpu::Pass<passes::SaturateDarkening> saturate_;
    gpu::Image surface_;
    gpu::Buffer<std::uint64_t> fine_, wide_; ///< dark shares of four bands
    gpu::Image wide_image_, marks_, ratio_, redness_;
};

} // namespace healed::render

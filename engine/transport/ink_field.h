#pragma once

#include "gpu/commands.h"
#include "gpu/image.h"
#include "passes/gather_columns.h"
#include "passes/pyramid_down.h"
#include "passes/pyramid_up.h"
#include "passes/slice_optics.h"
#include "passes/smear_column.h"
#include "passes/store_ratio.h"
#include "passes/weigh_light.h"
#include "transport/column_binning.h"
#include "transport/slice_tables.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace healed::transport {

/// Constants of the fast model for each band, and for any four wavelengths.
using BandTables = std::array<SliceTables, band_count>;
using FourTables = std::span<const SliceTables, 4>;

/// The fast model over one window: from absorbers to the ratio of inked to bare reflectance, by the renewal
/// cascade (engine/docs/decisions/0003-fast-model.md). Its cost does not depend on the number of absorbers
/// once they are gathered.
class InkField {
  public:
    /// Makes the images for a window of this size.
    InkField(const gpu::Device& device, const FieldWindow& window);

    /// Fills `ratio` (rgba16f, four bands a layer) with R/R0. `tables` must be for the window's
    /// texel. Blocks.
    void evaluate(const BandTables& tables, std::span<const DotAbsorber> dots,
                  std::span<const ShaftAbsorber> shafts, const gpu::Image& ratio);

    /// R/R0 at any four wavelengths, texel by texel from the upper left corner. `lamp` has the laws of the
    /// end where light comes in, `eye` of the end where it is seen; the same where both are diffuse. Blocks.
    std::vector<glm::vec4> evaluate(FourTables lamp, FourTables eye, const BinnedAbsorbers& ink);

    const FieldWindow& window() const { return window_; }

  private:
    enum class Kernel : std::uint32_t { Step, Turn, Excursion, Column };

    void follow_light(FourTables lamp, FourTables eye, const BinnedAbsorbers& ink);
    void prepare_slices(gpu::Commands& commands, const std::vector<bool>& inked);
    void prepare_slice(gpu::Commands& commands, const gpu::Buffer<passes::SliceLaw4>& laws,
                       const gpu::Image& half_step, std::size_t slice, bool clear_above, bool last);
    void smear_columns(gpu::Commands& commands, const std::vector<bool>& inked);
    void send_light_down(gpu::Commands& commands, std::size_t first_inked);
    void bring_light_up(gpu::Commands& commands);
    void blur(gpu::Commands& commands, const gpu::Buffer<passes::SliceLaw4>& laws, std::size_t slice,
              Kernel kernel);
    void weigh(gpu::Commands& commands, const gpu::Image& weights, std::size_t slice, const gpu::Image& light,
               const gpu::Image& target, std::size_t layer, const gpu::Image* added);

    struct Passes {
        explicit Passes(const gpu::Device& device)
            : gather_columns(device), smear_column(device), slice_optics(device), weigh_light(device),
              pyramid_down(device), pyramid_up(device), store_ratio(device) {}
        gpu::Pass<passes::GatherColumns> gather_columns;
        gpu::Pass<passes::SmearColumn> smear_column;
        gpu::Pass<passes::SliceOptics> slice_optics;
        gpu::Pass<passes::WeighLight> weigh_light;
        gpu::Pass<passes::PyramidDown> pyramid_down;
        gpu::Pass<passes::PyramidUp> pyramid_up;
        gpu::Pass<passes::StoreRatio> store_ratio;
    };

    const gpu::Device& device_;
    FieldWindow window_;
    Passes passes_;
    gpu::Image columns_, half_step_, half_turn_, turned_; ///< one layer a slice
    gpu::Image field_, light_;
    std::vector<gpu::Image> coarser_; ///< the pyramid over `field_`
    gpu::Buffer<passes::SliceLaw4> laws_, eye_laws_;
    std::optional<gpu::Image> eye_half_step_; ///< where the eye's laws are its own
    gpu::Buffer<float> slice_middles_;
};

} // namespace healed::transport

#pragma once

#include "head/head.h"
#include "passes/veil_ratio.h"
#include "render/aged_ink.h"
#include "render/scene.h"
#include "study/healing_optics.h"
#include "transport/ink_field.h"
#include "transport/skin_tables.h"

namespace healed::render {

class MacroReplay;

/// Ink in a window of some millimetres about a place of the scalp, dot by dot, by the fast model of
/// transport. The window lies in the plane that touches the head there, so its millimetres are the skin's.
class InkMacro {
  public:
    /// A picture that spans more of the skin than this sees beyond the window.
    static constexpr double widest_picture_mm = 9.0;

    /// 9.6 × 6.4 mm at 40 texels per mm.
    InkMacro(const gpu::Device& device, const transport::SkinTables& tables);

    /// Blocks. `skin` as for InkChart. Where light was `replayed` through the same ink about the same place,
    /// that is shown instead of the fast model's answer.
    void fill(const AgedInk& ink, const head::Head& head, glm::vec2 place, const study::HealingOptics& skin,
              const MacroReplay* replayed = nullptr);

    InkWindow window() const;

  private:
    const gpu::Device& device_;
    transport::InkField field_;
    gpu::Pass<passes::VeilRatio> veil_;
    transport::BandTables tables_;
    gpu::Image ratio_, redness_, marks_;
    glm::vec2 chart_origin_{0};
    glm::mat2 from_chart_{1.0f};
};

} // namespace healed::render

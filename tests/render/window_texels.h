#pragma once

#include "patch_on_head.h"
#include "render/ink_chart.h"
#include "render/ink_macro.h"

#include <algorithm>
#include <array>
#include <glm/gtc/packing.hpp>

namespace healed::test {

using transport::band_count;
using transport::BandValues;

/// An image of a window, read on the CPU.
class Texels {
  public:
    explicit Texels(const render::InkWindow& window)
        : window_(window), extent_(window.ratio->extent()),
          ratio_(window.ratio->download<std::array<std::uint16_t, 4>>()),
          red_extent_(window.redness->extent()), redness_(window.redness->download<std::uint16_t>()) {}

    BandValues at(std::uint32_t x, std::uint32_t y) const {
        BandValues values;
        for (std::size_t band = 0; band < band_count; ++band)
            values[band] =
                glm::unpackHalf1x16(ratio_[(band / 4 * extent_.height + y) * extent_.width + x][band % 4]);
        return values;
    }
    /// Nearest texel to a place on the chart.
    BandValues at_chart(glm::vec2 chart) const {
        const glm::vec2 share = share_of(chart);
        return at(index(share.x, extent_.width), index(share.y, extent_.height));
    }
    float redness_at_chart(glm::vec2 chart) const {
        const glm::vec2 share = share_of(chart);
        return glm::unpackHalf1x16(redness_[index(share.y, red_extent_.height) * red_extent_.width +
                                            index(share.x, red_extent_.width)]);
    }
    glm::vec2 share_of(glm::vec2 chart) const { return window_.from_chart * (chart - window_.chart_origin); }
    const gpu::Extent& extent() const { return extent_; }

  private:
    static std::uint32_t index(float share, std::uint32_t count) {
        return static_cast<std::uint32_t>(
            std::clamp(share * static_cast<float>(count), 0.0f, static_cast<float>(count - 1)));
    }
    render::InkWindow window_;
    gpu::Extent extent_;
    std::vector<std::array<std::uint16_t, 4>> ratio_;
    gpu::Extent red_extent_;
    std::vector<std::uint16_t> redness_;
};

/// Mean over a square about the plane's origin.
struct Mean {
    BandValues ratio{};
    float redness = 0.0f;
};
inline Mean mean_about(const Texels& texels, const Plane& plane, glm::vec2 centre_mm, float side_mm) {
    constexpr int points = 40;
    Mean mean;
    for (int j = 0; j < points; ++j)
        for (int i = 0; i < points; ++i) {
            const glm::vec2 mm = centre_mm + (glm::vec2(i, j) + 0.5f - 0.5f * points) * (side_mm / points);
            const glm::vec2 chart = plane.chart_at(mm);
            const BandValues here = texels.at_chart(chart);
            for (std::size_t band = 0; band < band_count; ++band)
                mean.ratio[band] += here[band] / static_cast<float>(points * points);
            mean.redness += texels.redness_at_chart(chart) / static_cast<float>(points * points);
        }
    return mean;
}

inline color::Lab lab(const BandValues& ratio) {
    return ground().colour.lab(ratio);
}

inline study::HealingOptics healing_skin() {
    return {.blood_per_redness = 0.1, .bare = ground().tables.bare, .veil_scatter = study::veil_scatter()};
}

inline Texels far_view(const Patch& patch, std::uint32_t side) {
    render::InkChart chart(test::device(), ground().head, side);
    chart.fill(patch.ink, ground().tables.dots, healing_skin());
    return Texels(chart.window());
}

inline Texels near_view(const Patch& patch, const Plane& plane) {
    render::InkMacro macro(test::device(), ground().tables);
    macro.fill(patch.ink, ground().head, plane.place, healing_skin());
    return Texels(macro.window());
}

} // namespace healed::test

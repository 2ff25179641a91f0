#include "../gpu_device.h"
#include "base/file.h"
#include "render/ink_chart.h"
#include "render/ink_macro.h"
#include "skin/settings.h"

#include <array>
#include <glm/gtc/packing.hpp>

namespace healed::render {
namespace {

using Bands = std::array<double, transport::band_count>;

treatment::Plan full_shaved() {
    treatment::Plan plan;
    plan.sessions = {{.day = 0, .cumulative_density = 0.5}, {.day = 21, .cumulative_density = 1.0}};
    return plan;
}

/// Mean ratio over the texels of `window` whose place lies within `region`, the middle of another window.
Bands mean_within(const InkWindow& window, const InkWindow& region) {
    const auto extent = window.ratio->extent();
    const auto texels = window.ratio->download<std::array<std::uint16_t, 4>>();
    const glm::mat2 to_chart = glm::inverse(window.from_chart);
    Bands sum{};
    double count = 0.0;
    for (std::uint32_t y = 0; y < extent.height; ++y)
        for (std::uint32_t x = 0; x < extent.width; ++x) {
            const glm::vec2 share((static_cast<float>(x) + 0.5f) / static_cast<float>(extent.width),
                                  (static_cast<float>(y) + 0.5f) / static_cast<float>(extent.height));
            const glm::vec2 at =
                region.from_chart * (to_chart * share + window.chart_origin - region.chart_origin);
            if (glm::any(glm::lessThan(at, glm::vec2(0.15f))) ||
                glm::any(glm::greaterThan(at, glm::vec2(0.85f))))
                continue;
            ++count;
            for (std::size_t band = 0; band < sum.size(); ++band)
                sum[band] +=
                    glm::unpackHalf1x16(texels[(band / 4 * extent.height + y) * extent.width + x][band % 4]);
        }
    for (double& value : sum)
        value /= count;
    return sum;
}

TEST(InkScale, ZoneIsAsDarkFromAfarAsItsDotsAreUpClose) {
    const head::Head head = head::built_in_head();
    const ink::Library library = ink::load_library(assets_folder());
    const treatment::Plan plan = full_shaved();
    const treatment::Treatment treatment = treatment::treat(head, plan, library);
    const skin::Skin skin(skin::load_preset(assets_folder(), "III").settings,
                          skin::load_haemoglobin(assets_folder()));
    const transport::SkinTables tables =
        transport::bake_skin_tables(test::device(), skin, transport::BakeQuality::Draft, 3, {});
    const AgedInk ink = aged_ink(treatment, plan, library, {}, 0.2);
    InkChart chart(test::device(), head, 1024);
    chart.fill(ink, tables.dots, 0.0);
    InkMacro macro(test::device(), tables);
    // Well within the treated zone: on the forelock and to the left of the crown.
    for (const glm::vec2 place : {glm::vec2(0.50f, 0.45f), glm::vec2(0.54f, 0.58f)}) {
        macro.fill(ink, head, place, 0.0);
        const Bands near = mean_within(macro.window(), macro.window());
        const Bands far = mean_within(chart.window(), macro.window());
        for (std::size_t band = 0; band < near.size(); ++band)
            EXPECT_NEAR(far[band], near[band], 0.03) << transport::band_nm[band] << " nm";
        EXPECT_LT(near[4], 0.97) << "there is ink to compare";
        EXPECT_LT(near[7], near[1]) << "ink under skin takes more of red than of blue";
    }
}

} // namespace
} // namespace healed::render

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

/// One treated head and one skin for all tests here.
struct Treated {
    head::Head head = head::built_in_head();
    ink::Library library = ink::load_library(assets_folder());
    transport::SkinTables tables =
        transport::bake_skin_tables(test::device(),
                                    skin::Skin(skin::load_preset(assets_folder(), "III").settings,
                                               skin::load_haemoglobin(assets_folder())),
                                    transport::BakeQuality::Draft, 3, {});
};

const Treated& treated() {
    static const Treated once;
    return once;
}

/// Skin that does not flush.
study::HealingOptics calm(const transport::SkinTables& tables) {
    return {.blood_per_redness = 0.0, .bare = tables.bare, .veil_scatter = study::veil_scatter()};
}

TEST(InkScale, ZoneIsAsDarkFromAfarAsItsDotsAreUpClose) {
    const head::Head& head = treated().head;
    const treatment::Plan plan = full_shaved();
    const treatment::Treatment treatment = treatment::treat(head, plan, treated().library);
    const transport::SkinTables& tables = treated().tables;
    const AgedInk ink = aged_ink(treatment, plan, treated().library, {}, 0.2);
    InkChart chart(test::device(), head, 1024);
    chart.fill(ink, tables.dots, calm(tables));
    InkMacro macro(test::device(), tables);
    // Well within the treated zone: on the forelock and to the left of the crown.
    for (const glm::vec2 place : {glm::vec2(0.50f, 0.45f), glm::vec2(0.54f, 0.58f)}) {
        macro.fill(ink, head, place, calm(tables));
        const Bands near = mean_within(macro.window(), macro.window());
        const Bands far = mean_within(chart.window(), macro.window());
        for (std::size_t band = 0; band < near.size(); ++band)
            EXPECT_NEAR(far[band], near[band], 0.03) << transport::band_nm[band] << " nm";
        EXPECT_LT(near[7], 0.97) << "there is ink to compare";
        EXPECT_LT(near[11], near[1]) << "ink under skin takes more of red than of blue";
    }
}

TEST(InkScale, HealingSkinIsAsPaleFromAfarAsUpClose) {
    const head::Head& head = treated().head;
    const treatment::Plan plan = full_shaved();
    const treatment::Treatment treatment = treatment::treat(head, plan, treated().library);
    const transport::SkinTables& tables = treated().tables;
    InkChart chart(test::device(), head, 1024);
    InkMacro macro(test::device(), tables);
    const auto means = [&](double days) {
        const AgedInk ink = aged_ink(treatment, plan, treated().library, {}, days / 365.25);
        chart.fill(ink, tables.dots, calm(tables));
        macro.fill(ink, head, {0.50f, 0.45f}, calm(tables));
        return std::pair(mean_within(chart.window(), macro.window()),
                         mean_within(macro.window(), macro.window()));
    };
    const auto [far, near] = means(12.0);
    const auto [far_later, near_later] = means(60.0);
    for (std::size_t band = 0; band < near.size(); ++band) {
        EXPECT_NEAR(far[band], near[band], 0.05) << transport::band_nm[band] << " nm";
        EXPECT_GT(near[band], near_later[band]);
        EXPECT_GT(far[band], far_later[band]);
    }
}

/// Share of the light at 635 nm that a zone takes, over that at 495 nm, `years` after the last session.
double red_over_blue(const std::string& ink_name, double years) {
    treatment::Plan plan = full_shaved();
    for (treatment::Session& session : plan.sessions)
        session.ink = ink_name;
    const treatment::Treatment treatment = treatment::treat(treated().head, plan, treated().library);
    InkMacro macro(test::device(), treated().tables);
    macro.fill(aged_ink(treatment, plan, treated().library, {}, years), treated().head, {0.50f, 0.45f},
               calm(treated().tables));
    const Bands zone = mean_within(macro.window(), macro.window());
    return (1.0 - zone[10]) / (1.0 - zone[3]);
}

TEST(InkCast, ProcessBlackTurnsBlueGreenWithTheYearsAndCarbonDoesNot) {
    const double carbon = red_over_blue("smp-carbon", 7.0) / red_over_blue("smp-carbon", 0.12);
    const double process =
        red_over_blue("process-black-blue-orange", 7.0) / red_over_blue("process-black-blue-orange", 0.12);
    // Carbon drifts a little bluer too, because shallow dots clear first and deep ones are seen bluer.
    EXPECT_GT(carbon, 0.9);
    EXPECT_LT(carbon, 1.35);
    EXPECT_GT(process, 1.25 * carbon) << "the orange bleaches, the blue goes on taking red";
}

} // namespace
} // namespace healed::render

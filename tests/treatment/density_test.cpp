#include "ellipsoid_head.h"
#include "plan_fixture.h"
#include "treatment/density.h"
#include "treatment/point_grid.h"
#include "treatment/region.h"
#include "treatment/treat.h"

#include <gtest/gtest.h>
#include <numbers>

namespace healed::treatment {
namespace {

/// A work and a head on which it is done.
struct Case {
    const char* name;
    head::Shape shape;
    bool ellipsoid;
    Plan plan;
};

Plan bare_head() {
    Plan plan = steady_hand();
    plan.losses = {{.pattern = Loss::Pattern::Total}};
    return plan;
}

/// Every zone at a density of its own.
Plan unlike_zones() {
    Plan plan = bare_head();
    const double densities[] = {0.7, 1.0, 1.3, 0.6, 0.9};
    for (std::size_t i = 0; i < region_count; ++i)
        plan.zones[i].density = densities[i];
    return plan;
}

std::vector<Case> cases() {
    Plan shaky = bare_head();
    shaky.hand = {};
    return {{"Ellipsoid", {}, true, bare_head()},
            {"SmallHead", {.length_mm = 180, .breadth_mm = 141, .height_mm = 122}, false, unlike_zones()},
            {"LongHeadByHand", {.length_mm = 212, .breadth_mm = 146, .height_mm = 136}, false, shaky}};
}

class Density : public testing::TestWithParam<Case> {};

/// Discs of about 4.5 cm², some hundred dots each, all over the treated scalp.
TEST_P(Density, ErrsByLessThanThreePercentAnywhere) {
    constexpr float radius_mm = 12.0f, apart_mm = 14.0f;
    const head::Head head = GetParam().ellipsoid ? ellipsoid_head() : head::built_in_head(GetParam().shape);
    const Plan& plan = GetParam().plan;
    const ScalpFrame frame(head);
    const ChartField missing = densities(frame, plan).missing;
    std::vector<glm::vec3> dots, cells;
    std::vector<double> expected;
    for (const Dot& dot : treat(head, plan, two_pigment_library()).dots)
        dots.push_back(dot.position_mm);
    for (int j = 0; j < field_side; ++j)
        for (int i = 0; i < field_side; ++i)
            if (missing.cell(i, j) > 0.0f) {
                cells.push_back(head.chart.position_at(missing.centre(i, j)));
                expected.push_back(0.01 * missing.cell(i, j) *
                                   cell_area_mm2(head.chart, missing.centre(i, j), field_side));
            }
    const PointGrid dot_grid(dots, radius_mm), cell_grid(cells, radius_mm);
    int discs = 0;
    double worst = 0.0;
    for (float y = -150.0f; y < 150.0f; y += apart_mm)
        for (float x = -150.0f; x < 150.0f; x += apart_mm) {
            const glm::vec3 middle = head.chart.position_at(frame.chart_at_flat({x, y}));
            double wanted = 0.0, found = 0.0;
            cell_grid.visit_near(middle, radius_mm, [&](std::uint32_t i) {
                wanted += glm::distance(cells[i], middle) < radius_mm ? expected[i] : 0.0;
            });
            dot_grid.visit_near(middle, radius_mm, [&](std::uint32_t i) {
                found += glm::distance(dots[i], middle) < radius_mm ? 1.0 : 0.0;
            });
            if (wanted < 400.0)
                continue;
            ++discs;
            worst = std::max(worst, std::abs(found / wanted - 1.0));
            EXPECT_NEAR(found / wanted, 1.0, 0.03) << x << " " << y << ": " << found << " of " << wanted;
        }
    EXPECT_GT(discs, 60);
    RecordProperty("worst", std::to_string(worst));
}

INSTANTIATE_TEST_SUITE_P(Heads, Density, testing::ValuesIn(cases()),
                         [](const testing::TestParamInfo<Case>& one) { return one.param.name; });

} // namespace
} // namespace healed::treatment

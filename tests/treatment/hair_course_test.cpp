#include "ellipsoid_head.h"
#include "plan_fixture.h"
#include "treatment/follicle.h"

#include <gtest/gtest.h>

namespace healed::treatment {
namespace {

TEST(HairCourse, OtherCausesOfLossMayComeLaterToo) {
    const head::Head head = ellipsoid_head();
    const ScalpFrame frame(head);
    Plan plan = three_sessions();
    plan.norwood = Norwood::I;
    plan.hair_changes = {
        {.at_years = 4.0, .losses = {{.pattern = Loss::Pattern::Diffuse, .remaining = 0.6}}}};
    const LivingUnits units = living_units(frame, HairCourse(frame, plan), plan);
    std::size_t after_two = 0, at_last = 0;
    for (const float gone : units.gone_years) {
        after_two += gone > 2.0f ? 1 : 0;
        at_last += gone > 4.0f ? 1 : 0;
    }
    const auto all = static_cast<double>(units.sites.size());
    EXPECT_NEAR(static_cast<double>(after_two) / all, 0.8, 0.03);
    EXPECT_NEAR(static_cast<double>(at_last) / all, 0.6, 0.03);
}

} // namespace
} // namespace healed::treatment

#include "aging/carry_out.h"

#include "base/file.h"
#include "treatment/ellipsoid_head.h"
#include "treatment/plan_fixture.h"

#include <gtest/gtest.h>

namespace healed::aging {
namespace {

using treatment::Plan;

const head::Head& the_head() {
    static const head::Head head = ellipsoid_head();
    return head;
}

const ink::Library& the_library() {
    static const ink::Library library = ink::load_library(assets_folder());
    return library;
}

/// A bald patch worked twice, the second visit judging what the first has left after five weeks.
Plan judged_twice() {
    Plan plan = steady_hand();
    plan.areas = {{.along = {{60.0, 0.0}}, .width_mm = 50.0}};
    plan.sessions = {{.cumulative_density = 0.4, .ink = "smp-carbon"},
                     {.day = 35.0, .cumulative_density = 1.0, .ink = "smp-carbon", .compensation = 1.0}};
    return plan;
}

double mean_ng(const Plan& plan, const Client& client, std::size_t session) {
    double sum = 0.0, count = 0.0;
    for (const treatment::Dot& dot : carry_out(the_head(), plan, the_library(), client).dots)
        if (dot.session == session) {
            sum += static_cast<double>(dot.mass_ng[0]);
            ++count;
        }
    return sum / count;
}

TEST(CarryOut, RightWorkInUsualSkinIsGoneOnWithAsPlanned) {
    const Plan plan = judged_twice();
    EXPECT_NEAR(mean_ng(plan, {}, 1) / mean_ng(plan, {}, 0), 1.0, 0.04);
}

TEST(CarryOut, SkinThatKeepsLessIsGivenMore) {
    const Plan plan = judged_twice();
    Client swimmer;
    swimmer.care = {.water_from_day = 0.0, .sweat_from_day = 0.0, .pool_from_day = 1.0};
    EXPECT_GT(mean_ng(plan, swimmer, 1), 1.1 * mean_ng(plan, {}, 1));
    EXPECT_NEAR(mean_ng(plan, swimmer, 0), mean_ng(plan, {}, 0), 1e-6);
    Plan blind = plan;
    blind.sessions[1].compensation = 0.0;
    EXPECT_NEAR(mean_ng(blind, swimmer, 1), mean_ng(blind, {}, 1), 1e-6);
}

TEST(CarryOut, AFirstVisitTooShallowMakesTheNextOneDarker) {
    Plan plan = judged_twice();
    plan.needle.resting_depth_mm = 0.14;
    EXPECT_GT(mean_ng(plan, {}, 1), 1.3 * mean_ng(plan, {}, 0));
}

TEST(CarryOut, AScarIsBroughtTheInkOfWholeSkinByTheSecondVisitOnly) {
    const Plan whole = judged_twice();
    Plan burnt = whole;
    burnt.marks = {{.kind = treatment::MarkKind::Burn, .area = {.along = {{60.0, 0.0}}, .width_mm = 90.0}}};
    EXPECT_LT(mean_ng(burnt, {}, 0), 0.6 * mean_ng(whole, {}, 0));
    EXPECT_NEAR(mean_ng(burnt, {}, 1) / mean_ng(whole, {}, 1), 1.0, 0.12);
}

} // namespace
} // namespace healed::aging

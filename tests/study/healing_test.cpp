#include "aging/age.h"
#include "aging/constants.h"
#include "aging/healing.h"
#include "baked_skin.h"
#include "checked_physics.h"
#include "study/zone_colour.h"
#include "transport/adding_doubling.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

TEST(Veil, CostsThinInkTheShareOfContrastThatItIsMadeFor) {
    for (const double bare : {0.1, 0.35, 0.6})
        for (const double loss : {0.0, 0.1, 0.3, 0.6}) {
            const double rho = checked_physics::rho_for_contrast_loss(loss, bare);
            const double thin = 1.0 - 1e-5;
            const double veiled = checked_physics::veiled_ratio(thin, bare, rho);
            const double bright = checked_physics::veiled_ratio(1.0, bare, rho);
            EXPECT_NEAR((1.0 - veiled / bright) / 1e-5, 1.0 - loss, 1e-4) << bare << " " << loss;
        }
}

TEST(Veil, IsNothingWhenNothingHeals) {
    for (const double ratio : {0.0, 0.3, 1.0})
        EXPECT_NEAR(checked_physics::scaly_ratio(ratio, 0.4, 0.0, 0.0, 0.2), ratio, 1e-12);
}

/// Diffuse reflectance at 560 nm of skin with so much more absorption in its dermis and a clear scattering
/// layer on top of it.
double layered(double ink_per_mm, double scattering_per_mm) {
    const skin::Skin skin(test::skin_three(), skin::load_haemoglobin(assets_folder()));
    skin::OpticalStack stack = skin.stack_at(560.0);
    stack.layers[2].absorption_per_mm += ink_per_mm;
    skin::OpticalLayer scale = stack.layers.front();
    scale.thickness_mm = 0.02;
    scale.absorption_per_mm = 0.0;
    scale.scattering_per_mm = scattering_per_mm;
    if (scattering_per_mm > 0.0)
        stack.layers.insert(stack.layers.begin(), scale);
    return transport::plane_reflectance(stack).reflectance_diffuse;
}

TEST(Veil, LightensSkinAndInkAsLayersDo) {
    const double bare = layered(0.0, 0.0);
    for (const double scattering : {5.0, 15.0, 30.0}) {
        // The layer is known by what it does to the bare skin; what it does to inked skin must follow.
        const double lighter = layered(0.0, scattering);
        double low = 0.0, high = 0.9;
        for (int i = 0; i < 50; ++i) {
            const double middle = 0.5 * (low + high);
            (checked_physics::under_scale(bare, middle) < lighter ? low : high) = middle;
        }
        for (const double ink : {0.2, 1.0, 5.0}) {
            const double ratio = layered(ink, 0.0) / bare;
            EXPECT_NEAR(checked_physics::veiled_ratio(ratio, bare, low), layered(ink, scattering) / bare,
                        0.02)
                << scattering << " " << ink << " " << ratio;
        }
    }
}

/// A zone of one dot a square millimetre, right depth, as its day has it.
struct Healing {
    treatment::Plan plan{.sessions = {{.ink = "smp-carbon"}}};
    InkBands inks{plan, test::the_library()};
    treatment::Dot dot{};
    Healing() {
        dot.normal = {0.0f, 1.0f, 0.0f};
        dot.depth_mm = 0.27f;
        dot.footprint_mm = 0.24f;
        dot.mass_ng[0] = 44.8f;
    }
    aging::DotState state(double days) const {
        return aging::age(dot, test::the_library().ink("smp-carbon"), test::the_library(), {}, days / 365.25);
    }
    color::Lab seen(double days) const { return seen(state(days)); }
    color::Lab seen(const aging::DotState& now) const {
        return test::zone_skin_three().colour.lab(
            zone_ratio(test::grid(), inks, test::zone_skin_three(), {{&dot, 1}, {&now, 1}, 0.56}));
    }
};

TEST(HealingDays, GoFromRedAndDarkOverPaleToSettled) {
    const Healing zone;
    const color::Lab first = zone.seen(0.1), fifth = zone.seen(4.0), ghost = zone.seen(12.0),
                     month = zone.seen(30.0), settled = zone.seen(90.0);
    aging::DotState calm = zone.state(0.1);
    calm.redness = 0.0f;
    EXPECT_GT(first.a, zone.seen(calm).a + 1.0) << "flush";
    EXPECT_LT(fifth.l, month.l - 2.0) << "crusts";
    EXPECT_GT(ghost.l, month.l + 2.0) << "pale phase";
    EXPECT_LT(color::delta_e_2000(month, settled), 1.0);
}

TEST(HealingDays, CrustsAreWiderAndDarkerThanTheDotAndLiftWithinTheirDays) {
    const Healing zone;
    const aging::DotState third = zone.state(3.0), tenth = zone.state(10.0);
    EXPECT_GT(third.crust_sigma_mm, 1.3f * third.sigma_mm);
    EXPECT_GT(third.crust_cover, 0.9f);
    EXPECT_LT(tenth.crust_cover, 0.05f);
    const transport::BandValues crust = zone.inks.in_crust(zone.dot, third),
                                none = zone.inks.in_crust(zone.dot, tenth);
    EXPECT_GT(crust.front(), 3.0f * crust.back()) << "dried blood is brown";
    for (std::size_t band = 0; band < transport::band_count; ++band)
        EXPECT_LT(none[band], 0.06f * crust[band]);
    EXPECT_GT(zone.state(8.0).flakes, 0.2f);
    EXPECT_LT(zone.state(3.0).flakes, 0.02f);
    EXPECT_LT(zone.state(30.0).flakes, 0.001f);
}

} // namespace
} // namespace healed::study

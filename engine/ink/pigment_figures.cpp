#include "ink/pigment_figures.h"

namespace healed::ink {

namespace {

constexpr double blue_wool_class = 2.0; ///< dose of one class over that of the class below
constexpr double height_range = 1.5;    ///< particle size and assumed peaks move it so much
constexpr double clearance_range = 1.3; ///< between pigments of one family

} // namespace

std::vector<PigmentFigure> figures(const Pigment& pigment) {
    const std::string head = "ink." + pigment.name + ".";
    const double at_550 = color::value_at(pigment.absorption_m2_per_g, 550.0);
    const double light = pigment.light_loss_per_100_sed, clearance = pigment.clearance_factor;
    return {{head + "absorption_at_550nm", at_550, "m2/g", at_550 / height_range, at_550 * height_range,
             pigment.passport.evidence, pigment.passport.source},
            {head + "density", pigment.density_g_per_cm3, "g/cm3", pigment.density_g_per_cm3 * 0.9,
             pigment.density_g_per_cm3 * 1.1, Evidence::Literature, "of the dry pigment; grades differ"},
            {head + "light_loss", light, "1/(100 SED)", light / blue_wool_class, light * blue_wool_class,
             Evidence::Assumed,
             "ASTM and blue-wool classes (literature), times 8 for dilute tints (assumed); range: one class"},
            {head + "clearance_factor", clearance, "1", clearance / clearance_range,
             clearance * clearance_range, Evidence::Assumed, "clearance over that of carbon"},
            {head + "metabolic_loss", pigment.metabolic_loss_per_year, "1/y",
             0.5 * pigment.metabolic_loss_per_year, 2.0 * pigment.metabolic_loss_per_year, Evidence::Assumed,
             "breakdown in tissue beside clearance and light"}};
}

} // namespace healed::ink

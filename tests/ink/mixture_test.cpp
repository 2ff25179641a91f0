#include "base/file.h"
#include "ink/ink.h"
#include "ink/mixture.h"
#include "reference_table.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace healed::ink {
namespace {

const Library& library() {
    static const Library loaded = load_library(assets_folder());
    return loaded;
}

/// The rms error of its fit that a pigment's file states, m²/g.
double stated_rms(const std::string& pigment, const char* of = "fit_rms_m2_per_g") {
    JsonReader json = JsonReader::from_file(assets_folder() / "pigments" / (pigment + ".json"));
    return json.number(of, {0.0, 10.0});
}

struct Misfit {
    double rms, peak;
};

/// Between a curve and published values at 380, 390 … 730 nm.
template <typename Published>
Misfit misfit(const color::Spectrum& curve, Published published) {
    double square = 0.0, peak = 0.0;
    int count = 0;
    for (int nm = 380; nm <= 730; nm += 10, ++count) {
        const double value = published(std::to_string(nm));
        square += std::pow(color::value_at(curve, nm) - value, 2.0);
        peak = std::max(peak, value);
    }
    return {std::sqrt(square / count), peak};
}

Misfit absorption_misfit(const std::string& pigment, const std::string& component) {
    static const ReferenceTable table = read_reference("pigment/component_MAC_proposed_m2_per_g_380_730.csv");
    std::size_t row = 0;
    while (row < table.size() && table.text(row, "component") != component)
        ++row;
    return misfit(library().pigment(pigment).absorption_m2_per_g,
                  [&](const std::string& nm) { return table.number(row, nm); });
}

TEST(Pigments, FitTheirSourcesAsCloselyAsTheyState) {
    const std::pair<std::string, std::string> rows[] = {{"carbon", "CI77266 carbon"},
                                                        {"magnetite", "CI77499 Fe3O4"},
                                                        {"hematite", "CI77491 Fe2O3"},
                                                        {"goethite", "CI77492 FeOOH"},
                                                        {"pb15", "CI74160 PB15"},
                                                        {"pg7", "CI74260 PG7"},
                                                        {"py74", "CI11741 PY74"},
                                                        {"py83", "CI21108 PY83"},
                                                        {"pv23", "CI51319 PV23"},
                                                        {"pr254", "CI56110 PR254"},
                                                        {"po13", "CI21160 PO16/CI21110 PO13 (PO73 shape)"}};
    for (const auto& [pigment, component] : rows) {
        const Misfit found = absorption_misfit(pigment, component);
        EXPECT_LE(found.rms, stated_rms(pigment)) << pigment;
        EXPECT_LE(found.rms, 0.02 * found.peak) << pigment;
    }
    EXPECT_EQ(absorption_misfit("tio2", "CI77891 TiO2").rms, stated_rms("tio2"));
}

TEST(Pigments, SayHowFarAShapeOfTheirOwnLiesFromTheLentOne) {
    for (const auto& [pigment, component] : {std::pair{"pr170", "CI12475 PR170 (PR254 shape)"},
                                             std::pair{"po16", "CI21160 PO16/CI21110 PO13 (PO73 shape)"}})
        EXPECT_NEAR(absorption_misfit(pigment, component).rms, stated_rms(pigment), 0.005) << pigment;
}

TEST(Pigments, ScatterAsMieTheoryAsCloselyAsTheyState) {
    const ReferenceTable table = read_reference("pigment/mie_mass_cross_sections_in_dermis_380_730.csv");
    const std::string size = "median_diameter_nm (lognormal sigma_g 1.35, medium n=1.39)";
    const auto row_of = [&](const std::string& pigment, const std::string& diameter,
                            const std::string& quantity) {
        std::size_t row = 0;
        while (row < table.size() &&
               (table.text(row, "pigment") != pigment || table.text(row, size) != diameter ||
                table.text(row, "quantity") != quantity))
            ++row;
        return row;
    };
    struct {
        const char *pigment, *particle, *diameter;
    } const cases[] = {{"tio2", "titanium_white_CI77891_rutile", "250"},
                       {"hematite", "hematite_red_CI77491", "200"},
                       {"magnetite", "magnetite_black_CI77499_Querry", "200"}};
    for (const auto& c : cases) {
        const std::size_t scattering = row_of(c.particle, c.diameter, "MSC_m2_per_g"),
                          g = row_of(c.particle, c.diameter, "g");
        const Misfit found =
            misfit(library().pigment(c.pigment).reduced_scattering_m2_per_g, [&](const std::string& nm) {
                return table.number(scattering, nm) * (1.0 - table.number(g, nm));
            });
        EXPECT_LE(found.rms, stated_rms(c.pigment, "fit_rms_scattering_m2_per_g")) << c.pigment;
        EXPECT_LE(found.rms, 0.1 * found.peak) << c.pigment;
    }
}

TEST(Mixture, IsLinearInItsComponents) {
    const auto blue = absorption_m2_per_g(library(), {{"pb15", 1.0}});
    const auto orange = absorption_m2_per_g(library(), {{"po13", 1.0}});
    const auto both = absorption_m2_per_g(library(), {{"pb15", 0.3}, {"po13", 0.7}});
    const auto whites = reduced_scattering_m2_per_g(library(), {{"tio2", 0.5}, {"carbon", 0.5}});
    for (std::size_t i = 0; i < both.size(); ++i) {
        EXPECT_NEAR(both[i], 0.3 * blue[i] + 0.7 * orange[i], 1e-12);
        EXPECT_NEAR(whites[i], 0.5 * library().pigment("tio2").reduced_scattering_m2_per_g[i], 1e-12);
    }
}

TEST(Mixture, HealedStandardDotHasOpticalDepthTwenty) {
    const Ink& ink = library().ink("smp-carbon");
    const double healed_ng = 0.67 * ink.pigment_ng_per_dot;
    const double area_mm2 = std::numbers::pi * 0.06 * 0.06;
    EXPECT_NEAR(healed_ng, 30.0, 0.2);
    EXPECT_NEAR(absorption_mm2_per_ng(library(), ink)[34] * healed_ng / area_mm2, 20.0, 1.0);
}

double fresh_darkness(const Ink& ink) {
    return ink.pigment_ng_per_dot * mean_absorption(absorption_mm2_per_ng(library(), ink));
}

TEST(Inks, BlacksAreEquallyDarkOnDayZero) {
    const double standard = fresh_darkness(library().ink("smp-carbon"));
    for (const char* name : {"smp-warm", "process-black-blue-orange", "process-black-three",
                             "carbon-green-orange", "violet-black"})
        EXPECT_NEAR(fresh_darkness(library().ink(name)), standard, 2e-3 * standard) << name;
}

TEST(Inks, ProcessBlacksAreAsNeutralAsTheirPigmentsAllow) {
    for (const char* name : {"process-black-blue-orange", "process-black-three", "carbon-green-orange"}) {
        const Ink& ink = library().ink(name);
        const double best = colour_cast(absorption_m2_per_g(library(), ink.components));
        for (std::size_t from = 0; from < ink.components.size(); ++from)
            for (std::size_t to = 0; to < ink.components.size(); ++to) {
                if (from == to || ink.components[from].pigment == "carbon" ||
                    ink.components[to].pigment == "carbon")
                    continue;
                std::vector<Component> other = ink.components;
                other[from].mass_fraction -= 0.01;
                other[to].mass_fraction += 0.01;
                EXPECT_GT(colour_cast(absorption_m2_per_g(library(), other)), best) << name;
            }
    }
}

TEST(Inks, LosingTheWarmPigmentTurnsAProcessBlackBlue) {
    const Ink& ink = library().ink("process-black-three");
    const auto fresh = absorption_m2_per_g(library(), ink.components);
    const auto faded = absorption_m2_per_g(library(), {{"pb15", ink.components[0].mass_fraction}});
    EXPECT_LT(faded[18] / fresh[18], 0.1); // 470 nm: blue light comes back
    EXPECT_GT(faded[50] / fresh[50], 0.9); // 630 nm: red light is still absorbed
}

TEST(Inks, DilutedGreysDifferOnlyInDose) {
    const Ink& standard = library().ink("smp-carbon");
    for (const char* name : {"smp-carbon-light", "smp-carbon-medium"}) {
        EXPECT_LT(library().ink(name).pigment_ng_per_dot, standard.pigment_ng_per_dot);
        EXPECT_EQ(absorption_mm2_per_ng(library(), library().ink(name)),
                  absorption_mm2_per_ng(library(), standard));
    }
}

} // namespace
} // namespace healed::ink

#include "base/file.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"
#include "ink/curve.h"
#include "ink/library.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace healed::ink {
namespace {

const std::string passport =
    R"("passport": {"source": "a test", "unit": "m2/g", "licence": "none", "evidence": "assumed"})";

std::string ink_text(const std::string& components, const std::string& rest = passport) {
    return R"({"title": "Mine", )" + rest + R"(, "components": [)" + components +
           R"(], "pigment_ng_per_dot": 2.0})";
}

std::string pigment_text(const std::string& absorption) {
    return R"({"title": "Mine", )" + passport + R"(, "density_g_per_cm3": 1.5, "absorption_m2_per_g": )" +
           absorption + R"(, "light_loss_per_100_sed": 0.1, "clearance_factor": 1,
           "metabolic_loss_per_year": 0, "organic": true})";
}

const Library& library() {
    static const Library loaded = load_library(assets_folder());
    return loaded;
}

void expect_refused_ink(const std::string& text, std::initializer_list<std::string> words) {
    const TemporaryFolder folder;
    const auto file = folder.file("mine.json", text);
    expect_refusal([&] { read_ink(file, library()); }, words);
}

void expect_refused_pigment(const std::string& text, std::initializer_list<std::string> words) {
    const TemporaryFolder folder;
    const auto file = folder.file("mine.json", text);
    expect_refusal([&] { read_pigment(file); }, words);
}

TEST(Library, HoldsThePigmentsAndInksOfTheTrade) {
    for (const char* name : {"carbon", "pb15", "pg7", "po13", "po16", "pr170", "pr254", "py74", "py83",
                             "pv23", "hematite", "goethite", "magnetite", "tio2"})
        EXPECT_EQ(library().pigment(name).name, name);
    EXPECT_GE(library().inks.size(), 8u);
    EXPECT_EQ(library().ink("smp-carbon").components.size(), 1u);
}

TEST(Library, PigmentsAreNonNegativeAndPlausible) {
    for (const auto& [name, pigment] : library().pigments) {
        for (std::size_t i = 0; i < color::wavelength_count; ++i) {
            EXPECT_GE(pigment.absorption_m2_per_g[i], 0.0) << name;
            EXPECT_LT(pigment.absorption_m2_per_g[i], 20.0) << name;
            EXPECT_GE(pigment.reduced_scattering_m2_per_g[i], 0.0) << name;
        }
        EXPECT_EQ(pigment.organic, pigment.light_loss_per_100_sed > 0.0) << name;
        EXPECT_FALSE(pigment.passport.source.empty()) << name;
    }
    const auto& white = library().pigment("tio2");
    EXPECT_EQ(*std::max_element(white.absorption_m2_per_g.begin(), white.absorption_m2_per_g.end()), 0.0);
    EXPECT_GT(white.reduced_scattering_m2_per_g[34], 1.0);
}

TEST(Library, CarbonFollowsMieTheory) {
    const auto& carbon = library().pigment("carbon").absorption_m2_per_g;
    EXPECT_NEAR(carbon[14], 8.3, 0.15); // 450 nm
    EXPECT_NEAR(carbon[34], 7.5, 0.15); // 550 nm
    EXPECT_NEAR(carbon[54], 6.7, 0.15); // 650 nm
}

TEST(Library, UnknownNamesAreRefusedWithTheKnownOnes) {
    expect_refusal([] { library().pigment("unobtainium"); }, {"unobtainium", "carbon", "pb15"});
    expect_refusal([] { library().ink("unobtainium"); }, {"unobtainium", "smp-carbon"});
}

TEST(InkFile, GoodOneIsRead) {
    const TemporaryFolder folder;
    const auto file = folder.file("mine.json", ink_text(R"({"pigment": "carbon", "mass_fraction": 0.25},
                                                            {"pigment": "pb15", "mass_fraction": 0.75})"));
    const Ink ink = read_ink(file, library());
    EXPECT_EQ(ink.name, "mine");
    EXPECT_EQ(ink.components.size(), 2u);
    EXPECT_EQ(ink.pigment_ng_per_dot, 2.0);
}

TEST(InkFile, BadOnesAreRefusedByName) {
    const std::string whole = R"({"pigment": "carbon", "mass_fraction": 1})";
    expect_refused_ink(ink_text(R"({"pigment": "carbon", "mass_fraction": -0.5})"),
                       {"mine.json", "components", "mass_fraction", "-0.5"});
    expect_refused_ink(ink_text(R"({"pigment": "carbon", "mass_fraction": 0.7})"),
                       {"mine.json", "components", "0.7"});
    expect_refused_ink(ink_text(""), {"mine.json", "components"});
    expect_refused_ink(ink_text(R"({"pigment": "soot", "mass_fraction": 1})"),
                       {"mine.json", "soot", "carbon"});
    expect_refused_ink(ink_text(whole, R"("sparkle": 1)"), {"mine.json", "passport"});
    expect_refused_ink(ink_text(whole, passport + R"(, "sparkle": 1)"), {"mine.json", "sparkle"});
    expect_refused_ink("{\"title\": ", {"mine.json"});
}

TEST(PigmentFile, BadCurvesAreRefusedByName) {
    expect_refused_pigment(pigment_text(R"({"constant": -1})"), {"mine.json", "absorption_m2_per_g", "-1"});
    expect_refused_pigment(pigment_text(R"({"bands": [{"height": 1, "centre_nm": 500, "width_nm": 0}]})"),
                           {"mine.json", "width_nm"});
    expect_refused_pigment(pigment_text(R"({"edges": [{"height": 1, "centre_nm": 500, "width_nm": 0}]})"),
                           {"mine.json", "width_nm"});
    expect_refused_pigment(
        pigment_text(R"({"bands": [{"height": 1, "centre_nm": 500, "width_nm": 9, "hue": 3}]})"),
        {"mine.json", "hue"});
    expect_refused_pigment(pigment_text(R"({"samples": {"wavelength_nm": [400, 500], "value": [1]}})"),
                           {"mine.json", "samples"});
    expect_refused_pigment(pigment_text(R"({"samples": {"wavelength_nm": [500, 400], "value": [1, 2]}})"),
                           {"mine.json", "wavelength_nm"});
}

TEST(InkFile, TooManyPigmentsAndTooFewPointsAreRefused) {
    std::string parts;
    for (const char* name : {"carbon", "pb15", "pg7", "po13", "po16", "pr170", "pr254"})
        parts += fmt::format(R"({}{{"pigment": "{}", "mass_fraction": {}}})", parts.empty() ? "" : ", ", name,
                             parts.empty() ? 0.4 : 0.1);
    expect_refused_ink(ink_text(parts), {"mine.json", "components", "7 pigments", "6"});
    expect_refused_pigment(
        pigment_text(R"({"samples": {"wavelength_nm": [400, 500, 600], "value": [1, 2, 1]}})"),
        {"mine.json", "wavelength_nm", "3 points"});
}

TEST(InkFile, MayStateItsOwnPigments) {
    const TemporaryFolder folder;
    const std::string pigment = pigment_text(R"({"constant": 3})").insert(1, R"("name": "soot", )");
    const std::string text = ink_text(R"({"pigment": "soot", "mass_fraction": 1})",
                                      passport + R"(, "own_pigments": [)" + pigment + "]");
    Library with_own = library();
    with_own.add(read_ink(folder.file("mine.json", text), with_own), "mine.json");
    EXPECT_NEAR(with_own.pigment("soot").absorption_m2_per_g[30], 3.0, 1e-12);
    EXPECT_EQ(with_own.ink("mine").components[0].pigment, "soot");
    expect_refusal([&] { with_own.add(with_own.ink("mine"), "again.json"); }, {"again.json", "mine"});
    with_own.drop("mine");
    EXPECT_FALSE(with_own.pigments.contains("soot"));
}

TEST(PigmentFile, MeasuredSamplesAreInterpolated) {
    const TemporaryFolder folder;
    const auto file = folder.file("mine.json", pigment_text(R"({"samples": {"wavelength_nm":
            [400, 500, 550, 600, 620, 640, 660, 700], "value": [1, 3, 3, 3, 3, 3, 3, 3]}})"));
    const Pigment pigment = read_pigment(file);
    EXPECT_NEAR(pigment.absorption_m2_per_g[0], 1.0, 1e-12);  // 380 nm, before the first sample
    EXPECT_NEAR(pigment.absorption_m2_per_g[14], 2.0, 1e-12); // 450 nm
    EXPECT_NEAR(pigment.absorption_m2_per_g[80], 3.0, 1e-12); // 780 nm, after the last
}

TEST(Curve, TermsAddUp) {
    const Curve curve = read_curve(JsonReader::from_text(R"({"constant": 0.5,
        "bands": [{"height": 2, "centre_nm": 500, "width_nm": 20}],
        "edges": [{"height": 4, "centre_nm": 600, "width_nm": 10}],
        "powers": [{"at_550nm": 1, "exponent": -1}]})",
                                                         "curve"));
    EXPECT_NEAR(curve.at(600.0), 0.5 + 2.0 * std::exp(-12.5) + 2.0 + 550.0 / 600.0, 1e-9);
    EXPECT_NEAR(curve.at(500.0), 0.5 + 2.0 + 4.0 / (1.0 + std::exp(-10.0)) + 1.1, 1e-9);
}

} // namespace
} // namespace healed::ink

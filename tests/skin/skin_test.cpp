#include "base/file.h"
#include "house/refusal.h"
#include "reference_table.h"
#include "skin/optics.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::skin {
namespace {

Haemoglobin blood() {
    return load_haemoglobin(assets_folder());
}

SkinSettings settings_of(std::string_view text) {
    JsonReader json = JsonReader::from_text(text, "me.json");
    const SkinSettings settings = read_settings(json);
    json.finish();
    return settings;
}

TEST(Haemoglobin, AgreesWithTheCompilation) {
    const ReferenceTable table = read_reference("skin/haemoglobin_prahl.csv");
    int compared = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double wavelength = table.number(row, "wavelength_nm");
        if (wavelength < 380.0 || wavelength > 780.0)
            continue;
        const double oxygenated = 0.1 * table.number(row, "mua_HbO2_150gL_cm-1");
        const double deoxygenated = 0.1 * table.number(row, "mua_Hb_150gL_cm-1");
        EXPECT_NEAR(blood().blood_absorption_per_mm(wavelength, 1.0), oxygenated, 1e-3 * oxygenated);
        EXPECT_NEAR(blood().blood_absorption_per_mm(wavelength, 0.0), deoxygenated, 1e-3 * deoxygenated);
        ++compared;
    }
    EXPECT_EQ(compared, 201);
}

TEST(Haemoglobin, InterpolatesBetweenRowsAndEnds) {
    const Haemoglobin h{{380.0, 400.0, 780.0}, {0.0, 100.0, 100.0}, {0.0, 100.0, 100.0}};
    const double full = h.blood_absorption_per_mm(400.0, 0.5);
    EXPECT_NEAR(h.blood_absorption_per_mm(390.0, 0.5), 0.5 * full, 1e-12);
    EXPECT_NEAR(h.blood_absorption_per_mm(780.0, 0.5), full, 1e-12);
    EXPECT_NEAR(h.blood_absorption_per_mm(380.0, 0.5), 0.0, 1e-12);
}

// The same formulas written by others: four layers of a light skin, 400 … 700 nm, in 1/cm.
TEST(Skin, LayersAgreeWithAnIndependentModel) {
    const ReferenceTable table = read_reference("skin/mcml_skin_bare.csv");
    SkinSettings settings;
    settings.scattering_factor = 1.0;
    settings.baseline_factor = 1.0;
    const Skin skin(settings, blood());
    const std::pair<Layer, std::string> layers[] = {{Layer::Epidermis, "epidermis"},
                                                    {Layer::ReticularDermis, "reticular_dermis"}};
    ASSERT_GT(table.size(), 25u);
    for (std::size_t row = 0; row < table.size(); ++row)
        for (const auto& [layer, name] : layers) {
            const OpticalLayer ours = skin.layer_at(layer, table.number(row, "wavelength_nm"));
            EXPECT_NEAR(ours.scattering_per_mm, 0.1 * table.number(row, "mus_" + name),
                        2e-4 * ours.scattering_per_mm);
            EXPECT_NEAR(ours.anisotropy, table.number(row, "g_" + name), 1e-9);
        }
}

TEST(Skin, StackHasFourLayersOverEndlessFat) {
    const Skin skin({}, blood());
    for (double wavelength : {380.0, 450.0, 555.0, 780.0}) {
        const OpticalStack stack = skin.stack_at(wavelength);
        ASSERT_EQ(stack.layers.size(), static_cast<std::size_t>(layer_count));
        EXPECT_EQ(stack.index_above, 1.0);
        EXPECT_EQ(stack.index_below, stack.layers.back().refractive_index);
        EXPECT_TRUE(std::isinf(stack.layers.back().thickness_mm));
        for (const OpticalLayer& layer : stack.layers) {
            EXPECT_GT(layer.absorption_per_mm, 0.0);
            EXPECT_GT(layer.scattering_per_mm, layer.absorption_per_mm);
            EXPECT_GT(layer.anisotropy, 0.0);
            EXPECT_LT(layer.anisotropy, 1.0);
        }
        // μs' does not depend on how g is split off.
        EXPECT_NEAR(stack.layers[1].scattering_per_mm * (1.0 - stack.layers[1].anisotropy),
                    skin.settings().scattering_factor *
                        reduced_scattering_per_mm(Layer::PapillaryDermis, wavelength),
                    1e-12);
    }
}

TEST(Skin, AbsorptionIsLinearInBloodAndPapillaryHoldsTwice) {
    SkinSettings bloodless;
    bloodless.blood_fraction = 0.0;
    bloodless.baseline_factor = 0.0;
    SkinSettings bloody = bloodless;
    bloody.blood_fraction = 0.01;
    const double one = Skin(bloody, blood()).layer_at(Layer::ReticularDermis, 560.0).absorption_per_mm;
    const double two = Skin(bloody, blood()).layer_at(Layer::PapillaryDermis, 560.0).absorption_per_mm;
    EXPECT_NEAR(two, 2.0 * one, 1e-12);
    EXPECT_NEAR(one, 0.01 * blood().blood_absorption_per_mm(560.0, bloody.saturation), 1e-12);
    EXPECT_EQ(Skin(bloodless, blood()).layer_at(Layer::ReticularDermis, 560.0).absorption_per_mm, 0.0);
}

TEST(Settings, MissingFieldsKeepTheirDefaults) {
    const SkinSettings settings = settings_of(R"({"melanin_fraction": 0.1})");
    EXPECT_EQ(settings.melanin_fraction, 0.1);
    EXPECT_EQ(settings.epidermis_mm, SkinSettings{}.epidermis_mm);
}

TEST(Settings, NonsenseIsRefusedByName) {
    expect_refusal([] { settings_of(R"({"melanin_fraction": -0.1})"); },
                   {"me.json", "melanin_fraction", "-0.1"});
    expect_refusal([] { settings_of(R"({"saturation": 1.5})"); }, {"saturation", "1.5"});
    expect_refusal([] { settings_of(R"({"epidermis_mm": 0})"); }, {"epidermis_mm"});
    expect_refusal([] { settings_of(R"({"freckles": 7})"); }, {"freckles"});
}

TEST(Presets, SixTypesByNameAndNumeral) {
    const auto presets = load_presets(assets_folder());
    EXPECT_EQ(presets.size(), 6u);
    EXPECT_EQ(load_preset(assets_folder(), "III").name, "type-3");
    EXPECT_EQ(load_preset(assets_folder(), "type-6").name, "type-6");
    expect_refusal([] { load_preset(assets_folder(), "VII"); }, {"VII", "type-1", "type-6"});
    double melanin = 0.0;
    for (const auto& [name, preset] : presets) {
        EXPECT_GT(preset.settings.melanin_fraction, melanin) << name;
        melanin = preset.settings.melanin_fraction;
    }
}

} // namespace
} // namespace healed::skin

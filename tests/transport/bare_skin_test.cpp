#include "base/file.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "transport/adding_doubling.h"

#include <gtest/gtest.h>

namespace healed::transport {
namespace {

color::Lab lab_of(const skin::SkinSettings& settings, Incidence incidence = Incidence::Diffuse) {
    static const skin::Haemoglobin blood = skin::load_haemoglobin(assets_folder());
    static const color::Viewing daylight = color::load_daylight_viewing(assets_folder());
    const color::Spectrum reflectance = bare_reflectance(skin::Skin(settings, blood), incidence);
    return color::lab_from_xyz(daylight.xyz(reflectance), daylight.white());
}

TEST(BareSkin, SixTypesFallInLightnessEachInItsClass) {
    const color::SkinClass classes[] = {color::SkinClass::VeryLight,    color::SkinClass::Light,
                                        color::SkinClass::Intermediate, color::SkinClass::Tan,
                                        color::SkinClass::Brown,        color::SkinClass::Dark};
    double lightness = 100.0;
    int type = 0;
    for (const auto& [name, preset] : skin::load_presets(assets_folder())) {
        const color::Lab diffuse = lab_of(preset.settings);
        EXPECT_LT(diffuse.l, lightness) << name;
        lightness = diffuse.l;
        for (const color::Lab lab : {diffuse, lab_of(preset.settings, Incidence::Normal)})
            EXPECT_EQ(color::skin_class(color::individual_typology_angle_deg(lab)), classes[type]) << name;
        ++type;
    }
    EXPECT_EQ(type, 6);
}

TEST(BareSkin, MeasuredMeansOfTheClassesAreNear) {
    // Class means of measured people under D65 and the 2° observer, from their published spectra
    // (Xiao et al. 2016).
    const color::Lab published[] = {{67.99, 5.02, 10.15},  {64.56, 7.93, 13.31},  {60.99, 9.71, 15.38},
                                    {56.71, 10.97, 16.55}, {50.11, 11.10, 16.04}, {37.78, 9.17, 12.28}};
    int type = 0;
    for (const auto& [name, preset] : skin::load_presets(assets_folder()))
        EXPECT_LT(color::delta_e_2000(lab_of(preset.settings), published[type++]), 3.0) << name;
}

TEST(BareSkin, MelaninDarkensAndBloodReddens) {
    skin::SkinSettings settings;
    double lightness = 100.0;
    for (double melanin : {0.005, 0.02, 0.05, 0.1, 0.2}) {
        settings.melanin_fraction = melanin;
        EXPECT_LT(lab_of(settings).l, lightness);
        lightness = lab_of(settings).l;
    }
    settings = {};
    double redness = -100.0;
    for (double blood : {0.001, 0.003, 0.006, 0.012}) {
        settings.blood_fraction = blood;
        EXPECT_GT(lab_of(settings).a, redness);
        redness = lab_of(settings).a;
    }
}

TEST(BareSkin, SpecularAddsWhatTheSurfaceMirrors) {
    const skin::Skin skin({}, skin::load_haemoglobin(assets_folder()));
    const auto without = bare_reflectance(skin, Incidence::Normal, Specular::Excluded);
    const auto with = bare_reflectance(skin, Incidence::Normal, Specular::Included);
    for (std::size_t i = 0; i < with.size(); ++i)
        EXPECT_NEAR(with[i] - without[i], 1.0 / 36.0, 1e-12);
}

} // namespace
} // namespace healed::transport

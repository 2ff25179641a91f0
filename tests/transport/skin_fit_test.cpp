#include "../reference_table.h"
#include "base/file.h"
#include "base/parallel.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"
#include "transport/skin_fit.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace healed::transport {
namespace {

const skin::Haemoglobin& blood() {
    static const skin::Haemoglobin table = skin::load_haemoglobin(assets_folder());
    return table;
}

const color::Viewing& daylight() {
    static const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    return viewing;
}

/// What a spectrometer would read of a skin, with noise of this size.
MeasuredSkin seen(const skin::SkinSettings& settings, Incidence light, Specular specular,
                  double from_nm = 400.0, double to_nm = 700.0, double step_nm = 10.0, double noise = 0.0) {
    const skin::Skin skin(settings, blood());
    std::mt19937 random(7);
    std::normal_distribution<double> error(0.0, 1.0);
    MeasuredSkin measured{{}, {}, light, specular};
    for (double nm = from_nm; nm <= to_nm; nm += step_nm) {
        const double r = as_measured(plane_reflectance(skin.stack_at(nm), draft_streams), light, specular);
        measured.wavelength_nm.push_back(nm);
        measured.reflectance.push_back(r + noise * error(random));
    }
    return measured;
}

const skin::SkinSettings people[]{
    {0.012, 0.0035, 0.62, 1.25, 0.35},
    {0.03, 0.012, 0.45, 1.7, 0.9},
    {0.09, 0.006, 0.8, 1.4, 0.6},
    {0.25, 0.008, 0.7, 1.6, 0.5},
};

void expect_recovered(const FittedSkin& fitted, const skin::SkinSettings& truth, double errors) {
    for (std::size_t i = 0; i < unknown_count; ++i) {
        const auto setting = unknowns()[i].setting;
        EXPECT_NEAR(fitted.settings.*setting, truth.*setting, errors * fitted.uncertainty[i])
            << unknown_names[i];
    }
}

TEST(SkinFit, FindsTheSettingsOfAKnownSkin) {
    for (const skin::SkinSettings& truth : people)
        for (const Incidence light : {Incidence::Normal, Incidence::Diffuse})
            for (const Specular specular : {Specular::Included, Specular::Excluded}) {
                const FittedSkin fitted = fit_skin(seen(truth, light, specular), blood(), daylight());
                expect_recovered(fitted, truth, 1.0);
                EXPECT_LT(fitted.delta_e_2000, 0.1);
                EXPECT_LT(fitted.rms, 0.001);
            }
}

TEST(SkinFit, HoldsThroughNoiseStepsAndRanges) {
    struct Grid {
        double from_nm, to_nm, step_nm, noise;
    };
    for (const skin::SkinSettings& truth : people)
        for (const Grid& grid :
             {Grid{380, 780, 5, 0.003}, Grid{420, 680, 20, 0.002}, Grid{400, 700, 1, 0.004}}) {
            const MeasuredSkin measured = seen(truth, Incidence::Normal, Specular::Included, grid.from_nm,
                                               grid.to_nm, grid.step_nm, grid.noise);
            const FittedSkin fitted = fit_skin(measured, blood(), daylight());
            expect_recovered(fitted, truth, 3.0);
            EXPECT_LT(fitted.rms, 1.5 * grid.noise);
        }
}

TEST(SkinFit, SaysWhatDarkSkinHides) {
    const auto fit = [](double melanin) {
        const skin::SkinSettings truth{melanin, 0.006, 0.7, 1.4, 0.6};
        return fit_skin(seen(truth, Incidence::Normal, Specular::Included), blood(), daylight());
    };
    const FittedSkin light = fit(0.012), dark = fit(0.4);
    EXPECT_TRUE(light.determined[0] && light.determined[1]);
    EXPECT_FALSE(dark.determined[2]); // no oxygen is seen through that much melanin
    EXPECT_GT(dark.uncertainty[1] / dark.settings.blood_fraction,
              2.0 * light.uncertainty[1] / light.settings.blood_fraction);
}

TEST(SkinFit, LeavesWavelengthsAloneThatSkinIsNotKnownAt) {
    const skin::SkinSettings truth = people[1];
    MeasuredSkin measured = seen(truth, Incidence::Diffuse, Specular::Excluded, 380.0, 780.0);
    const FittedSkin within = fit_skin(measured, blood(), daylight());
    measured.wavelength_nm.insert(measured.wavelength_nm.begin(), 360.0);
    measured.reflectance.insert(measured.reflectance.begin(), 0.9);
    const FittedSkin beyond = fit_skin(measured, blood(), daylight());
    EXPECT_FALSE(beyond.reflectance[0].has_value());
    EXPECT_EQ(beyond.reflectance[1], within.reflectance[0]);
    EXPECT_EQ(beyond.settings.melanin_fraction, within.settings.melanin_fraction);
}

TEST(SkinFit, MatchesMeasuredPeople) {
    const ReferenceTable table = read_reference("skin/nist_skin_400_700_10nm.csv");
    std::vector<double> difference(table.size());
    parallel_for(table.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            MeasuredSkin person;
            for (int nm = 400; nm <= 700; nm += 10) {
                person.wavelength_nm.push_back(nm);
                person.reflectance.push_back(table.number(row, fmt::format("R{}", nm)));
            }
            difference[row] = fit_skin(person, blood(), daylight()).delta_e_2000;
        }
    });
    ASSERT_GT(table.size(), 40u);
    for (std::size_t row = 0; row < table.size(); ++row)
        EXPECT_LT(difference[row], 0.9) << "subject " << table.text(row, "subject");
    EXPECT_LE(std::accumulate(difference.begin(), difference.end(), 0.0) / static_cast<double>(table.size()),
              0.45);
}

TEST(SkinUnknowns, CoordinatesGoThereAndBack) {
    for (const skin::SkinSettings& truth : people) {
        const skin::SkinSettings back = settings_at(coordinates_of(truth), {});
        for (const Unknown& unknown : unknowns())
            EXPECT_NEAR(back.*unknown.setting, truth.*unknown.setting, 1e-9);
    }
    Unknowns far;
    far.fill(1e3);
    for (const Unknown& unknown : unknowns())
        EXPECT_LE(settings_at(far, {}).*unknown.setting, unknown.high * (1.0 + 1e-12));
}

std::string spectrum(double from_nm, double to_nm, double step_nm, double reflectance) {
    std::string text = "wavelength_nm,reflectance\n";
    for (double nm = from_nm; nm <= to_nm; nm += step_nm)
        text += std::to_string(nm) + "," + std::to_string(reflectance) + "\n";
    return text;
}

void refuse(const std::string& content, std::initializer_list<std::string> words,
            Specular specular = Specular::Included) {
    const TemporaryFolder folder;
    const auto file = folder.file("arm.csv", content);
    expect_refusal([&] { read_measured_skin(file, Incidence::Normal, specular); }, words);
}

TEST(MeasuredSkinFile, IsReadWithProseFurtherColumnsAndForeignLineEnds) {
    const TemporaryFolder folder;
    std::string text = "\xef\xbb\xbf# arm\r\nid,reflectance,wavelength_nm\r\n";
    for (int nm = 400; nm <= 700; nm += 20)
        text += "a,0.3," + std::to_string(nm) + "\r\n";
    const MeasuredSkin skin =
        read_measured_skin(folder.file("arm.csv", text), Incidence::Diffuse, Specular::Excluded);
    EXPECT_EQ(skin.wavelength_nm.size(), 16u);
    EXPECT_EQ(skin.wavelength_nm.front(), 400.0);
    EXPECT_EQ(skin.reflectance.back(), 0.3);
}

TEST(MeasuredSkinFile, EachFaultIsNamed) {
    refuse("nm,reflectance\n400,0.3\n", {"arm.csv", "wavelength_nm"});
    refuse("wavelength_nm;reflectance\n400;0.3\n", {"arm.csv", "commas"});
    refuse("wavelength_nm,reflectance\n", {"arm.csv", "no spectrum"});
    refuse("", {"arm.csv", "no spectrum"});
    refuse("wavelength_nm,reflectance\n400,nan\n", {"line 2", "reflectance", "nan"});
    refuse("wavelength_nm,reflectance\n400\n", {"line 2", "reflectance"});
    refuse("wavelength_nm,reflectance\n400,0.3\n400,0.3\n", {"line 3", "400", "twice"});
    refuse("wavelength_nm,reflectance\n410,0.3\n400,0.3\n", {"line 3", "400", "rise"});
    refuse("wavelength_nm,reflectance\n400,-0.1\n", {"line 2", "-0.1", "0 … 1"});
    refuse("wavelength_nm,reflectance\n400,1.2\n", {"line 2", "1.2", "0 … 1"});
    refuse("wavelength_nm,reflectance\n400,31.5\n", {"line 2", "31.5", "per cent"});
    refuse("wavelength_nm,reflectance\n0.4,0.3\n", {"line 2", "0.4", "nm"});
    refuse(spectrum(400, 700, 50, 0.3), {"7 points", "8"});
    refuse(spectrum(430, 700, 10, 0.3), {"430", "420"});
    refuse(spectrum(400, 670, 10, 0.3), {"670", "680"});
    refuse(spectrum(400, 440, 5, 0.3) + "700,0.3\n", {"440", "700"});
    refuse(spectrum(400, 700, 10, 0.01), {"surface", "excluded"});
}

} // namespace
} // namespace healed::transport

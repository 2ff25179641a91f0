#include "../gpu_device.h"
#include "base/file.h"
#include "skin/settings.h"
#include "transport/path_replay.h"
#include "transport/skin_tables.h"

#include <array>
#include <cmath>
#include <glm/gtc/packing.hpp>
#include <numbers>
#include <string>

namespace healed::transport {
namespace {

constexpr FieldWindow window{.columns = 128, .rows = 128, .texel_mm = 0.025f, .periodic = true};
constexpr float side_mm = 3.2f;
/// Bands that the judge is asked about, short and long.
constexpr std::array<std::size_t, 2> judged_bands = {3, 10};

const skin::Skin& type_three() {
    static const skin::Skin skin(skin::load_preset(assets_folder(), "III").settings,
                                 skin::load_haemoglobin(assets_folder()));
    return skin;
}

const SkinTables& tables() {
    static const SkinTables baked = bake_skin_tables(test::device(), type_three(), BakeQuality::Draft, 1, {});
    return baked;
}

struct Scene {
    std::string name;
    std::vector<DotAbsorber> dots;
    std::vector<ShaftAbsorber> shafts;
};

DotAbsorber dot(float x, float y, float depth, float sigma, float peak_per_mm) {
    constexpr float sigma_z = 0.08f;
    DotAbsorber d{.x_mm = x, .y_mm = y, .depth_mm = depth, .sigma_mm = sigma, .sigma_z_mm = sigma_z};
    d.absorbing_area_mm2.fill(peak_per_mm * std::pow(2.0f * std::numbers::pi_v<float>, 1.5f) * sigma * sigma *
                              sigma_z);
    return d;
}

Scene lattice(const std::string& name, int across, float depth, float sigma, float peak_per_mm) {
    Scene scene{.name = name};
    for (int i = 0; i < across; ++i)
        for (int j = 0; j < across; ++j) {
            const float pitch = side_mm / static_cast<float>(across);
            scene.dots.push_back(dot((static_cast<float>(i) + 0.5f) * pitch + 0.2f,
                                     (static_cast<float>(j) + 0.5f) * pitch + 0.2f, depth, sigma,
                                     peak_per_mm));
        }
    return scene;
}

ShaftAbsorber shaft(float x, float y, float slant) {
    ShaftAbsorber s{.x_mm = x, .y_mm = y, .slant_x = slant, .radius_mm = 0.035f, .bottom_mm = 1.5f};
    s.absorption_per_mm.fill(25.0f);
    return s;
}

std::vector<Scene> scenes() {
    return {{"weak dot at 0.27 mm", {dot(1.4f, 1.4f, 0.27f, 0.06f, 10.0f)}, {}},
            {"strong dot at 0.27 mm", {dot(1.4f, 1.4f, 0.27f, 0.06f, 40.0f)}, {}},
            {"shallow dot", {dot(1.4f, 1.4f, 0.16f, 0.05f, 30.0f)}, {}},
            {"deep wide dot", {dot(1.4f, 1.4f, 0.57f, 0.2f, 15.0f)}, {}},
            {"two overlapping dots",
             {dot(1.35f, 1.4f, 0.25f, 0.08f, 20.0f), dot(1.5f, 1.4f, 0.3f, 0.08f, 20.0f)},
             {}},
            lattice("30 % of follicles", 2, 0.27f, 0.045f, 40.0f),
            lattice("100 % of follicles", 4, 0.27f, 0.045f, 40.0f),
            lattice("dense", 6, 0.25f, 0.06f, 15.0f),
            lattice("wide dots, deep", 4, 0.4f, 0.1f, 10.0f),
            {"hairs", {}, {shaft(0.8f, 0.8f, 0.0f), shaft(2.2f, 1.1f, 0.8f), shaft(1.4f, 2.4f, 0.8f)}},
            {"hairs and dots",
             {dot(1.4f, 1.4f, 0.27f, 0.05f, 30.0f), dot(0.6f, 2.6f, 0.25f, 0.05f, 30.0f)},
             {shaft(0.8f, 0.8f, 0.8f)}}};
}

/// The same scene for the judge, its points in the middle of every 16th texel.
Patch patch_of(const Scene& scene) {
    Patch patch{.width_mm = side_mm, .height_mm = side_mm, .columns = 8, .rows = 8, .periodic = true};
    // The judge's points lie at the corners of texels; half a texel takes them to the middle.
    const float half = 0.5f * window.texel_mm;
    for (const std::size_t band : judged_bands) {
        patch.wavelengths_nm.push_back(band_nm[band]);
        patch.stacks.push_back(type_three().stack_at(band_nm[band]));
    }
    for (const DotAbsorber& d : scene.dots) {
        const double volume = std::pow(2.0 * std::numbers::pi, 1.5) * d.sigma_mm * d.sigma_mm * d.sigma_z_mm;
        patch.dots.push_back({d.x_mm - half, d.y_mm - half, d.depth_mm, d.sigma_mm, d.sigma_z_mm, d.slant_x,
                              d.slant_y,
                              std::vector<double>(judged_bands.size(), d.absorbing_area_mm2[0] / volume)});
    }
    for (const ShaftAbsorber& s : scene.shafts)
        patch.cylinders.push_back({s.x_mm - half, s.y_mm - half, 0.0, s.radius_mm, s.bottom_mm, s.slant_x,
                                   s.slant_y,
                                   std::vector<double>(judged_bands.size(), s.absorption_per_mm[0])});
    return patch;
}

class Fast {
  public:
    explicit Fast(const SkinTables& skin_tables = tables())
        : field_(test::device(), window), tables_(band_tables(skin_tables, window.texel_mm)),
          ratio_(test::device(), "ratio", gpu::Format::rgba16f,
                 {window.columns, window.rows, band_count / 4}) {}

    void evaluate(const Scene& scene) {
        field_.evaluate(tables_, scene.dots, scene.shafts, ratio_);
        texels_ = ratio_.download<std::array<std::uint16_t, 4>>();
    }
    double at(std::size_t band, std::size_t x, std::size_t y) const {
        return glm::unpackHalf1x16(texels_[(band / 4 * window.rows + y) * window.columns + x][band % 4]);
    }

  private:
    InkField field_;
    BandTables tables_;
    gpu::Image ratio_;
    std::vector<std::array<std::uint16_t, 4>> texels_;
};

TEST(InkField, FollowsTheJudgeOnElevenPatches) {
    Fast fast;
    double all = 0.0;
    int count = 0;
    for (const Scene& scene : scenes()) {
        fast.evaluate(scene);
        const PatchReflectance exact = replay_patch(patch_of(scene), 4'000, 7, {});
        double squares = 0.0;
        for (std::size_t b = 0; b < judged_bands.size(); ++b)
            for (std::size_t i = 0; i < 64; ++i) {
                const double e =
                    fast.at(judged_bands[b], 16 * (i % 8) + 8, 16 * (i / 8) + 8) - exact.ratio[b][i];
                squares += e * e;
            }
        const double rms = std::sqrt(squares / (64.0 * judged_bands.size()));
        RecordProperty(scene.name, std::to_string(rms));
        // Of this 0.002 to 0.005 is the noise of 4,000 paths of judgement.
        EXPECT_LT(rms, 0.02) << scene.name;
        all += rms * rms;
        ++count;
    }
    EXPECT_GE(count, 10);
    EXPECT_LT(std::sqrt(all / count), 0.01);
}

TEST(InkField, DraftTablesSayWhatFinalTablesSay) {
    const SkinTables final_tables = bake_skin_tables(test::device(), type_three(), BakeQuality::Final, 5, {});
    Fast draft, final_one(final_tables);
    double squares = 0.0, count = 0.0;
    for (const Scene& scene : {lattice("", 4, 0.27f, 0.045f, 40.0f), lattice("", 6, 0.16f, 0.06f, 15.0f),
                               lattice("", 3, 0.5f, 0.12f, 15.0f)}) {
        draft.evaluate(scene);
        final_one.evaluate(scene);
        for (std::size_t band = 0; band < band_count; ++band)
            for (std::size_t i = 0; i < window.rows; i += 3) {
                const double e = draft.at(band, i, i) - final_one.at(band, i, i);
                squares += e * e;
                ++count;
            }
    }
    RecordProperty("rms", std::to_string(std::sqrt(squares / count)));
    EXPECT_LT(std::sqrt(squares / count), 0.005);
}

TEST(InkField, CleanSkinStaysAsItIs) {
    Fast fast;
    fast.evaluate({});
    for (std::size_t band = 0; band < band_count; ++band)
        EXPECT_NEAR(fast.at(band, 60, 60), 1.0, 2e-3) << band_nm[band];
}

TEST(InkField, MoreInkIsNeverBrighter) {
    Fast fast;
    std::vector<double> before(band_count, 1.001);
    for (const float peak : {2.0f, 10.0f, 50.0f, 250.0f}) {
        fast.evaluate(lattice("", 3, 0.27f, 0.06f, peak));
        for (std::size_t band = 0; band < band_count; ++band) {
            const double now = fast.at(band, 29, 29);
            EXPECT_LE(now, before[band] + 1e-3) << band_nm[band];
            before[band] = now;
        }
    }
}

TEST(InkField, DeepInkIsBluerAtOnce) {
    Fast fast;
    fast.evaluate(lattice("", 4, 0.27f, 0.06f, 40.0f));
    const double shallow = (1.0 - fast.at(1, 24, 24)) / (1.0 - fast.at(6, 24, 24));
    fast.evaluate(lattice("", 4, 0.6f, 0.06f, 40.0f));
    const double deep = (1.0 - fast.at(1, 24, 24)) / (1.0 - fast.at(6, 24, 24));
    // Grey ink: what it takes of blue against what it takes of red falls with depth.
    EXPECT_LT(deep, 0.6 * shallow);
}

TEST(DotTables, DarkAreaIsThatOfTheFastFieldsLoneDot) {
    Fast fast;
    const DotAbsorber lone = dot(1.4f, 1.4f, 0.27f, 0.05f, 30.0f);
    fast.evaluate({.name = "", .dots = {lone}});
    for (const std::size_t band : {std::size_t{1}, std::size_t{3}}) {
        double area = 0.0;
        for (std::size_t y = 0; y < window.rows; ++y)
            for (std::size_t x = 0; x < window.columns; ++x)
                area += (1.0 - fast.at(band, x, y)) * window.texel_mm * window.texel_mm;
        const Darkening table = tables().dots.dot(band, 0.27f, 0.05f, lone.absorbing_area_mm2[band]);
        // Half floats round a ratio near 1 by up to 0.0005, all over the window.
        const double rounding = 0.0005 * window.width_mm() * window.height_mm();
        EXPECT_NEAR(table.area_mm2, area, 0.15 * area + 0.3 * rounding) << band_nm[band];
    }
}

TEST(DotTables, ThinInkKeepsItsDarkAreaHoweverWideItSpreads) {
    constexpr float absorbing_area_mm2 = 2e-3f;
    const auto area = [&](std::size_t band, float sigma) {
        return tables().dots.dot(band, 0.65f, sigma, absorbing_area_mm2).area_mm2;
    };
    for (std::size_t band = 0; band < band_count; ++band) {
        EXPECT_GT(area(band, 0.40f), 0.0f) << band_nm[band];
        EXPECT_NEAR(area(band, 0.80f) / area(band, 0.40f), 1.0, 1e-3) << band_nm[band];
        EXPECT_LE(area(band, 0.015f), area(band, 0.03f)) << band_nm[band];
    }
}

TEST(DotTables, SharesOfTheSpreadAddUp) {
    for (std::size_t band = 0; band < band_count; ++band) {
        const Darkening d = tables().dots.dot(band, 0.3f, 0.06f, 0.01f);
        EXPECT_NEAR(d.spread[0] + d.spread[1] + d.spread[2], 1.0, 1e-3);
        EXPECT_GE(d.area_mm2, 0.0f);
        EXPECT_LE(d.sheet_share, 1.0f);
    }
}

} // namespace
} // namespace healed::transport

#include "render/macro_replay.h"

#include "place_on_head.h"
#include "render/ink_macro.h"

#include <cmath>
#include <glm/gtc/packing.hpp>

namespace healed::render {
namespace {

constexpr WindowPart part{{185, 123}, {197, 133}};

/// A dot and a hair in the middle of the window.
MacroAbsorbers dot_and_hair() {
    MacroAbsorbers all;
    transport::BandValues area, hair;
    area.fill(0.012f);
    hair.fill(8.0f);
    all.dots.push_back({.x_mm = 4.72f,
                        .y_mm = 3.2f,
                        .depth_mm = 0.25f,
                        .sigma_mm = 0.05f,
                        .sigma_z_mm = 0.07f,
                        .absorbing_area_mm2 = area});
    all.shafts.push_back({.x_mm = 5.2f,
                          .y_mm = 3.2f,
                          .slant_x = 0.3f,
                          .radius_mm = 0.03f,
                          .bottom_mm = 1.5f,
                          .absorption_per_mm = hair});
    return all;
}

const skin::Skin& type_three() {
    static const skin::Skin skin(skin::load_preset(assets_folder(), "III").settings,
                                 skin::load_haemoglobin(assets_folder()));
    return skin;
}

MacroReplay replayed(std::uint64_t paths) {
    MacroReplay replay(dot_and_hair(), type_three(), part);
    replay.follow_up_to(paths, test::device(), {});
    return replay;
}

TEST(MacroReplay, DoesNotDependOnTheStepsAskedFor) {
    MacroReplay in_steps(dot_and_hair(), type_three(), part);
    double told = 0.0;
    for (const std::uint64_t paths : {250, 250, 500})
        in_steps.follow_up_to(paths, test::device(), [&told](double done) {
            EXPECT_LE(done, 1.0);
            told = done;
        });
    EXPECT_DOUBLE_EQ(told, 1.0);
    const MacroReplay at_once = replayed(500);
    EXPECT_EQ(in_steps.paths(), at_once.paths());
    for (std::size_t band = 0; band < transport::band_count; ++band)
        EXPECT_EQ(in_steps.ratio(band), at_once.ratio(band));
}

TEST(MacroReplay, NoiseFallsAsTheRootOfThePathsAndCoversTheFastModel) {
    const MacroReplay few = replayed(500), many = replayed(2000);
    EXPECT_NEAR(many.noise().rms / few.noise().rms, std::sqrt(500.0 / 2000.0), 0.08);
    EXPECT_GE(many.noise().greatest, many.noise().rms);
    EXPECT_GT(many.noise().rms, 1e-4);

    // The fast model of the same absorbers, whose own error is some hundredths over single dots.
    transport::InkField field(test::device(), macro_window);
    const gpu::Image fast(test::device(), "fast", gpu::Format::rgba16f,
                          {macro_window.columns, macro_window.rows, 3});
    const MacroAbsorbers ink = dot_and_hair();
    field.evaluate(band_tables(test::ground().tables, macro_window.texel_mm), ink.dots, ink.shafts, fast);
    auto texels = fast.download<glm::u16vec4>();
    const auto before = texels;
    many.put_into(texels);
    double squares = 0.0;
    std::size_t changed = 0, within = 0;
    for (std::size_t i = 0; i < texels.size(); ++i) {
        const std::size_t x = i % macro_window.columns, y = i / macro_window.columns % macro_window.rows;
        const bool inside = x >= part.from.x && x < part.to.x && y >= part.from.y && y < part.to.y;
        changed += texels[i] != before[i];
        within += inside;
        EXPECT_TRUE(inside || texels[i] == before[i]) << x << ' ' << y;
        for (int band = 0; inside && band < 4; ++band) {
            const double off = static_cast<double>(glm::unpackHalf1x16(texels[i][band])) -
                               static_cast<double>(glm::unpackHalf1x16(before[i][band]));
            squares += off * off;
        }
    }
    EXPECT_GT(changed, within * 9 / 10);
    EXPECT_LT(std::sqrt(squares / static_cast<double>(4 * within)), 0.02);
}

TEST(MacroReplay, CameraSeesThePartThatItsPictureSpans) {
    const head::Head head = head::built_in_head();
    const TangentPlane plane(head.chart, {0.5f, 0.6f});
    const Camera straight =
        look_at(plane.origin + 200.0f * plane.normal, plane.origin, plane.y, 2.0f, 100.0f);
    const WindowPart seen = part_seen(straight, 1.5f, plane);
    EXPECT_NEAR(seen.size().x * 0.025, 3.0, 0.5);
    EXPECT_NEAR(seen.size().y * 0.025, 2.0, 0.5);
    EXPECT_GE(seen.size().x * 0.025, 3.0);
    EXPECT_NEAR(0.5 * (seen.from.x + seen.to.x), 192, 1.5);
    EXPECT_NEAR(0.5 * (seen.from.y + seen.to.y), 128, 1.5);
    const Camera past = look_at(plane.origin + 200.0f * plane.normal + 50.0f * plane.x,
                                plane.origin + 50.0f * plane.x, plane.y, 2.0f, 100.0f);
    EXPECT_EQ(part_seen(past, 1.5f, plane), WindowPart{});
}

} // namespace
} // namespace healed::render

#include "base/file.h"
#include "head/dimensions.h"
#include "head/head.h"
#include "head/landmarks.h"
#include "head/shaped_form.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace healed::head {
namespace {

/// Far from the median in every dimension, and not in proportion to it.
const Shape odd{.length_mm = 184,
                .breadth_mm = 160,
                .height_mm = 122,
                .face_height_mm = 109,
                .face_breadth_mm = 131,
                .ear_length_mm = 56,
                .sex = Sex::Woman,
                .age_years = 60};

const Head& odd_head() {
    static const Head head = built_in_head(odd);
    return head;
}

/// Callipers on the vertices of the mesh.
template <typename Counts>
float width(const Counts& counts) {
    float widest = 0.0f;
    for (const Vertex& v : odd_head().mesh.vertices)
        if (v.part != Part::Ear && counts(v.position_mm))
            widest = std::max(widest, v.position_mm.x);
    return 2.0f * widest;
}

TEST(Shape, LowCrownsHaveTheirLandmarksToo) {
    for (const double height_mm : {110.0, 116.0}) {
        const Landmarks marks = find_landmarks(form_of({.length_mm = 175, .height_mm = height_mm}));
        EXPECT_NEAR(glm::distance(marks.glabella, marks.occiput), 175.0f, 2.0f) << height_mm;
        EXPECT_NEAR(marks.vertex.y, height_mm, 2.0) << height_mm;
    }
}

TEST(Shape, HeadsHaveTheDimensionsAskedFor) {
    const Landmarks& marks = odd_head().landmarks;
    float top = -1e9f, foremost = 0.0f, back = 1e9f;
    for (const Vertex& v : odd_head().mesh.vertices) {
        top = std::max(top, v.position_mm.y);
        if (v.position_mm.y > 15.0f)
            back = std::min(back, v.position_mm.z);
        if (v.position_mm.y > marks.glabella.y - 2.0f && v.position_mm.y < marks.glabella.y + 2.0f)
            foremost = std::max(foremost, v.position_mm.z);
    }
    EXPECT_NEAR(top / odd.height_mm, 1.0, 0.01);
    EXPECT_NEAR((foremost - back) / odd.length_mm, 1.0, 0.01);
    EXPECT_NEAR(width([](glm::vec3 p) { return p.y > 34.0f; }) / odd.breadth_mm, 1.0, 0.01);
    EXPECT_NEAR(width([](glm::vec3 p) { return std::abs(p.y) < 9.0f && p.z > 20.0f && p.z < 52.0f; }) /
                    odd.face_breadth_mm,
                1.0, 0.02);
    EXPECT_NEAR(glm::distance(marks.nasion, marks.menton) / odd.face_height_mm, 1.0, 0.01);
    EXPECT_NEAR(marks.tragion_left.y, 0.0, 1e-3);
}

TEST(Shape, EarsHaveTheLengthAskedFor) {
    const glm::vec3 up = glm::normalize(glm::vec3(0.0f, 1.0f, -0.2f));
    float top = -1e9f, bottom = 1e9f;
    for (const Vertex& v : odd_head().mesh.vertices)
        if (v.part == Part::Ear && v.position_mm.x > 0.0f) {
            top = std::max(top, glm::dot(v.position_mm, up));
            bottom = std::min(bottom, glm::dot(v.position_mm, up));
        }
    EXPECT_NEAR((top - bottom) / odd.ear_length_mm, 1.0, 0.03);
}

TEST(Shape, ChartAndMeshOfAnOddHeadAgree) {
    const Head& head = odd_head();
    int checked = 0;
    for (std::size_t i = 0; i < head.mesh.vertices.size(); i += 17) {
        const Vertex& v = head.mesh.vertices[i];
        if (!head.chart.is_scalp(v.chart))
            continue;
        ++checked;
        ASSERT_LT(glm::distance(head.chart.position_at(v.chart), v.position_mm), 0.2f);
    }
    EXPECT_GT(checked, 1000);
    EXPECT_LT(head.chart.area_cm2(), 680.0);
    EXPECT_GT(head.chart.area_cm2(), 480.0);
}

TEST(Shape, StretchesAreUndone) {
    const Proportions parts{.crown = 1.1,
                            .face = 0.9,
                            .jaw = 0.85,
                            .neck = 0.8,
                            .up = 0.9,
                            .down = 1.12,
                            .ahead = 0.93,
                            .behind = 1.07};
    for (double y = -220; y < 140; y += 13)
        for (double z = -120; z < 120; z += 17) {
            const glm::dvec3 place(31.0, y, z);
            EXPECT_LT(glm::distance(parts.to_median(parts.from_median(place)), place), 1e-6);
        }
    EXPECT_EQ(parts.to_median(glm::dvec3(0.0)), glm::dvec3(0.0));
}

TEST(Shape, AWomansBrowIsFlatterAndOldFoldsAreDeeper) {
    const Shape man{}, woman{.sex = Sex::Woman}, old{.age_years = 80};
    const Form a = form_of(man), b = form_of(woman), c = form_of(old);
    const glm::dvec3 brow(0, 33, 98), forehead(0, 60, 92), furrow(24, -36, 92);
    EXPECT_GT(b.distance_mm(brow) - a.distance_mm(brow),
              b.distance_mm(forehead) - a.distance_mm(forehead) + 0.5);
    EXPECT_GT(c.distance_mm(furrow), a.distance_mm(furrow) + 0.3);
}

TEST(Shape, PresetsLieWithinTheirRangesAndDiffer) {
    const std::vector<ShapePreset> presets = load_shapes(assets_folder());
    EXPECT_GE(presets.size(), 6u);
    EXPECT_EQ(load_shape(assets_folder(), "built-in").shape, Shape{}) << "the default is the built-in preset";
    for (std::size_t i = 1; i < presets.size(); ++i)
        EXPECT_FALSE(presets[i].shape == presets[i - 1].shape) << presets[i].name;
    expect_refusal([] { load_shape(assets_folder(), "giant"); }, {"head: \"giant\" is none of", "built-in"});
}

} // namespace
} // namespace healed::head

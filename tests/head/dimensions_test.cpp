#include "head/anthropometry.h"
#include "head/built_in.h"
#include "head/shaped_form.h"
#include "head/skull.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace healed::head {
namespace {

constexpr double tolerance = 0.03;

void expect_near(double measured_mm, const Constant& expected) {
    EXPECT_NEAR(measured_mm / expected.value, 1.0, tolerance)
        << expected.name << ": " << measured_mm << " mm";
}

/// Greatest extent in x of the chart's surface, which has no ears, among the places that `counts` admits.
template <typename Counts>
double width(const Counts& counts) {
    float widest = 0.0f;
    for (const glm::vec3& place : built_in().chart.position_mm)
        if (counts(place))
            widest = std::max(widest, std::abs(place.x));
    return 2.0 * double(widest);
}

/// The length of a tape that follows the skin of the earless head in the plane through two places of its
/// midline.
double tape(glm::dvec3 front, glm::dvec3 back) {
    const Form form = form_of({});
    const glm::dvec3 along = glm::normalize(front - back), middle = 0.5 * (front + back);
    double perimeter = 0.0;
    glm::dvec3 before{};
    constexpr int steps = 720;
    for (int i = 0; i <= steps; ++i) {
        const double turn = 2.0 * std::numbers::pi * i / steps;
        const glm::dvec3 direction = std::cos(turn) * along + std::sin(turn) * glm::dvec3(1, 0, 0);
        glm::dvec3 place = middle;
        for (int k = 0; k < 200; ++k)
            place -= 0.8 * form.earless_distance_mm(place) * direction;
        if (i > 0)
            perimeter += glm::distance(before, place);
        before = place;
    }
    return perimeter;
}

TEST(Dimensions, OfTheCraniumAreThoseOfAMedianMan) {
    const Landmarks& marks = built_in().landmarks;
    expect_near(double(glm::distance(marks.glabella, marks.occiput)), median_man.length);
    expect_near(width([](glm::vec3 p) { return p.y > 25.0f; }), median_man.breadth);
    expect_near(tape(glm::dvec3(marks.glabella) + glm::dvec3(0, 6, 0), marks.occiput),
                median_man.circumference);
    expect_near(double(marks.vertex.y - marks.tragion_left.y), median_man.tragion_to_vertex);
}

TEST(Dimensions, OfTheFaceAreThoseOfAMedianMan) {
    const Landmarks& marks = built_in().landmarks;
    expect_near(double(glm::distance(marks.nasion, marks.menton)), median_man.menton_to_sellion);
    expect_near(width([](glm::vec3 p) { return p.y < 12.0f && p.y > -20.0f && p.z > 15.0f && p.z < 60.0f; }),
                median_man.bizygomatic);
    glm::vec3 foremost_lid(0.0f);
    float mouth = 0.0f, nose = 0.0f;
    for (const Vertex& v : built_in().mesh.vertices) {
        if (v.part == Part::Eyelid && v.position_mm.x > 22.0f && v.position_mm.z > foremost_lid.z)
            foremost_lid = v.position_mm;
        const bool at_wings = v.position_mm.y < -19.0f && v.position_mm.y > -29.0f && v.position_mm.z > 96.0f;
        // The wing faces sideways where it is widest; the cheek beside it faces forward.
        if (at_wings && v.normal.x > 0.8f)
            nose = std::max(nose, v.position_mm.x);
        if (v.part == Part::Lips)
            mouth = std::max(mouth, v.position_mm.x);
    }
    // Closed lids bulge over the pupil.
    expect_near(2.0 * double(foremost_lid.x), median_man.interpupillary);
    expect_near(2.0 * double(mouth), median_man.mouth_width);
    expect_near(2.0 * double(nose), median_man.nose_width);
}

/// Calipers: between the ends of the ear along its leaning axis, and between its front and hind edge across
/// it.
TEST(Dimensions, OfTheEarAreThoseOfAMedianMan) {
    const glm::vec3 up = glm::normalize(glm::vec3(0.0f, 1.0f, -0.2f)), ahead(0.0f, -up.z, up.y);
    std::vector<glm::vec3> ear;
    for (const Vertex& v : built_in().mesh.vertices)
        if (v.part == Part::Ear && v.position_mm.x > 0.0f)
            ear.push_back(v.position_mm);
    const auto ends = [&ear](glm::vec3 axis) {
        return std::minmax_element(ear.begin(), ear.end(), [axis](glm::vec3 a, glm::vec3 b) {
            return glm::dot(a, axis) < glm::dot(b, axis);
        });
    };
    const auto [bottom, top] = ends(up);
    expect_near(double(glm::dot(*top - *bottom, up)), median_man.ear_length);
    const auto [back, front] = ends(ahead);
    const glm::vec3 across = *front - *back;
    expect_near(double(glm::length(across - up * glm::dot(across, up))), median_man.ear_breadth);
}

/// What a draughtsman checks before anything else.
TEST(Dimensions, StandInTheProportionsOfAFace) {
    const Landmarks& marks = built_in().landmarks;
    float lids = 0.0f, lip_centre = 0.0f, nose_tip = 0.0f, ear_top = -1e9f, ear_bottom = 1e9f,
          tip_height = 0.0f;
    int lid_count = 0, lip_count = 0;
    for (const Vertex& v : built_in().mesh.vertices) {
        if (v.part == Part::Eyelid) {
            lids += v.position_mm.y;
            ++lid_count;
        } else if (v.part == Part::Lips) {
            lip_centre += v.position_mm.y;
            ++lip_count;
        } else if (v.part == Part::Ear) {
            ear_top = std::max(ear_top, v.position_mm.y);
            ear_bottom = std::min(ear_bottom, v.position_mm.y);
        } else if (v.position_mm.z > nose_tip) {
            nose_tip = v.position_mm.z;
            tip_height = v.position_mm.y;
        }
    }
    lids /= float(lid_count);
    lip_centre /= float(lip_count);
    const float height = marks.vertex.y - marks.menton.y;
    EXPECT_NEAR((lids - marks.menton.y) / height, 0.5f, 0.03f) << "eyes lie at half the height";
    EXPECT_LT(std::abs(ear_top - marks.glabella.y), 14.0f) << "ears reach up to the brow";
    EXPECT_LT(ear_bottom, tip_height) << "and down to the base of the nose";
    EXPECT_GT(nose_tip - marks.glabella.z, 15.0f);
    EXPECT_NEAR((lip_centre - marks.menton.y) / (marks.nasion.y - marks.menton.y), 0.37f, 0.05f);
    EXPECT_GT(marks.trichion.y, marks.glabella.y + 40.0f);
    EXPECT_LT(marks.occiput.z, -90.0f);
}

} // namespace
} // namespace healed::head

#include "head/import.h"

#include "base/file.h"
#include "head/another_head.h"
#include "head/curve_triangles.h"
#include "head/model_writer.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::head {
namespace {

/// Share of the triangles' area that a chart calls scalp, summed without its metric, cm².
double scalp_of_triangles(const Head& head) {
    double sum = 0.0;
    for (const glm::uvec3& t : head.mesh.triangles) {
        const Vertex &a = head.mesh.vertices[t.x], &b = head.mesh.vertices[t.y], &c = head.mesh.vertices[t.z];
        int on = 0;
        constexpr glm::vec3 places[] = {
            {1 / 3.f, 1 / 3.f, 1 / 3.f}, {0.6f, 0.2f, 0.2f}, {0.2f, 0.6f, 0.2f}, {0.2f, 0.2f, 0.6f}};
        for (const glm::vec3 w : places)
            on += head.chart.is_scalp(w.x * a.chart + w.y * b.chart + w.z * c.chart);
        const glm::vec3 twice = glm::cross(b.position_mm - a.position_mm, c.position_mm - a.position_mm);
        sum += 0.5 * double(glm::length(twice)) * on / 4.0 / 100.0;
    }
    return sum;
}

void expect_skin_to_lie_on_the_chart(const Head& head) {
    for (const glm::uvec3& t : head.mesh.triangles) {
        const Vertex &a = head.mesh.vertices[t.x], &b = head.mesh.vertices[t.y], &c = head.mesh.vertices[t.z];
        const glm::vec2 place = (a.chart + b.chart + c.chart) / 3.0f;
        const glm::vec3 middle = (a.position_mm + b.position_mm + c.position_mm) / 3.0f;
        if (head.chart.is_scalp(place)) {
            ASSERT_LT(glm::distance(head.chart.position_at(place), middle), 4.0f)
                << middle.x << " " << middle.y << " " << middle.z;
        }
    }
}

TEST(Import, FindsAHeadThatLiesAnyhowInMetres) {
    const TemporaryFolder folder;
    const Moved model = moved(thinned_truth(14000), anyhow(0.001f));
    const Imported found = import_head(folder.file("a.ply", as_ply(model.soup)), {});
    const ImportReport& report = found.report;
    EXPECT_EQ(report.unit, "m");
    EXPECT_GT(report.confidence, 0.5);
    expect_landmarks(report, model, 1000.0, 5.0f);
    EXPECT_LT(glm::distance(report.up, glm::normalize(glm::mat3(model.by) * glm::vec3(0, 1, 0))), 0.05f);
    EXPECT_NEAR(report.dimensions.length / another.length_mm, 1.0, 0.02);
    EXPECT_NEAR(report.dimensions.height / another.height_mm, 1.0, 0.03);
    EXPECT_NEAR(report.scalp_cm2 / truth().chart.area_cm2(), 1.0, 0.05);
    EXPECT_NEAR(scalp_of_triangles(found.head) / report.scalp_cm2, 1.0, 0.03);
    EXPECT_LT(report.holes_cm2, 4.0);
    expect_skin_to_lie_on_the_chart(found.head);
}

TEST(Import, ReadsTheBreadthOverTheEarsAndNotTheEars) {
    const TemporaryFolder folder;
    const Moved model = moved(thinned_truth(14000), anyhow(0.001f));
    const Imported found = import_head(folder.file("a.ply", as_ply(model.soup)), {});
    EXPECT_NEAR(found.report.dimensions.breadth / another.breadth_mm, 1.0, 0.02);
}

TEST(Import, AMirroredHeadHasMirroredLandmarks) {
    const TemporaryFolder folder;
    const glm::mat4 mirror = glm::scale(glm::mat4(1.0f), glm::vec3(-1, 1, 1));
    Soup lopsided = thinned_truth(9000);
    for (glm::vec3& p : lopsided.positions)
        p.x *= p.x > 0 ? 1.05f : 0.97f;
    const Imported one = import_head(folder.file("a.stl", as_stl(lopsided)), {});
    const Imported other = import_head(folder.file("b.stl", as_stl(moved(lopsided, mirror).soup)), {});
    EXPECT_EQ(one.report.unit, "mm");
    for (std::size_t i = 0; i < landmark_names.size(); ++i) {
        const std::size_t twin = landmark_words[i] == "tragion-left"    ? i + 1
                                 : landmark_words[i] == "tragion-right" ? i - 1
                                                                        : i;
        const glm::vec3 mirrored = glm::vec3(-1, 1, 1) * other.report.in_file[twin];
        EXPECT_LT(glm::distance(one.report.in_file[i], mirrored), 2.0f) << landmark_words[i];
    }
    EXPECT_NEAR(one.report.scalp_cm2 / other.report.scalp_cm2, 1.0, 0.01);
}

/// Two thousand triangles in centimetres, z up, some wound wrongly, a ball inside, crumbs, a hole in the
/// nape.
TEST(Import, PutsARoughModelRight) {
    const TemporaryFolder folder;
    const glm::mat4 z_up = glm::scale(
        glm::rotate(glm::mat4(1.0f), float(std::numbers::pi / 2), glm::vec3(1, 0, 0)), glm::vec3(0.1f));
    Soup soup = thinned_truth(2000);
    double hole_cm2 = 0.0;
    std::erase_if(soup.triangles, [&](const glm::uvec3& t) {
        const glm::vec3 a = soup.positions[t.x], b = soup.positions[t.y], c = soup.positions[t.z];
        const bool gone = glm::distance(a, glm::vec3(20, 30, -95)) < 16.0f;
        hole_cm2 += gone ? 0.005 * double(glm::length(glm::cross(b - a, c - a))) : 0.0;
        return gone;
    });
    for (std::size_t i = 0; i < soup.triangles.size(); i += 7)
        std::swap(soup.triangles[i].y, soup.triangles[i].z);
    const auto first = std::uint32_t(soup.positions.size());
    for (const glm::vec3 off : {glm::vec3(0), glm::vec3(30, 0, 0), glm::vec3(0, 30, 0), glm::vec3(0, 0, 30)})
        soup.positions.push_back(glm::vec3(-10, 20, -10) + off);
    for (const glm::uvec3 t :
         {glm::uvec3(0, 2, 1), glm::uvec3(0, 1, 3), glm::uvec3(0, 3, 2), glm::uvec3(1, 2, 3)})
        soup.triangles.push_back(first + t);
    soup.triangles.push_back(soup.triangles.front());
    const Moved model = moved(std::move(soup), z_up);
    const Imported found = import_head(folder.file("a.obj", as_obj(model.soup)), {});
    EXPECT_EQ(found.report.unit, "cm");
    EXPECT_GT(found.report.tidied.turned, 100u);
    EXPECT_EQ(found.report.tidied.doubled, 1u);
    EXPECT_GE(found.report.hidden_triangles, 4u);
    EXPECT_GT(hole_cm2, 5.0);
    EXPECT_NEAR(found.report.holes_cm2 / hole_cm2, 1.0, 0.15);
    EXPECT_GT(found.report.up.z, 0.98f);
    expect_landmarks(found.report, model, 10.0, 9.0f);
    expect_skin_to_lie_on_the_chart(found.head);
    for (const Vertex& v : found.head.mesh.vertices)
        ASSERT_NEAR(glm::length(v.normal), 1.0f, 1e-3f);
}

TEST(Import, CorrectionsWin) {
    const TemporaryFolder folder;
    const Moved model = moved(thinned_truth(6000), anyhow(1.0f));
    ImportWishes wishes{.unit = 1};
    for (const std::size_t i : {std::size_t{0}, std::size_t{5}, std::size_t{6}})
        wishes.corrections.push_back(
            {i, glm::dvec3(model(truth().landmarks.*landmark_names[i].place + glm::vec3(0, 1, 0)))});
    wishes.corrections.push_back({3, glm::dvec3(model(truth().landmarks.vertex + glm::vec3(0, 0, 9)))});
    const Imported found = import_head(folder.file("a.obj", as_obj(model.soup)), wishes);
    EXPECT_EQ(found.report.unit, "mm");
    EXPECT_FALSE(found.report.unit_guessed);
    for (const Correction& correction : wishes.corrections)
        EXPECT_LT(glm::distance(glm::dvec3(found.report.in_file[correction.landmark]), correction.in_file),
                  0.01);
    EXPECT_NEAR(found.head.landmarks.tragion_left.y, 0.0f, 0.01f);
    EXPECT_NEAR(found.head.landmarks.tragion_left.x, -found.head.landmarks.tragion_right.x, 0.01f);
    EXPECT_LT(glm::distance(found.report.up, glm::mat3(model.by) * glm::vec3(0, 1, 0)), 0.06f);
}

Soup ball_of(float radius, glm::vec3 stretch) {
    Soup soup;
    constexpr std::uint32_t rings = 40, around = 60;
    for (std::uint32_t r = 0; r <= rings; ++r)
        for (std::uint32_t i = 0; i < around; ++i) {
            const float down = std::numbers::pi_v<float> * float(r) / rings,
                        turn = 2 * std::numbers::pi_v<float> * float(i) / around;
            soup.positions.push_back(
                radius * stretch *
                glm::vec3(std::sin(down) * std::cos(turn), std::cos(down), std::sin(down) * std::sin(turn)));
        }
    for (std::uint32_t r = 0; r < rings; ++r)
        for (std::uint32_t i = 0; i < around; ++i) {
            const std::uint32_t a = r * around + i, b = r * around + (i + 1) % around;
            soup.triangles.push_back({a, b, a + around});
            soup.triangles.push_back({b, b + around, a + around});
        }
    return soup;
}

TEST(Import, WhatIsNoHeadIsRefusedInOneLine) {
    const TemporaryFolder folder;
    const auto refuse = [&](const std::string& name, const Soup& soup, const ImportWishes& wishes) {
        const auto file = folder.file(name, as_stl(soup));
        expect_refusal([&] { import_head(file, wishes); }, {file.string(), "no head"});
    };
    refuse("ball.stl", ball_of(100, glm::vec3(1)), {});
    refuse("egg.stl", ball_of(100, {0.77f, 1.15f, 0.98f}), {});
    refuse("plate.stl", ball_of(100, {1.0f, 1.2f, 0.02f}), {});
    Soup cube = ball_of(100, glm::vec3(1));
    for (glm::vec3& p : cube.positions)
        p *= 90.0f / std::max({std::abs(p.x), std::abs(p.y), std::abs(p.z)});
    refuse("box.stl", cube, {});
    refuse("tiny.stl", thinned_truth(2000), {.unit = 6}); // a head 200 m long
}

TEST(CurveTriangles, KeepAClosedSurfaceClosedAndRoundIt) {
    Soup soup = ball_of(100, glm::vec3(1));
    Tidied tidied;
    weld(soup, tidied, "ball");
    thin(soup, tidied, 500);
    ASSERT_EQ(open_edges(soup), 0u);
    curve_triangles(
        soup, [](glm::vec3) { return 6.0f; }, 100000);
    EXPECT_EQ(open_edges(soup), 0u);
    double off = 0.0;
    for (const glm::uvec3& t : soup.triangles)
        off = std::max(
            off, std::abs(double(glm::length(
                              (soup.positions[t.x] + soup.positions[t.y] + soup.positions[t.z]) / 3.0f)) -
                          100.0));
    EXPECT_LT(off, 4.0);
}

} // namespace
} // namespace healed::head

#include "head/bvh.h"
#include "render/hair.h"
#include "render/long_strands.h"
#include "render/parting.h"
#include "studio.h"

#include <limits>

namespace healed::render {
namespace {

constexpr float never = std::numeric_limits<float>::infinity();

const head::Head& a_head() {
    static const head::Head head = head::built_in_head();
    return head;
}

/// Hairs here and there over the chart's scalp, growing along its normals.
std::vector<treatment::Hair> some_hairs() {
    std::vector<treatment::Hair> hairs;
    for (int v = 0; v < 40; ++v)
        for (int u = 0; u < 40; ++u) {
            const glm::vec2 chart((static_cast<float>(u) + 0.5f) / 40, (static_cast<float>(v) + 0.5f) / 40);
            const glm::vec3 place = a_head().chart.position_at(chart);
            if (a_head().chart.is_scalp(chart) && place.y > a_head().landmarks.tragion_left.y + 30.0f)
                hairs.push_back({.root_mm = place,
                                 .chart = chart,
                                 .direction = a_head().chart.normal_at(chart),
                                 .radius_mm = 0.03f});
        }
    return hairs;
}

/// The pieces of each hair: those of long_strands() follow each other.
template <typename Visit>
void for_each_hair(const Strands& strands, Visit visit) {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= strands.size(); ++i)
        if (i == strands.size() || strands[i].from != strands[i - 1].to) {
            visit(std::span(strands).subspan(first, i - first));
            first = i;
        }
}

TEST(LongHair, StandsOnItsRootsAndIsAsLongAsAsked) {
    const auto hairs = some_hairs();
    const Strands strands = long_strands(a_head(), hairs, {.length_mm = 200.0}, 5);
    std::size_t count = 0, short_ones = 0;
    double mean = 0;
    for_each_hair(strands, [&](std::span<const StrandPiece> hair) {
        EXPECT_TRUE(std::any_of(hairs.begin(), hairs.end(), [&](const treatment::Hair& grown) {
            return grown.root_mm == hair.front().from;
        }));
        double length = 0;
        for (const StrandPiece& piece : hair)
            length += static_cast<double>(glm::length(piece.to - piece.from));
        EXPECT_LT(length, 1.3 * 200.0);
        EXPECT_LT(hair.back().to_radius, 0.5f * hair.front().from_radius);
        ++count;
        if (length < 0.7 * 200.0) {
            EXPECT_GT(length, 10.0);
            ++short_ones;
        } else {
            mean += length;
        }
    });
    EXPECT_EQ(count, hairs.size());
    EXPECT_NEAR(mean / static_cast<double>(count - short_ones), 190.0, 15.0);
    // Some have broken or are still growing.
    EXPECT_NEAR(static_cast<double>(short_ones) / static_cast<double>(count), 0.07, 0.04);
}

TEST(LongHair, LiesOnTheHeadAndNotInIt) {
    const Strands strands = long_strands(a_head(), some_hairs(), {.length_mm = 250.0, .wave = 1.0}, 5);
    std::vector<glm::vec3> places;
    for (const head::Vertex& vertex : a_head().mesh.vertices)
        places.push_back(vertex.position_mm);
    const head::Bvh bvh(places, a_head().mesh.triangles);
    std::size_t inside = 0, pieces = 0;
    for (const StrandPiece& piece : strands) {
        const head::Vertex& skin = a_head().mesh.vertices[piece.vertex];
        // From within, the way out meets the surface from behind.
        const auto hit = bvh.nearest(piece.to, skin.normal, 25.0f);
        const glm::uvec3 triangle = hit ? a_head().mesh.triangles[hit->triangle] : glm::uvec3(0);
        inside += hit && glm::dot(glm::cross(places[triangle.y] - places[triangle.x],
                                             places[triangle.z] - places[triangle.x]),
                                  skin.normal) > 0.0f;
        ++pieces;
    }
    EXPECT_LT(static_cast<double>(inside), 0.02 * static_cast<double>(pieces));
}

TEST(LongHair, FallsToItsSideOfTheParting) {
    for (const double left_mm : {-25.0, 0.0, 25.0}) {
        const treatment::LongHair style{
            .length_mm = 200.0,
            .parting = {{.forward_mm = 90.0, .left_mm = left_mm}, {.forward_mm = -40.0, .left_mm = left_mm}}};
        const Strands strands = long_strands(a_head(), some_hairs(), style, 5);
        const treatment::ScalpFrame frame(a_head());
        const Parting parting(frame, style);
        std::size_t astray = 0, hairs = 0;
        for_each_hair(strands, [&](std::span<const StrandPiece> hair) {
            const glm::vec3 root = hair.front().from;
            const float off = root.x - parting.nearest(root).x;
            if (std::abs(off) < 3.0f || std::abs(off) > 40.0f || root.z < 0.0f)
                return;
            ++hairs;
            const glm::vec3 later = hair[hair.size() / 2].to;
            astray += (later.x - root.x) * off < 0.0f;
            EXPECT_LT(hair.back().to.y, root.y);
        });
        EXPECT_GT(hairs, 50u);
        EXPECT_LT(static_cast<double>(astray), 0.05 * static_cast<double>(hairs)) << left_mm;
    }
}

/// A sheet of hairs across the view, dense enough to hide what is behind.
void add_sheet(Strands& strands, float z_mm, float grey_years, float melanin) {
    for (int row = 0; row < 900; ++row) {
        const float y = -9.0f + 0.02f * static_cast<float>(row),
                    z = z_mm + 0.01f * static_cast<float>(row % 7);
        for (int i = 0; i < 4; ++i)
            strands.push_back({{-12.0f + 6.0f * static_cast<float>(i), y, z},
                               0.04f,
                               {-6.0f + 6.0f * static_cast<float>(i), y, z},
                               0.04f,
                               0,
                               never,
                               grey_years,
                               melanin,
                               1});
    }
}

double brightness(Strands strands) {
    head::Head head = test::card(10.0f);
    for (head::Vertex& vertex : head.mesh.vertices)
        vertex.position_mm.z = -50000.0f;
    Model model(test::device(), head, std::move(strands));
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, 15.0f);
    const Picture picture = take_picture(test::stage(), model, scene, test::measured(100, 75));
    return test::mean_green(picture.linear, 20, 15, 80, 60);
}

TEST(LongHair, IsSeenBeforeWhatItHides) {
    Strands dark, light, dark_before, light_before;
    add_sheet(dark, 5.0f, never, 1.0f);
    add_sheet(light, 5.0f, -never, 1.0f);
    add_sheet(dark_before, 5.0f, never, 1.0f);
    add_sheet(dark_before, -5.0f, -never, 1.0f);
    add_sheet(light_before, 5.0f, -never, 1.0f);
    add_sheet(light_before, -5.0f, never, 1.0f);
    const double dark_alone = brightness(dark), light_alone = brightness(light);
    EXPECT_GT(light_alone, 2.0 * dark_alone);
    EXPECT_NEAR(brightness(dark_before) / dark_alone, 1.0, 0.25);
    EXPECT_GT(brightness(light_before), 0.6 * light_alone);
}

TEST(Hair, ShadesItsSkinByItsSideArea) {
    const head::Head head = test::card(40.0f, 40);
    std::vector<treatment::Hair> hairs;
    for (int i = 0; i < 3200; ++i) // 2 a mm²
        hairs.push_back({.root_mm = {40.0f * static_cast<float>((i * 7919) % 3200) / 3200.0f - 20.0f,
                                     40.0f * static_cast<float>(i) / 3200.0f - 20.0f, 0.0f},
                         .direction = {0, 0, 1},
                         .radius_mm = 0.035f});
    const Strands strands = stubble(head, hairs, 3.0, 3);
    const auto vertices = device_vertices(head);
    const auto stubble = stubble_on(strands, vertices, head.mesh.triangles);
    double sum = 0;
    for (const passes::Stubble& each : stubble)
        sum += static_cast<double>(each.side_area);
    EXPECT_NEAR(sum / static_cast<double>(stubble.size()) / (2.0 * 3.0 * 0.07), 1.0, 0.12);
}

TEST(Hair, LeavesOutNothingThatACameraSees) {
    const head::Head head = test::ball(90.0f);
    const auto vertices = device_vertices(head);
    Strands strands;
    for (std::uint32_t i = 0; i < vertices.size(); i += 2)
        strands.push_back({vertices[i].position, 0.03f, vertices[i].position + vertices[i].normal, 0.03f, i,
                           never, never, 1.0f, 0});
    const auto clusters = cluster(strands, vertices);
    const Camera camera = test::camera_from({0.3f, 0.2f, 1}, 120.0f);
    std::vector<bool> seen(clusters.size());
    for (const std::uint32_t i : clusters_in_view(clusters, camera, 1.0f, 3))
        seen[i] = true;
    for (std::size_t i = 0; i < strands.size(); ++i) {
        const glm::vec3 from_eye = strands[i].to - camera.position_mm;
        const float depth = glm::dot(from_eye, camera.forward);
        const bool within = std::abs(glm::dot(from_eye, camera.right)) < camera.tan_half_height * depth &&
                            std::abs(glm::dot(from_eye, camera.up)) < camera.tan_half_height * depth;
        if (within && glm::dot(vertices[strands[i].vertex].normal, from_eye) < 0.0f) {
            EXPECT_TRUE(seen[i / pieces_per_cluster]);
        }
    }
    EXPECT_LT(std::count(seen.begin(), seen.end(), true), 0.85 * static_cast<double>(seen.size()));
}

} // namespace
} // namespace healed::render

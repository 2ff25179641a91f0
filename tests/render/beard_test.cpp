#include "render/beard.h"
#include "studio.h"

#include <cmath>

namespace healed::render {
namespace {

const head::Head& man() {
    static const head::Head head = head::built_in_head();
    return head;
}

double hairs_near(const std::vector<treatment::Hair>& hairs, glm::vec3 place_mm, float radius_mm) {
    double count = 0;
    for (const treatment::Hair& hair : hairs)
        count += glm::length(hair.root_mm - place_mm) < radius_mm ? 1 : 0;
    return count;
}

TEST(Beard, GrowsOnChinAndJawAndNotOnScalpLipsAndNose) {
    const std::vector<float> per_mm2 = beard_per_mm2(man());
    const head::Landmarks& marks = man().landmarks;
    ASSERT_EQ(per_mm2.size(), man().mesh.vertices.size());
    for (std::size_t i = 0; i < per_mm2.size(); ++i) {
        const head::Vertex& vertex = man().mesh.vertices[i];
        if (vertex.part != head::Part::Skin || vertex.position_mm.y > marks.nasion.y ||
            vertex.position_mm.z < marks.tragion_left.z - 5.0f) {
            EXPECT_EQ(per_mm2[i], 0.0f) << vertex.position_mm.x << ' ' << vertex.position_mm.y;
        }
        EXPECT_LE(per_mm2[i], 0.8f) << "counts end at 80 a cm²";
    }
    const std::vector<treatment::Hair> hairs = beard(man(), per_mm2, 1);
    EXPECT_GT(hairs_near(hairs, marks.menton, 12.0f), 80.0);
    EXPECT_EQ(hairs_near(hairs, marks.glabella, 30.0f), 0.0);
}

TEST(Beard, HasAsManyHairsAsItsDensityTimesItsSkin) {
    const std::vector<float> per_mm2 = beard_per_mm2(man());
    double expected = 0;
    for (const glm::uvec3& triangle : man().mesh.triangles) {
        const auto at = [&](int i) { return man().mesh.vertices[triangle[i]].position_mm; };
        const double area = 0.5 * static_cast<double>(glm::length(glm::cross(at(1) - at(0), at(2) - at(0))));
        expected +=
            area * static_cast<double>(per_mm2[triangle.x] + per_mm2[triangle.y] + per_mm2[triangle.z]) / 3.0;
    }
    const std::vector<treatment::Hair> hairs = beard(man(), per_mm2, 1);
    EXPECT_NEAR(static_cast<double>(hairs.size()) / expected, 1.0, 0.03);
    const std::vector<treatment::Hair> again = beard(man(), per_mm2, 1), other = beard(man(), per_mm2, 2);
    ASSERT_EQ(again.size(), hairs.size());
    EXPECT_EQ(again[100].root_mm, hairs[100].root_mm);
    EXPECT_NE(other[100].root_mm, hairs[100].root_mm);
    for (const treatment::Hair& hair : hairs)
        EXPECT_NEAR(glm::length(hair.direction), 1.0f, 1e-4f);
}

TEST(Beard, TakesWhatItsShaftsTakeBelowTheSurface) {
    const head::Head head = test::card(200.0f);
    constexpr float per_mm2 = 0.5f, dark_mm2 = 0.3f;
    const UnderSkin bearded{.beard_per_mm2 = std::vector<float>(head.mesh.vertices.size(), per_mm2),
                            .veins = {}};
    Scene scene = test::plain_scene(grey_card(0.5, test::daylight()));
    scene.camera = test::camera_from({0, 0, 1}, 100.0f);
    scene.beard_mm2.fill(dark_mm2);
    const auto luminance = [&](const UnderSkin& under) {
        Model model(test::device(), head, {}, under);
        const Picture picture = take_picture(test::stage(), model, scene, test::measured(32, 32));
        return test::mean_green(picture.linear, 8, 8, 24, 24);
    };
    EXPECT_NEAR(luminance(bearded) / luminance({}), std::exp(-per_mm2 * dark_mm2), 2e-3);
}

} // namespace
} // namespace healed::render

#include "head/another_head.h"
#include "head/assimp_writer.h"
#include "head/model_writer.h"
#include "house/temporary_folder.h"

#include <algorithm>
#include <cmath>

namespace healed::head {
namespace {

TEST(Import, AHeadOfAnotherProgramsFbxAndGltfIsTheSameHead) {
    const TemporaryFolder folder;
    const Moved model = moved(thinned_truth(5000), anyhow(0.01f));
    for (const auto& [name, format] : {std::pair{"a.fbx", "fbxa"}, {"a.gltf", "gltf2"}}) {
        const Imported found = import_head(exported(model.soup, format, folder / name), {});
        EXPECT_NEAR(found.report.scalp_cm2 / truth().chart.area_cm2(), 1.0, 0.06) << name;
        EXPECT_EQ(found.report.unit, "dm") << name;
        expect_landmarks(found.report, model, 100.0, 7.0f);
    }
}

/// What a scan may lack: everything that a plane cuts off.
struct Lack {
    const char* name;
    glm::vec3 beyond; ///< towards what is missing
    float from_mm;
    double least_cm2; ///< of scalp that is left
};

class Partial : public testing::TestWithParam<Lack> {};

TEST_P(Partial, AScanThatLacksAPartIsStillTheSameHead) {
    const TemporaryFolder folder;
    const auto& [name, beyond, from_mm, least_cm2] = GetParam();
    Soup soup = thinned_truth(7000);
    std::erase_if(soup.triangles, [&](const glm::uvec3& t) {
        return std::max({glm::dot(soup.positions[t.x], beyond), glm::dot(soup.positions[t.y], beyond),
                         glm::dot(soup.positions[t.z], beyond)}) > from_mm;
    });
    const Imported found = import_head(folder.file("a.stl", as_stl(soup)), {});
    EXPECT_EQ(found.report.unit, "mm");
    EXPECT_GT(glm::dot(found.report.up, glm::vec3(0, 1, 0)), 0.97f);
    EXPECT_GT(glm::dot(found.report.facing, glm::vec3(0, 0, 1)), 0.97f);
    EXPECT_GT(found.report.scalp_cm2, least_cm2);
    for (std::size_t i = 0; i < landmark_names.size(); ++i) {
        const glm::vec3 place = truth().landmarks.*landmark_names[i].place, at = found.report.in_file[i];
        ASSERT_TRUE(std::isfinite(at.x + at.y + at.z)) << landmark_words[i];
        if (glm::dot(place, beyond) < from_mm - 10.0f) {
            EXPECT_LT(glm::distance(at, place), 12.0f) << landmark_words[i];
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Scans, Partial,
                         testing::Values(Lack{"NoNeck", {0, -1, 0}, 80.0f, 550.0},
                                         Lack{"NoFaceBelowTheNose", {0, -1, 0}, 35.0f, 550.0},
                                         Lack{"NoBack", {0, 0, -1}, 45.0f, 250.0},
                                         Lack{"NoRightHalf", {-1, 0, 0}, 5.0f, 250.0}),
                         [](const testing::TestParamInfo<Lack>& lack) { return lack.param.name; });

} // namespace
} // namespace healed::head

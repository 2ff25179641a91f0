#include "base/file.h"
#include "render/veins.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::render {
namespace {

transport::BandValues darkening(const char* type) {
    const skin::Skin skin(skin::load_preset(assets_folder(), type).settings,
                          skin::load_haemoglobin(assets_folder()));
    return vein_darkening(skin);
}

float at_nm(const transport::BandValues& values, double nm) {
    std::size_t nearest = 0;
    for (std::size_t band = 0; band < values.size(); ++band)
        if (std::abs(transport::band_nm[band] - nm) < std::abs(transport::band_nm[nearest] - nm))
            nearest = band;
    return values[nearest];
}

// A. Kienle et al. 1996: over a vein skin loses more of its red than of its blue, which is why it looks blue.
TEST(Veins, TakeRedLightMoreThanBlue) {
    for (const char* type : {"I", "III", "VI"}) {
        const transport::BandValues taken = darkening(type);
        EXPECT_GT(at_nm(taken, 650), 0.01f) << type;
        EXPECT_LT(at_nm(taken, 650), 0.35f) << type;
        EXPECT_LT(at_nm(taken, 450), 0.5f * at_nm(taken, 650)) << type;
    }
}

TEST(Veins, RunUnderTheTemplesOnly) {
    const head::Head head = head::built_in_head();
    const std::vector<float> share = veins_under(head);
    ASSERT_EQ(share.size(), head.mesh.vertices.size());
    float most_left = 0, most_right = 0;
    for (std::size_t i = 0; i < share.size(); ++i) {
        const glm::vec3 p = head.mesh.vertices[i].position_mm;
        EXPECT_GE(share[i], 0.0f);
        EXPECT_LE(share[i], 1.0f);
        float& most = p.x > 0.0f ? most_left : most_right;
        most = std::max(most, share[i]);
        if (std::abs(p.x) < 15.0f || p.y < head.landmarks.tragion_left.y - 10.0f || p.z < -35.0f) {
            EXPECT_LT(share[i], 0.05f) << p.x << ' ' << p.y << ' ' << p.z;
        }
    }
    EXPECT_GT(most_left, 0.7f);
    EXPECT_GT(most_right, 0.7f);
}

} // namespace
} // namespace healed::render

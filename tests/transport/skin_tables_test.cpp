#include "../gpu_device.h"
#include "base/file.h"
#include "skin/settings.h"
#include "transport/adding_doubling.h"
#include "transport/path_weights.h"
#include "transport/skin_tables.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace healed::transport {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

skin::OpticalStack absorbing(double upper_per_mm, double lower_per_mm) {
    return {.index_below = 1.4,
            .layers = {{0.15, 1.4, 0.75, upper_per_mm, 20.0}, {endless, 1.4, 0.75, lower_per_mm, 12.0}}};
}

TEST(PathWeights, AbsorptionAddedAfterwardsIsAbsorptionWalkedThrough) {
    const skin::OpticalStack walked = absorbing(0.05, 0.05);
    const std::array wanted = {absorbing(0.05, 0.05), absorbing(1.5, 0.05), absorbing(0.05, 0.4),
                               absorbing(6.0, 0.3)};
    const PathPool pool = walk_paths(test::device(), walked, Incidence::Diffuse, 24'000, 3);
    const std::vector<glm::vec3> vertices = pool.vertices.download();
    const std::vector<FourWeights> weights = weights_under(wanted, walked, pool.paths, vertices);
    const std::array<LegTally, 4> reweighted = tally_legs(pool.paths, vertices, weights);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        double sum = 0.0, squares = 0.0;
        for (const FourWeights& w : weights) {
            sum += w[static_cast<int>(i)];
            squares += w[static_cast<int>(i)] * w[static_cast<int>(i)];
        }
        const double mean = sum / pool.launched;
        const double error = std::sqrt((squares / pool.launched - mean * mean) / pool.launched);
        EXPECT_NEAR(mean, plane_reflectance(wanted[i]).reflectance_diffuse, 3.5 * error) << i;

        // Where light turns and how far it strays is that of a walk through the absorption itself. Of the
        // darkest stack too few paths come back to tell.
        if (i == 3)
            continue;
        const PathPool own = walk_paths(test::device(), wanted[i], Incidence::Diffuse, 24'000, 91);
        const LegTally direct = tally_legs(own.paths, own.vertices.download());
        double turned = 0.0, other_turned = 0.0;
        for (std::size_t slice = 0; slice < slice_count; ++slice) {
            turned += reweighted[i].slices[slice].deepest / sum;
            other_turned += direct.slices[slice].deepest / (own.bare_reflectance * own.launched);
            EXPECT_NEAR(turned, other_turned, 0.025) << i << ", slice " << slice;
        }
        EXPECT_NEAR(turned, 1.0, 1e-6);
        const LengthTally &a = reweighted[i].slices[4].step, &b = direct.slices[4].step;
        EXPECT_NEAR(a.without.mean(), b.without.mean(), 0.12 * b.without.mean()) << i;
        EXPECT_NEAR(a.share_without(), b.share_without(), 0.04) << i;
    }
}

TEST(LegTally, FourAtOnceAreEachWhatOneAloneIs) {
    const PathPool pool = walk_paths(test::device(), absorbing(0.3, 0.2), Incidence::Diffuse, 3'000, 5);
    const std::vector<glm::vec3> vertices = pool.vertices.download();
    std::vector<FourWeights> weights;
    for (const PooledPath& path : pool.paths)
        weights.push_back(static_cast<double>(path.weight) * FourWeights(1.0, 2.0, 0.0, 0.5));
    const LegTally alone = tally_legs(pool.paths, vertices);
    const std::array<LegTally, 4> four = tally_legs(pool.paths, vertices, weights);
    for (std::size_t j = 0; j < slice_count; ++j) {
        const LegTally::Slice& one = alone.slices[j];
        const LegTally::Slice& twice = four[1].slices[j];
        EXPECT_EQ(std::memcmp(&four[0].slices[j], &one, sizeof(one)), 0);
        EXPECT_DOUBLE_EQ(twice.deepest, 2.0 * one.deepest);
        EXPECT_DOUBLE_EQ(twice.turn.without.square, 2.0 * one.turn.without.square);
        EXPECT_DOUBLE_EQ(twice.step_length.total(), 2.0 * one.step_length.total());
        EXPECT_EQ(four[2].slices[j].excursion_length.total(), 0.0);
    }
}

TEST(SkinTables, DraftMixesBandsBetweenItsWalksAsTheyAre) {
    const skin::Skin skin(skin::load_preset(assets_folder(), "II").settings,
                          skin::load_haemoglobin(assets_folder()));
    const SkinTables tables = bake_skin_tables(test::device(), skin, BakeQuality::Draft, 1, {});
    for (std::size_t band = 0; band < band_count; ++band) {
        // Noise of 12,000 photons is about 1 %; the mixing itself must not be seen above it.
        const double exact = plane_reflectance(skin.stack_at(band_nm[band])).reflectance_diffuse;
        EXPECT_NEAR(tables.bare[band], exact, 0.04 * exact) << band_nm[band];
    }
}

TEST(SkinTables, SameSeedSameTables) {
    const skin::Skin skin(skin::load_preset(assets_folder(), "V").settings,
                          skin::load_haemoglobin(assets_folder()));
    const auto bake = [&] { return bake_skin_tables(test::device(), skin, BakeQuality::Draft, 9, {}); };
    const SkinTables first = bake(), second = bake();
    EXPECT_EQ(first.bare, second.bare);
    EXPECT_EQ(std::memcmp(first.legs.data(), second.legs.data(), first.legs.size() * sizeof(LegTally)), 0);
    for (std::size_t band = 0; band < band_count; ++band)
        EXPECT_EQ(first.dots.dot(band, 0.3f, 0.05f, 0.01f).area_mm2,
                  second.dots.dot(band, 0.3f, 0.05f, 0.01f).area_mm2);
}

} // namespace
} // namespace healed::transport

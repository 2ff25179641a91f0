#include "checked_physics.h"
#include "physics.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed {
namespace {

template <typename A, typename B>
concept Addable = requires(A a, B b) {
    a + b;
};

static_assert(Addable<checked_physics::Length, checked_physics::Length>);
static_assert(!Addable<checked_physics::Length, checked_physics::InverseLength>);
static_assert(!Addable<checked_physics::Length, checked_physics::Area>);

TEST(Interface, NormalFresnelIsTheSquareOfTheIndexContrast) {
    for (const float n : {1.2f, 1.4f, 1.5f}) {
        const float expected = std::pow((n - 1.0f) / (n + 1.0f), 2.0f);
        EXPECT_NEAR(physics::fresnel_reflectance(1.0f, physics::refracted_cosine(1.0f, 1.0f, n), 1.0f, n),
                    expected, 1e-6f);
    }
}

TEST(Interface, FresnelIsReciprocalAndTotalBeyondTheCriticalAngle) {
    const float inside = physics::refracted_cosine(0.5f, 1.0f, 1.4f);
    EXPECT_NEAR(physics::fresnel_reflectance(0.5f, inside, 1.0f, 1.4f),
                physics::fresnel_reflectance(inside, 0.5f, 1.4f, 1.0f), 1e-6f);
    const float beyond_critical = physics::refracted_cosine(0.6f, 1.4f, 1.0f);
    EXPECT_EQ(physics::fresnel_reflectance(0.6f, beyond_critical, 1.4f, 1.0f), 1.0f);
}

TEST(Scattering, HenyeyGreensteinHasItsMeanCosine) {
    for (const float g : {-0.5f, 0.0f, 0.0005f, 0.6f, 0.95f}) {
        constexpr int samples = 100'000;
        double mean = 0.0;
        for (int i = 0; i < samples; ++i)
            mean += physics::henyey_greenstein_cosine(g, (static_cast<float>(i) + 0.5f) / samples) / samples;
        EXPECT_NEAR(mean, g, 1e-3) << "g = " << g;
    }
}

TEST(Scattering, AzimuthRunsOnceRoundTheCircle) {
    constexpr int samples = 4'000;
    for (int i = 0; i < samples; ++i) {
        const float u = static_cast<float>(i) / samples;
        const physics::OnCircle at = physics::evenly_on_circle(u);
        // Twice the angle from -pi/2 to pi/2 is the angle from -pi to pi.
        const double angle = 2.0 * M_PI * (u - 0.5);
        EXPECT_NEAR(at.cosine, std::cos(angle), 1e-6) << u;
        EXPECT_NEAR(at.sine, std::sin(angle), 1e-3) << u;
        EXPECT_NEAR(at.cosine * at.cosine + at.sine * at.sine, 1.0, 1e-6) << u;
    }
}

TEST(Scattering, TurnsByTheAngleOfItsLawWhateverTheOldDirection) {
    const glm::vec3 directions[] = {{0, 0, 1}, {0, 0, -1}, {0.6f, 0, 0.8f}, {0, -0.8f, -0.6f}, {1, 0, 0}};
    for (const glm::vec3 old : directions)
        for (const float g : {0.0f, 0.8f}) {
            physics::Photon p{.ux = old.x, .uy = old.y, .uz = old.z};
            double mean = 0.0;
            glm::dvec3 sum(0.0);
            constexpr unsigned samples = 40'000;
            for (unsigned i = 0; i < samples; ++i) {
                p.random = physics::random_stream(4, i);
                const physics::Photon q = physics::scattered(p, g);
                const glm::dvec3 now(q.ux, q.uy, q.uz);
                ASSERT_NEAR(glm::length(now), 1.0, 1e-5);
                mean += glm::dot(now, glm::dvec3(old)) / samples;
                sum += now / static_cast<double>(samples);
            }
            EXPECT_NEAR(mean, g, 0.01);
            // The azimuth favours no side.
            EXPECT_LT(glm::length(sum - mean * glm::dvec3(old)), 0.012);
        }
}

TEST(Random, StreamsAreUniformAndDiffer) {
    double mean = 0.0, square = 0.0;
    constexpr int streams = 20'000;
    for (int i = 0; i < streams; ++i) {
        const float u =
            physics::uniform_of(physics::next_random(physics::random_stream(1, static_cast<unsigned>(i))));
        ASSERT_GE(u, 0.0f);
        ASSERT_LT(u, 1.0f);
        mean += u / streams;
        square += u * u / streams;
    }
    EXPECT_NEAR(mean, 0.5, 0.01);
    EXPECT_NEAR(square, 1.0 / 3.0, 0.01);
}

TEST(Walk, FloatAndDimensionCheckedBuildsFollowTheSameLaw) {
    const physics::Layer layer{.top = 0,
                               .bottom = 0.2f,
                               .index = 1.3f,
                               .index_above = 1,
                               .index_below = 1,
                               .anisotropy = 0.75f,
                               .absorption = 1,
                               .scattering = 9};
    namespace checked = checked_physics;
    const checked::Layer same{.top = checked::Length(0),
                              .bottom = checked::Length(0.2),
                              .index = 1.3,
                              .index_above = 1,
                              .index_below = 1,
                              .anisotropy = 0.75,
                              .absorption = checked::InverseLength(1),
                              .scattering = checked::InverseLength(9)};
    double reflected = 0.0, checked_reflected = 0.0;
    constexpr unsigned photons = 20'000;
    for (unsigned i = 0; i < photons; ++i) {
        physics::Photon p = physics::launched(physics::random_stream(3, i), true, layer);
        while (p.fate == physics::photon_walking)
            p = physics::flown(p, layer, 0u);
        checked::Photon q = checked::launched(checked::random_stream(3, i), true, same);
        while (q.fate == checked::photon_walking)
            q = checked::flown(q, same, 0u);
        reflected += p.fate == physics::photon_left_above ? p.weight : 0.0;
        checked_reflected += q.fate == checked::photon_left_above ? q.weight : 0.0;
    }
    // One stream of numbers: only rounding near a coin's edge may part the two.
    EXPECT_NEAR(reflected / checked_reflected, 1.0, 2e-3);
}

TEST(Absorbers, GaussianPathAgreesWithSummingItUp) {
    const physics::GaussianDot dot{.x = 0.1f,
                                   .y = -0.05f,
                                   .depth = 0.3f,
                                   .slant_x = 0.3f,
                                   .slant_y = -0.1f,
                                   .sigma = 0.06f,
                                   .sigma_z = 0.08f};
    const physics::PathPiece piece{
        .x0 = -0.1f, .y0 = 0.02f, .z0 = 0.2f, .x1 = 0.2f, .y1 = -0.1f, .z1 = 0.37f};
    double sum = 0.0;
    constexpr int steps = 20'000;
    const double length = physics::piece_length(piece);
    for (int i = 0; i < steps; ++i) {
        const double t = (i + 0.5) / steps;
        const double z = piece.z0 + t * (piece.z1 - piece.z0) - dot.depth;
        const double x = piece.x0 + t * (piece.x1 - piece.x0) - dot.x - dot.slant_x * z;
        const double y = piece.y0 + t * (piece.y1 - piece.y0) - dot.y - dot.slant_y * z;
        sum += std::exp(-0.5 *
                        ((x * x + y * y) / (dot.sigma * dot.sigma) + z * z / (dot.sigma_z * dot.sigma_z))) *
               length / steps;
    }
    EXPECT_NEAR(physics::gaussian_path(dot, piece), sum, 1e-4 * sum);
}

TEST(Absorbers, CylinderAndSheetPathsAreChords) {
    const physics::PathPiece across{.x0 = -1, .y0 = 0, .z0 = 0.5f, .x1 = 1, .y1 = 0, .z1 = 0.5f};
    const physics::LeaningCylinder upright{
        .x = 0, .y = 0, .top = 0, .bottom = 1, .slant_x = 0, .slant_y = 0, .radius = 0.1f};
    EXPECT_NEAR(physics::cylinder_path(upright, across), 0.2f, 1e-6f);
    const physics::PathPiece down{.x0 = 0, .y0 = 0, .z0 = 0, .x1 = 0, .y1 = 0, .z1 = 1};
    EXPECT_NEAR(physics::cylinder_path(upright, down), 1.0f, 1e-6f);
    EXPECT_NEAR(physics::sheet_path(0.3f, 0.2f, down), 0.2f, 1e-6f);
    EXPECT_EQ(physics::sheet_path(0.6f, 0.2f, across), 0.0f);
}

} // namespace
} // namespace healed

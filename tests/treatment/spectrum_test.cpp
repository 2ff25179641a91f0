#include "ellipsoid_head.h"
#include "plan_fixture.h"
#include "treatment/random.h"
#include "treatment/treat.h"

#include <complex>
#include <gtest/gtest.h>

namespace healed::treatment {
namespace {

constexpr float full_per_cm2 = 85.0f * 2.1f;

struct Done {
    head::Head head = ellipsoid_head();
    ScalpFrame frame{head};
    std::vector<glm::vec3> places = [this] {
        std::vector<glm::vec3> all;
        for (const Dot& dot : treat(head, steady_hand(), two_pigment_library()).dots)
            all.push_back(dot.position_mm);
        return all;
    }();
};

const Done& done() {
    static const Done all;
    return all;
}

/// Power of the dots within a smooth window about the crown at a wave so long, over that of chance; mean over
/// directions. The window's own power is taken off by taking the mean density away.
double power_at(const std::vector<glm::vec3>& places, glm::vec3 middle, glm::vec3 normal, double wave_mm) {
    constexpr double reach_mm = 26.0;
    const glm::vec3 across = glm::normalize(glm::cross(normal, glm::vec3(0, 0, 1)));
    const glm::vec3 ahead = glm::cross(normal, across);
    const auto window = [&](double r) {
        return r < reach_mm ? std::pow(std::cos(0.5 * std::numbers::pi * r / reach_mm), 2) : 0.0;
    };
    double power = 0.0;
    constexpr int directions = 24;
    for (int d = 0; d < directions; ++d) {
        const double angle = std::numbers::pi * d / directions, k = 2.0 * std::numbers::pi / wave_mm;
        std::complex<double> sum, windows;
        double squares = 0.0, all = 0.0;
        for (const glm::vec3& place : places) {
            const glm::dvec2 p(glm::dot(place - middle, across), glm::dot(place - middle, ahead));
            const double w = window(glm::length(p));
            if (w <= 0.0)
                continue;
            sum += w * std::polar(1.0, k * (p.x * std::cos(angle) + p.y * std::sin(angle)));
            squares += w * w;
            all += w;
        }
        // What an even density alone would give, by a fine grid under the same window.
        double grid = 0.0;
        for (double y = -reach_mm; y < reach_mm; y += 0.25)
            for (double x = -reach_mm; x < reach_mm; x += 0.25) {
                const double w = window(std::hypot(x, y));
                windows += w * std::polar(1.0, k * (x * std::cos(angle) + y * std::sin(angle)));
                grid += w;
            }
        power += std::norm(sum - windows * all / grid) / squares / directions;
    }
    return power;
}

TEST(Spectrum, LongWavesAreMissingFromTheDots) {
    const glm::vec2 chart = done().frame.chart_at_flat({0.0f, done().frame.whorl_flat_mm().y});
    const glm::vec3 middle = done().head.chart.position_at(chart);
    const glm::vec3 normal = done().head.chart.normal_at(chart);
    const std::vector<glm::vec3> all = done().places;
    std::vector<glm::vec3> chance;
    Random random(5, Purpose::Layout, 0);
    const glm::vec3 across = glm::normalize(glm::cross(normal, glm::vec3(0, 0, 1)));
    const glm::vec3 ahead = glm::cross(normal, across);
    for (int i = 0; i < 4800; ++i)
        chance.push_back(middle + float(52.0 * random.uniform() - 26.0) * across +
                         float(52.0 * random.uniform() - 26.0) * ahead);
    const double spacing = 10.0 / std::sqrt(full_per_cm2);
    // Waves of four to eight spacings, which would show as clouds and holes.
    for (const double waves : {4.0, 6.0, 8.0}) {
        EXPECT_LT(power_at(all, middle, normal, waves * spacing), 0.15) << waves;
        EXPECT_GT(power_at(chance, middle, normal, waves * spacing), 0.5) << waves;
    }
    EXPECT_GT(power_at(all, middle, normal, 0.95 * spacing), 1.0) << "its own ring";
}

TEST(Spectrum, AMirroredPlanIsMirroredInDensity) {
    Plan left = steady_hand(), right = left;
    left.areas = {{.along = {{.forward_mm = -5.0, .left_mm = 30.0}}, .width_mm = 40.0}};
    right.areas = {{.along = {{.forward_mm = -5.0, .left_mm = -30.0}}, .width_mm = 40.0}};
    left.norwood = right.norwood = Norwood::VII;
    left.losses = right.losses = {{.pattern = Loss::Pattern::Total}};
    const Treatment one = treat(done().head, left, two_pigment_library());
    const Treatment other = treat(done().head, right, two_pigment_library());
    ASSERT_GT(one.dots.size(), 1000u);
    EXPECT_NEAR(static_cast<double>(one.dots.size()) / static_cast<double>(other.dots.size()), 1.0, 0.005);
    glm::dvec3 sum(0.0), mirrored(0.0);
    for (const Dot& dot : one.dots)
        sum += glm::dvec3(dot.position_mm) / static_cast<double>(one.dots.size());
    for (const Dot& dot : other.dots)
        mirrored +=
            glm::dvec3(-1, 1, 1) * glm::dvec3(dot.position_mm) / static_cast<double>(other.dots.size());
    EXPECT_LT(glm::distance(sum, mirrored), 0.3);
}

} // namespace
} // namespace healed::treatment

#include "window_texels.h"

namespace healed::test {
namespace {

TEST(ChartToSkin, TheTempleIsStretchedOtherwiseThanTheCrown) {
    const glm::vec2 at_crown = crown().stretch(), at_temple = temple().stretch();
    EXPECT_GT(std::abs(at_temple.x / at_temple.y - 1.0f), 0.1f);
    EXPECT_GT(std::abs(at_temple.y / at_crown.y - 1.0f), 0.1f);
}

TEST(ChartToSkin, ThePatchHasTheSameColoursAtCrownAndTempleFromAfar) {
    for (const std::uint32_t side : {1024u, 2048u}) {
        const Texels at_crown = far_view(Patch(crown(), many_dots()), side);
        const Texels at_temple = far_view(Patch(temple(), many_dots()), side);
        const Mean first = mean_about(at_crown, crown(), {0, 0}, 8.0f);
        const Mean second = mean_about(at_temple, temple(), {0, 0}, 8.0f);
        const BandValues none = [] {
            BandValues whole;
            whole.fill(1.0f);
            return whole;
        }();
        EXPECT_GT(color::delta_e_2000(lab(first.ratio), lab(none)), 4.0) << "there is ink to compare";
        EXPECT_LT(color::delta_e_2000(lab(first.ratio), lab(second.ratio)), 0.3) << side;
        double worst = 0.0;
        for (int j = -1; j <= 1; ++j)
            for (int i = -1; i <= 1; ++i) {
                const glm::vec2 centre(2.0f * static_cast<float>(i), 2.0f * static_cast<float>(j));
                worst = std::max(
                    worst, color::delta_e_2000(lab(mean_about(at_crown, crown(), centre, 2.0f).ratio),
                                               lab(mean_about(at_temple, temple(), centre, 2.0f).ratio)));
            }
        EXPECT_LT(worst, 0.5) << side;
    }
}

TEST(ChartToSkin, ThePatchHasTheSameColoursAtCrownAndTempleUpClose) {
    const Texels at_crown = near_view(Patch(crown(), many_dots()), crown());
    const Texels at_temple = near_view(Patch(temple(), many_dots()), temple());
    double sum = 0.0, worst = 0.0;
    for (std::uint32_t y = 32; y < at_crown.extent().height - 32; y += 2)
        for (std::uint32_t x = 32; x < at_crown.extent().width - 32; x += 2) {
            const double apart = color::delta_e_2000(lab(at_crown.at(x, y)), lab(at_temple.at(x, y)));
            sum += apart * 4.0 / (at_crown.extent().width - 64) / (at_crown.extent().height - 64);
            worst = std::max(worst, apart);
        }
    EXPECT_LT(sum, 0.05);
    EXPECT_LT(worst, 0.5);
}

TEST(ChartToSkin, MacroLaysEachDotWhereItIsOnTheHead) {
    for (const Plane& plane : {crown(), temple()}) {
        const Patch patch(plane, many_dots());
        const Texels near = near_view(patch, plane);
        for (const treatment::Dot& dot : patch.treatment.dots) {
            const glm::vec2 share = near.share_of(dot.chart);
            const glm::vec2 window_mm = (share - 0.5f) * glm::vec2(9.6f, 6.4f);
            const glm::vec2 mm = plane.flat(dot.position_mm - plane.origin);
            if (std::abs(mm.x) < 3.5f && std::abs(mm.y) < 2.5f) {
                EXPECT_LT(glm::length(window_mm - mm), 0.1f) << mm.x << ' ' << mm.y;
            }
        }
    }
}

TEST(ChartToSkin, MacroResolvesDotsOfATenthOfAMillimetreAndTheFullViewDoesNotPay) {
    DotInPlane left{.mm = {-0.11f, 0.0f}, .state = {}};
    left.state = {.depth_mm = 0.1f, .sigma_mm = 0.025f, .sigma_z_mm = 0.03f, .mass_ng = {6.0f}};
    DotInPlane right = left;
    right.mm.x = 0.11f;
    const Patch patch(crown(), {left, right});
    const Texels near = near_view(patch, crown());
    const auto green = [&](float x_mm) { return near.at_chart(crown().chart_at({x_mm, 0.0f}))[6]; };
    EXPECT_LT(green(-0.11f), green(0.0f) - 0.04f);
    EXPECT_LT(green(0.11f), green(0.0f) - 0.04f);
    // 25 texels a mm are what it takes; a whole scalp at that would have (400 × 25)² of them.
    const Texels far = far_view(patch, 1024);
    EXPECT_GE(static_cast<float>(near.extent().width) / 9.6f, 25.0f);
    EXPECT_LE(near.extent().width * near.extent().height, 100'000u);
    EXPECT_EQ(far.extent().width * far.extent().height, 1024u * 1024u);
}

TEST(NearAndFar, MarksOfHealingFollowOneRule) {
    // The left half was done today, the right half healed long ago.
    std::vector<DotInPlane> dots = many_dots();
    for (DotInPlane& dot : dots)
        if (dot.mm.x < 0.0f) {
            dot.state.veil = 0.3f;
            dot.state.redness = 6.0f;
        }
    const Patch patch(crown(), dots);
    const Texels from_afar = far_view(patch, 2048), up_close = near_view(patch, crown());
    for (const float x_mm : {-3.0f, -0.5f, 1.0f, 3.0f}) {
        const Mean far = mean_about(from_afar, crown(), {x_mm, 0.0f}, 1.5f);
        const Mean near = mean_about(up_close, crown(), {x_mm, 0.0f}, 1.5f);
        EXPECT_NEAR(far.redness, near.redness, 0.02f) << x_mm;
        for (std::size_t band = 0; band < band_count; ++band)
            EXPECT_NEAR(far.ratio[band], near.ratio[band], 0.04) << x_mm << ' ' << transport::band_nm[band];
    }
    const auto flush = [&](float x_mm) { return mean_about(up_close, crown(), {x_mm, 0.0f}, 1.5f).redness; };
    EXPECT_GT(flush(-3.0f), 0.3f);
    EXPECT_LT(flush(4.0f), 0.45f * flush(-3.0f)) << "it stays about where it is";
    // Along the border of the treated skin it is as even as vessels are, however the dots are scattered
    // there.
    float least = 1e9f, most = 0.0f;
    for (float y_mm = -2.0f; y_mm <= 2.0f; y_mm += 0.5f) {
        const float here = up_close.redness_at_chart(crown().chart_at({0.5f, y_mm}));
        least = std::min(least, here), most = std::max(most, here);
    }
    EXPECT_GT(least, 0.8f * most);
}

} // namespace
} // namespace healed::test

#include "interface/difference.h"

#include "base/parallel.h"
#include "document/words.h"
#include "interface/colour_of.h"
#include "interface/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::studio {

namespace {

/// Differences of this and more have the last colour.
constexpr double most_delta_e = 12.0;
/// Squares of so many pixels have one colour: a frame must not wait for it.
constexpr int coarse_pixels = 240;

/// From dark blue over grey to yellow: lightness rises throughout, and no step asks to tell red from green
/// (after cividis, Nuñez, Anderton & Renslow 2018, drawn anew).
constexpr std::array<std::array<double, 3>, 5> scale{
    {{0, 32, 77}, {66, 78, 107}, {125, 124, 120}, {190, 175, 110}, {255, 233, 69}}};

std::array<std::uint8_t, 3> colour_for(double share) {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(scale.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(place), scale.size() - 2);
    std::array<std::uint8_t, 3> colour{};
    for (std::size_t channel = 0; channel < 3; ++channel)
        colour[channel] = static_cast<std::uint8_t>(
            std::lerp(scale[i][channel], scale[i + 1][channel], place - static_cast<double>(i)));
    return colour;
}

ByteImage compared(const Shown& first, const Shown& second) {
    const int step = std::max(1, first.linear.width / coarse_pixels);
    ByteImage image(std::max(1, first.linear.width / step), std::max(1, first.linear.height / step), 4);
    parallel_for(static_cast<std::size_t>(image.height), 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t y = begin; y < end; ++y)
            for (int x = 0; x < image.width; ++x) {
                const PicturePlace at{(static_cast<float>(x) + 0.5f) / static_cast<float>(image.width),
                                      (static_cast<float>(y) + 0.5f) / static_cast<float>(image.height)};
                const auto a = colour_of(first, at), b = colour_of(second, at);
                std::uint8_t* pixel = image.at(x, static_cast<int>(y));
                if (!a || !b)
                    continue;
                const auto colour = colour_for(color::delta_e_2000(*a, *b) / most_delta_e);
                std::copy(colour.begin(), colour.end(), pixel);
                pixel[3] = 255;
            }
    });
    return image;
}

void draw_scale(ImDrawList& list, Area area) {
    const float width = px(180), left = area.high.x - width - px(20), top = area.high.y - px(52);
    list.AddRectFilled({left - px(12), top - px(26)}, {left + width + px(12), top + px(34)},
                       IM_COL32(16, 17, 18, 200), px(6));
    for (int i = 0; i < 48; ++i) {
        const auto colour = colour_for(i / 47.0);
        const float x = left + width * static_cast<float>(i) / 48.0f;
        list.AddRectFilled({x, top}, {x + width / 48.0f + 1, top + px(10)},
                           IM_COL32(colour[0], colour[1], colour[2], 255));
    }
    ImFont* font = letters(Letters::Small);
    list.AddText(font, font->FontSize, {left, top - px(20)}, paint::text, say("compare.scale"));
    list.AddText(font, font->FontSize, {left, top + px(14)}, paint::quiet, say("compare.scale_low"));
    const char* high = say("compare.scale_high");
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, high).x;
    list.AddText(font, font->FontSize, {left + width - wide, top + px(14)}, paint::quiet, high);
}

} // namespace

void draw_difference(ImDrawList& list, Studio& studio, const Hung* first, const Hung* second, Area area) {
    if (!first || !second || first->shown->finish != second->shown->finish)
        return;
    static std::shared_ptr<const Shown> of_first, of_second;
    Texture& held = studio.difference;
    if (of_first != first->shown || of_second != second->shown || !held.picture) {
        held.picture = std::make_shared<const ByteImage>(compared(*first->shown, *second->shown));
        of_first = first->shown;
        of_second = second->shown;
    }
    list.AddImage(&held, area.low, area.high);
    draw_scale(list, area);
}

} // namespace healed::studio

#include "portfolio/labels.h"

#include "portfolio/drawing.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace healed::portfolio {

namespace {

constexpr double smallest_text = 10.0;
constexpr Ink light_ink{255, 255, 255, 0.9};
constexpr Ink dark_ink{24, 22, 20, 0.9};

/// Dots are as small as letters, so the bar stands on a plate of its own.
constexpr Ink plate{247, 245, 241, 0.86};
constexpr Ink bar_ink{34, 32, 30};

/// Luminance at which black and white text contrast equally (WCAG 2: (L + .05)² = 1.05 · .05).
constexpr double grey_luminance = 0.179;

bool is_light(const ByteImage& picture, Box ground) {
    return mean_luminance(picture, ground) > grey_luminance;
}

} // namespace

void stamp_simulation(ByteImage& picture, const Typefaces& typefaces, Corner corner) {
    constexpr const char* word = "simulation";
    const double size = std::max(smallest_text, 0.021 * std::min(picture.width, picture.height));
    const double spacing = 0.06 * size, margin = 0.9 * size;
    const double width = typefaces.regular.width(word, size, spacing);
    const double x = corner == Corner::LowerLeft ? margin : picture.width - margin - width;
    const double y = picture.height - margin;
    const int height = static_cast<int>(std::ceil(size));
    const Box ground{static_cast<int>(x), static_cast<int>(y) - height, static_cast<int>(width), height};
    const bool light = is_light(picture, ground);
    // Part of the word may lie across an edge between light and dark: a thin halo keeps it readable.
    Ink halo = light ? light_ink : dark_ink;
    halo.opacity = 0.16;
    const double reach = std::max(1.0, 0.07 * size);
    for (int i = 0; i < 8; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / 8.0;
        typefaces.regular.draw(picture, word, x + reach * std::cos(angle), y + reach * std::sin(angle), size,
                               halo, spacing);
    }
    typefaces.regular.draw(picture, word, x, y, size, light ? dark_ink : light_ink, spacing);
}

double round_length_mm(double longest_mm) {
    const double decade = std::pow(10.0, std::floor(std::log10(longest_mm)));
    for (double step : {5.0, 2.0})
        if (step * decade <= longest_mm)
            return step * decade;
    return decade;
}

void draw_scale_bar(ByteImage& picture, double picture_width_mm, const Typefaces& typefaces) {
    constexpr double longest_share = 0.4;
    const double length_mm = round_length_mm(longest_share * picture_width_mm);
    const int length = static_cast<int>(std::lround(length_mm / picture_width_mm * picture.width));
    const double size = std::max(smallest_text, 0.07 * std::min(picture.width, picture.height));
    const std::string words = fmt::format("{:g} mm", length_mm);
    const int padding = static_cast<int>(std::lround(0.5 * size));
    const int thickness = std::max(2, static_cast<int>(std::lround(0.16 * size)));
    const int widest = std::max(length, static_cast<int>(std::ceil(typefaces.regular.width(words, size))));
    const int height = static_cast<int>(std::lround(1.25 * size)) + thickness + 2 * padding;
    fill(picture, {0, picture.height - height, widest + 2 * padding, height}, plate);
    const int y = picture.height - padding - thickness;
    fill(picture, {padding, y, length, thickness}, bar_ink);
    typefaces.regular.draw(picture, words, padding, y - 0.42 * size, size, bar_ink);
}

} // namespace healed::portfolio

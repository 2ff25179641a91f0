#include "portfolio/typeface.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/drawing.h"

#include <cmath>
#include <stb_truetype.h>
#include <vector>

namespace healed::portfolio {

namespace {

/// Code points of a UTF-8 text; a byte that starts no character stands for itself.
std::vector<int> code_points(std::string_view text) {
    std::vector<int> points;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        const std::size_t more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
        int point = more ? byte & (0x3f >> more) : byte;
        for (std::size_t k = 1; k <= more && i + k < text.size(); ++k)
            point = (point << 6) | (static_cast<std::uint8_t>(text[i + k]) & 0x3f);
        points.push_back(point);
        i += more + 1;
    }
    return points;
}

} // namespace

struct Typeface::Font {
    std::string file;
    stbtt_fontinfo info;

    float scale(double size) const {
        return stbtt_ScaleForMappingEmToPixels(&info, static_cast<float>(size));
    }
    /// Advance of a character in front of the next one, pixels.
    double advance(int point, int next, double size) const {
        int width = 0, bearing = 0;
        stbtt_GetCodepointHMetrics(&info, point, &width, &bearing);
        const int kern = next ? stbtt_GetCodepointKernAdvance(&info, point, next) : 0;
        return static_cast<double>(scale(size)) * (width + kern);
    }
    void draw(ByteImage& image, int point, double x, double y, double size, Ink ink) const {
        const float s = scale(size);
        const auto shift_x = static_cast<float>(x - std::floor(x));
        const auto shift_y = static_cast<float>(y - std::floor(y));
        int left = 0, top = 0, right = 0, bottom = 0;
        stbtt_GetCodepointBitmapBoxSubpixel(&info, point, s, s, shift_x, shift_y, &left, &top, &right,
                                            &bottom);
        const int width = right - left, height = bottom - top;
        if (width <= 0 || height <= 0)
            return;
        std::vector<std::uint8_t> coverage(static_cast<std::size_t>(width) *
                                           static_cast<std::size_t>(height));
        stbtt_MakeCodepointBitmapSubpixel(&info, coverage.data(), width, height, width, s, s, shift_x,
                                          shift_y, point);
        const int at_x = static_cast<int>(std::floor(x)) + left, at_y = static_cast<int>(std::floor(y)) + top;
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column)
                blend(image, at_x + column, at_y + row, ink,
                      coverage[static_cast<std::size_t>(row * width + column)] / 255.0);
    }
};

Typeface::Typeface(const std::filesystem::path& file) : font_(std::make_unique<Font>()) {
    font_->file = read_file(file);
    const auto* bytes = reinterpret_cast<const unsigned char*>(font_->file.data());
    const int offset = font_->file.size() > 12 ? stbtt_GetFontOffsetForIndex(bytes, 0) : -1;
    if (offset < 0 || !stbtt_InitFont(&font_->info, bytes, offset))
        fail("{}: is not a TrueType font", file.string());
}

Typeface::~Typeface() = default;
Typeface::Typeface(Typeface&&) noexcept = default;
Typeface& Typeface::operator=(Typeface&&) noexcept = default;

double Typeface::width(std::string_view text, double size, double spacing) const {
    const std::vector<int> points = code_points(text);
    double sum = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i)
        sum += font_->advance(points[i], i + 1 < points.size() ? points[i + 1] : 0, size) + spacing;
    return points.empty() ? 0.0 : sum - spacing;
}

double Typeface::cap_height(double size) const {
    int left = 0, bottom = 0, right = 0, top = 0;
    stbtt_GetCodepointBox(&font_->info, 'H', &left, &bottom, &right, &top);
    return static_cast<double>(font_->scale(size)) * top;
}

void Typeface::draw(ByteImage& image, std::string_view text, double x, double y, double size, Ink ink,
                    double spacing) const {
    const std::vector<int> points = code_points(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        font_->draw(image, points[i], x, y, size, ink);
        x += font_->advance(points[i], i + 1 < points.size() ? points[i + 1] : 0, size) + spacing;
    }
}

Typefaces load_typefaces() {
    const std::filesystem::path folder = "/usr/share/fonts/truetype/dejavu";
    const std::filesystem::path regular = folder / "DejaVuSans.ttf", bold = folder / "DejaVuSans-Bold.ttf";
    for (const std::filesystem::path& file : {regular, bold})
        if (!std::filesystem::exists(file))
            fail("{}: is missing; the Debian package fonts-dejavu-core brings it", file.string());
    return {Typeface(regular), Typeface(bold)};
}

} // namespace healed::portfolio

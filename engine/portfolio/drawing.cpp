#include "portfolio/drawing.h"

#include "color/srgb.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <stb_image_resize.h>

namespace healed::portfolio {

namespace {

/// The part of a box that lies on the image.
Box on_image(const ByteImage& image, Box box) {
    const int left = std::clamp(box.x, 0, image.width), top = std::clamp(box.y, 0, image.height);
    const int right = std::clamp(box.x + box.width, left, image.width);
    const int bottom = std::clamp(box.y + box.height, top, image.height);
    return {left, top, right - left, bottom - top};
}

} // namespace

void blend(ByteImage& image, int x, int y, Ink ink, double coverage) {
    if (x < 0 || y < 0 || x >= image.width || y >= image.height)
        return;
    const double share = std::clamp(coverage * ink.opacity, 0.0, 1.0);
    std::uint8_t* pixel = image.at(x, y);
    const std::array<std::uint8_t, 3> over{ink.red, ink.green, ink.blue};
    for (std::size_t c = 0; c < over.size(); ++c)
        pixel[c] = static_cast<std::uint8_t>(std::lround(pixel[c] + share * (over[c] - pixel[c])));
}

void fill(ByteImage& image, Box box, Ink ink) {
    const Box inside = on_image(image, box);
    for (int y = inside.y; y < inside.y + inside.height; ++y)
        for (int x = inside.x; x < inside.x + inside.width; ++x)
            blend(image, x, y, ink, 1.0);
}

void paste(ByteImage& image, const ByteImage& picture, int x, int y) {
    assert(image.channels == 3 && picture.channels == 3);
    const Box inside = on_image(image, {x, y, picture.width, picture.height});
    for (int row = inside.y; row < inside.y + inside.height; ++row)
        std::copy_n(picture.at(inside.x - x, row - y), static_cast<std::size_t>(inside.width) * 3,
                    image.at(inside.x, row));
}

ByteImage resized(const ByteImage& picture, int width, int height) {
    if (picture.width == width && picture.height == height)
        return picture;
    ByteImage result(width, height, picture.channels);
    const int alpha = picture.channels == 4 ? 3 : STBIR_ALPHA_CHANNEL_NONE;
    stbir_resize_uint8_srgb(picture.values.data(), picture.width, picture.height, 0, result.values.data(),
                            width, height, 0, picture.channels, alpha, 0);
    return result;
}

double mean_luminance(const ByteImage& image, Box box) {
    Box inside = on_image(image, box);
    if (inside.width == 0 || inside.height == 0)
        inside = {0, 0, image.width, image.height};
    double sum = 0.0;
    for (int y = inside.y; y < inside.y + inside.height; ++y)
        for (int x = inside.x; x < inside.x + inside.width; ++x) {
            const std::uint8_t* p = image.at(x, y);
            sum += color::xyz_from_linear_srgb({color::srgb_decode(p[0] / 255.0),
                                                color::srgb_decode(p[1] / 255.0),
                                                color::srgb_decode(p[2] / 255.0)})
                       .y;
        }
    return sum / (static_cast<double>(inside.width) * inside.height);
}

} // namespace healed::portfolio

#pragma once

#include "base/image.h"
#include "portfolio/typeface.h"

namespace healed::portfolio {

/// Pixels of an image; may reach beyond its edges, where nothing is drawn.
struct Box {
    int x, y, width, height;
};

/// Lays ink of the given coverage, 0 … 1, over one pixel.
void blend(ByteImage& image, int x, int y, Ink ink, double coverage);

void fill(ByteImage& image, Box box, Ink ink);

/// Copies a picture to a place; both of 3 channels.
void paste(ByteImage& image, const ByteImage& picture, int x, int y);

/// The picture at another size, averaged in linear light.
ByteImage resized(const ByteImage& picture, int width, int height);

/// Mean relative luminance of a part of an sRGB image, 0 … 1; of the whole image when the box lies outside.
double mean_luminance(const ByteImage& image, Box box);

} // namespace healed::portfolio

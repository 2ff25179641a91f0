#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace healed {

/// Rows from the top, `channels` interleaved values a pixel. The meaning of a value is the owner's:
/// linear radiance for float images, sRGB-encoded for byte images.
template <typename Value>
struct Pixels {
    int width = 0;
    int height = 0;
    int channels = 0;
    std::vector<Value> values;

    Pixels() = default;
    Pixels(int w, int h, int c)
        : width(w), height(h), channels(c),
          values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * static_cast<std::size_t>(c)) {}

    Value* at(int x, int y) { return values.data() + offset(x, y); }
    const Value* at(int x, int y) const { return values.data() + offset(x, y); }

  private:
    std::size_t offset(int x, int y) const {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) *
               static_cast<std::size_t>(channels);
    }
};

using FloatImage = Pixels<float>;
using ByteImage = Pixels<std::uint8_t>;

/// Text carried inside a picture file (PNG tEXt chunks, EXR attributes, a JPEG comment): keyword → value.
using PictureText = std::map<std::string, std::string>;

/// Reads .png or .jpg as 8-bit sRGB, 3 or 4 channels. Throws Error for a missing, truncated or unknown file
/// and for sides of 0 or above 32,768 pixels.
ByteImage read_picture(const std::filesystem::path& path);

/// Writes .png or .jpg (quality 95) by the ending of the name; 3 or 4 channels (a .jpg drops alpha).
/// The file is replaced in one step. Throws Error naming the file for another ending or when writing fails.
void write_picture(const std::filesystem::path& path, const ByteImage& image, const PictureText& text);

/// Writes linear values as a half-float OpenEXR file, 3 or 4 channels. Replaced in one step.
void write_exr(const std::filesystem::path& path, const FloatImage& image, const PictureText& text);
FloatImage read_exr(const std::filesystem::path& path);

/// The text that write_picture put into a PNG. Throws Error for a file that is no PNG.
PictureText read_picture_text(const std::filesystem::path& path);

} // namespace healed

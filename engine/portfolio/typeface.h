#pragma once

#include "base/image.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace healed::portfolio {

/// sRGB colour with coverage 0 … 1.
struct Ink {
    std::uint8_t red, green, blue;
    double opacity = 1.0;
};

/// One TrueType font. Texts are UTF-8; sizes are pixels an em; places are in pixels from the top left.
class Typeface {
  public:
    /// Throws Error naming the file when it is missing or no font.
    explicit Typeface(const std::filesystem::path& file);
    ~Typeface();
    Typeface(Typeface&&) noexcept;
    Typeface& operator=(Typeface&&) noexcept;

    /// Advance of the text, pixels; `spacing` is added after each character.
    double width(std::string_view text, double size, double spacing = 0.0) const;
    /// Height of capitals, pixels: what the eye aligns.
    double cap_height(double size) const;
    /// Draws with its left edge at x and its baseline at y; what lies outside the image is cut off.
    void draw(ByteImage& image, std::string_view text, double x, double y, double size, Ink ink,
              double spacing = 0.0) const;

  private:
    struct Font;
    std::unique_ptr<Font> font_;
};

/// DejaVu Sans of the Debian package fonts-dejavu-core. Throws Error naming the package when it is missing.
struct Typefaces {
    Typeface regular;
    Typeface bold;
};
Typefaces load_typefaces();

} // namespace healed::portfolio

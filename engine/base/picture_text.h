#pragma once

#include "base/image.h"

#include <string>
#include <string_view>

namespace healed {

/// PNG specification (third edition) section 11.3.3: puts each entry in front of the first IDAT chunk, as
/// tEXt when it is plain ASCII and as iTXt (UTF-8, uncompressed) otherwise. `png` must be a whole PNG file.
std::string with_png_text(std::string_view png, const PictureText& text);

/// The tEXt and uncompressed iTXt entries of a PNG. Throws Error naming `origin` for bytes that are no PNG.
PictureText png_text(std::string_view png, const std::string& origin);

/// Puts "keyword: value" lines into one COM segment behind the JFIF header of a JPEG file.
std::string with_jpeg_comment(std::string_view jpeg, const PictureText& text);

} // namespace healed

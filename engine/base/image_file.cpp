#include "base/error.h"
#include "base/file.h"
#include "base/image.h"
#include "base/picture_text.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <memory>
#include <stb_image.h>
#include <stb_image_write.h>

namespace healed {

namespace {

constexpr int longest_side = 32768;
constexpr int jpeg_quality = 95;

std::string ending_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

const stbi_uc* bytes_of(const std::string& file) {
    return reinterpret_cast<const stbi_uc*>(file.data());
}

/// stb_image fills what a cut-off JPEG lacks with grey and says nothing, so its end marker is looked for.
void refuse_unless_picture(const std::string& file, const std::string& name) {
    const bool png = file.starts_with("\x89PNG");
    const bool jpeg = file.starts_with("\xff\xd8");
    if (!png && !jpeg)
        fail("{}: is neither a PNG nor a JPEG picture", name);
    if (jpeg && file.rfind("\xff\xd9") == std::string::npos)
        fail("{}: the picture is cut off", name);
    if (png && file.find("IEND") == std::string::npos)
        fail("{}: the picture is cut off", name);
}

void append_bytes(void* target, void* data, int size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

ByteImage without_alpha(const ByteImage& image) {
    ByteImage result(image.width, image.height, 3);
    for (std::size_t i = 0, j = 0; i < result.values.size(); ++i) {
        result.values[i] = image.values[j];
        j += i % 3 == 2 ? static_cast<std::size_t>(image.channels) - 2 : 1;
    }
    return result;
}

std::string png_bytes(const ByteImage& image) {
    std::string bytes;
    stbi_write_png_to_func(append_bytes, &bytes, image.width, image.height, image.channels,
                           image.values.data(), image.width * image.channels);
    return bytes;
}

std::string jpeg_bytes(const ByteImage& image) {
    const ByteImage opaque = without_alpha(image);
    std::string bytes;
    stbi_write_jpg_to_func(append_bytes, &bytes, opaque.width, opaque.height, 3, opaque.values.data(),
                           jpeg_quality);
    return bytes;
}

} // namespace

ByteImage read_picture(const std::filesystem::path& path) {
    const std::string file = read_file(path);
    const std::string name = path.string();
    refuse_unless_picture(file, name);
    const int size = static_cast<int>(file.size());
    int width = 0, height = 0, channels = 0;
    if (!stbi_info_from_memory(bytes_of(file), size, &width, &height, &channels))
        fail("{}: cannot be understood as a picture: {}", name, stbi_failure_reason());
    if (width < 1 || height < 1 || width > longest_side || height > longest_side)
        fail("{}: size {}x{} is outside 1 … {} pixels a side", name, width, height, longest_side);
    const int kept = channels == 2 || channels == 4 ? 4 : 3;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(bytes_of(file), size, &width, &height, &channels, kept), stbi_image_free);
    if (!pixels)
        fail("{}: cannot be understood as a picture: {}", name, stbi_failure_reason());
    ByteImage image(width, height, kept);
    std::copy_n(pixels.get(), image.values.size(), image.values.begin());
    return image;
}

void write_picture(const std::filesystem::path& path, const ByteImage& image, const PictureText& text) {
    assert(image.width > 0 && image.height > 0 && (image.channels == 3 || image.channels == 4));
    const std::string ending = ending_of(path);
    if (ending == ".png")
        write_file(path, with_png_text(png_bytes(image), text));
    else if (ending == ".jpg" || ending == ".jpeg")
        write_file(path, with_jpeg_comment(jpeg_bytes(image), text));
    else
        fail("{}: \"{}\" is no ending for a picture; .png and .jpg are", path.string(), ending);
}

PictureText read_picture_text(const std::filesystem::path& path) {
    return png_text(read_file(path), path.string());
}

} // namespace healed

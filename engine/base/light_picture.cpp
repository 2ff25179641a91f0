#include "base/light_picture.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <memory>
#include <stb_image.h>

namespace healed {

namespace {

constexpr int longest_side = 8192;

std::string ending_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending;
}

void check_size(const std::string& name, int width, int height) {
    if (width < 1 || height < 1 || width > longest_side || height > longest_side)
        fail("{}: size {}x{} is outside 1 … {} pixels a side", name, width, height, longest_side);
}

/// stb_image takes what a plain file lacks for black and says nothing. A run-length coded scanline begins
/// with 2, 2.
void refuse_cut_off(const std::string& content, const std::string& name, int width, int height) {
    const std::size_t size_line = content.find("\n\n");
    const std::size_t begin = content.find('\n', size_line + 2) + 1;
    const bool coded = width >= 8 && content.compare(begin, 2, "\x02\x02") == 0;
    if (!coded && content.size() - begin <
                      std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
        fail("{}: the picture is cut off", name);
}

FloatImage read_hdr(const std::filesystem::path& path) {
    const std::string content = read_file(path), name = path.string();
    const auto* bytes = reinterpret_cast<const stbi_uc*>(content.data());
    const int size = static_cast<int>(content.size());
    int width = 0, height = 0, channels = 0;
    if (!stbi_is_hdr_from_memory(bytes, size) ||
        !stbi_info_from_memory(bytes, size, &width, &height, &channels))
        fail("{}: is not a Radiance picture (.hdr)", name);
    check_size(name, width, height);
    refuse_cut_off(content, name, width, height);
    const std::unique_ptr<float, void (*)(void*)> values(
        stbi_loadf_from_memory(bytes, size, &width, &height, &channels, 3), stbi_image_free);
    if (!values)
        fail("{}: cannot be understood as a Radiance picture: {}", name, stbi_failure_reason());
    FloatImage image(width, height, 3);
    std::copy_n(values.get(), image.values.size(), image.values.begin());
    return image;
}

FloatImage without_alpha(FloatImage image) {
    if (image.channels == 3)
        return image;
    FloatImage opaque(image.width, image.height, 3);
    for (std::size_t i = 0; i < opaque.values.size(); ++i)
        opaque.values[i] = image.values[4 * (i / 3) + i % 3];
    return opaque;
}

} // namespace

bool is_light_picture(const std::filesystem::path& path) {
    const std::string ending = ending_of(path);
    return ending == ".hdr" || ending == ".exr";
}

FloatImage read_light_picture(const std::filesystem::path& path) {
    FloatImage image = ending_of(path) == ".hdr" ? read_hdr(path) : without_alpha(read_exr(path));
    check_size(path.string(), image.width, image.height);
    for (std::size_t i = 0; i < image.values.size(); ++i)
        if (!std::isfinite(image.values[i]) || image.values[i] < 0.0f) {
            const auto pixel = static_cast<int>(i / 3);
            fail("{}: {} at column {}, row {} is no light", path.string(), image.values[i],
                 pixel % image.width, pixel / image.width);
        }
    return image;
}

} // namespace healed

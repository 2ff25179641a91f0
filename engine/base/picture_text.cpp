#include "base/picture_text.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

namespace healed {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t chunk_frame = 12; // length, type and check sum, four bytes each

void append_big_endian(std::string& bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>((value >> shift) & 0xffu));
}

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (char byte : bytes.substr(0, 4))
        value = (value << 8) | static_cast<std::uint8_t>(byte);
    return value;
}

/// CRC-32 of ISO 3309, as PNG annex D asks.
std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffu;
    for (char byte : bytes) {
        crc ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xedb88320u : 0u);
    }
    return ~crc;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) < 128; });
}

std::string text_chunk(const std::string& keyword, const std::string& value) {
    assert(!keyword.empty() && keyword.size() < 80 && is_ascii(keyword));
    using namespace std::string_literals;
    const bool plain = is_ascii(value);
    std::string body = (plain ? "tEXt" : "iTXt") + keyword + (plain ? "\0"s : "\0\0\0\0\0"s) + value;
    std::string chunk;
    append_big_endian(chunk, static_cast<std::uint32_t>(body.size() - 4));
    chunk += body;
    append_big_endian(chunk, crc32(body));
    return chunk;
}

/// Calls visit(offset, type, content) for each whole chunk until visit returns false.
template <typename Visit>
void for_each_chunk(std::string_view png, Visit visit) {
    for (std::size_t offset = signature.size(); offset + chunk_frame <= png.size();) {
        const std::size_t length = big_endian(png.substr(offset));
        if (length > png.size() - offset - chunk_frame)
            return;
        if (!visit(offset, png.substr(offset + 4, 4), png.substr(offset + 8, length)))
            return;
        offset += chunk_frame + length;
    }
}

/// Text behind the keyword of an iTXt chunk; nothing when it is compressed.
std::string international_text(std::string_view after_keyword) {
    if (after_keyword.size() < 2 || after_keyword[0] != 0)
        return {};
    const std::size_t language = after_keyword.find('\0', 2);
    const std::size_t translated =
        language == std::string_view::npos ? language : after_keyword.find('\0', language + 1);
    return translated == std::string_view::npos ? std::string{}
                                                : std::string(after_keyword.substr(translated + 1));
}

} // namespace

std::string with_png_text(std::string_view png, const PictureText& text) {
    std::size_t place = png.size();
    for_each_chunk(png, [&](std::size_t offset, std::string_view type, std::string_view) {
        place = offset;
        return type != "IDAT";
    });
    std::string result(png.substr(0, place));
    for (const auto& [keyword, value] : text)
        result += text_chunk(keyword, value);
    return result.append(png.substr(place));
}

PictureText png_text(std::string_view png, const std::string& origin) {
    if (png.substr(0, signature.size()) != signature)
        fail("{}: is not a PNG picture", origin);
    PictureText text;
    for_each_chunk(png, [&](std::size_t, std::string_view type, std::string_view content) {
        const std::size_t end = content.find('\0');
        if ((type != "tEXt" && type != "iTXt") || end == std::string_view::npos)
            return true;
        const std::string_view value = content.substr(end + 1);
        text[std::string(content.substr(0, end))] =
            type == "tEXt" ? std::string(value) : international_text(value);
        return true;
    });
    return text;
}

std::string with_jpeg_comment(std::string_view jpeg, const PictureText& text) {
    constexpr std::size_t longest = 0xffff - 2;
    std::string comment;
    for (const auto& [keyword, value] : text)
        comment += keyword + ": " + value + "\n";
    comment.resize(std::min(comment.size(), longest));
    if (comment.empty())
        return std::string(jpeg);
    const std::size_t start_of_image = 2;
    const bool has_jfif = jpeg.size() > 6 && jpeg.substr(start_of_image, 2) == "\xff\xe0";
    const std::size_t place =
        has_jfif ? start_of_image + 2 + (big_endian(jpeg.substr(start_of_image + 2, 4)) >> 16)
                 : start_of_image;
    const std::size_t length = comment.size() + 2;
    std::string result(jpeg.substr(0, place));
    result += "\xff\xfe";
    result.push_back(static_cast<char>(length >> 8));
    result.push_back(static_cast<char>(length & 0xff));
    return result.append(comment).append(jpeg.substr(place));
}

} // namespace healed

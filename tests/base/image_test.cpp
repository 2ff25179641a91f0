#include "base/image.h"

#include "base/file.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <cmath>
#include <limits>

namespace healed {
namespace {

ByteImage gradient(int width, int height, int channels) {
    ByteImage image(width, height, channels);
    for (std::size_t i = 0; i < image.values.size(); ++i)
        image.values[i] = static_cast<std::uint8_t>((i * 37) % 251);
    return image;
}

TEST(Image, PngKeepsEveryPixelAndItsText) {
    const TemporaryFolder folder;
    const PictureText text{{"Software", "Healed 0.1.0"}, {"Comment", "simulation"}, {"Title", "Håkon, 3 år"}};
    for (int channels : {3, 4}) {
        const ByteImage image = gradient(17, 5, channels);
        write_picture(folder / "a.png", image, text);
        const ByteImage again = read_picture(folder / "a.png");
        EXPECT_EQ(again.width, 17);
        EXPECT_EQ(again.height, 5);
        EXPECT_EQ(again.channels, channels);
        EXPECT_EQ(again.values, image.values);
        EXPECT_EQ(read_picture_text(folder / "a.png"), text);
    }
}

TEST(Image, JpegKeepsItsCommentAndDropsAlpha) {
    const TemporaryFolder folder;
    ByteImage image(40, 30, 4);
    image.values.assign(image.values.size(), 128);
    write_picture(folder / "a.jpg", image, {{"Comment", "simulation"}});
    EXPECT_NE(read_file(folder / "a.jpg").find("Comment: simulation"), std::string::npos);
    const ByteImage again = read_picture(folder / "a.jpg");
    ASSERT_EQ(again.channels, 3);
    EXPECT_EQ(again.width, 40);
    EXPECT_NEAR(again.at(20, 15)[0], 128, 2);
}

TEST(Image, ExrKeepsHalfFloatsAndClampsWhatHalfCannotHold) {
    const TemporaryFolder folder;
    FloatImage image(3, 2, 4);
    for (std::size_t i = 0; i < image.values.size(); ++i)
        image.values[i] = 0.25f * static_cast<float>(i) - 1.0f;
    image.values.back() = 1e9f;
    write_exr(folder / "a.exr", image, {{"Comment", "simulation"}});
    const FloatImage again = read_exr(folder / "a.exr");
    ASSERT_EQ(again.values.size(), image.values.size());
    for (std::size_t i = 0; i + 1 < image.values.size(); ++i)
        EXPECT_EQ(again.values[i], image.values[i]);
    EXPECT_EQ(again.values.back(), 65504.0f);
}

TEST(Image, RefusesFilesThatAreNoPictures) {
    const TemporaryFolder folder;
    expect_refusal([&] { read_picture(folder / "none.png"); }, {"none.png", "No such file"});
    const auto text = folder.file("text.png", "hello");
    expect_refusal([&] { read_picture(text); }, {"text.png", "neither"});
    expect_refusal([&] { read_picture_text(text); }, {"text.png", "no"});
    expect_refusal([&] { read_exr(text); }, {"text.png", "OpenEXR"});
    const auto empty = folder.file("empty.png", "");
    expect_refusal([&] { read_picture(empty); }, {"empty.png"});
}

TEST(Image, RefusesPicturesThatAreCutOff) {
    const TemporaryFolder folder;
    write_picture(folder / "a.png", gradient(64, 64, 3), {});
    write_picture(folder / "a.jpg", gradient(64, 64, 3), {});
    write_exr(folder / "a.exr", FloatImage(64, 64, 3), {});
    for (const char* name : {"a.png", "a.jpg"}) {
        const std::string whole = read_file(folder / name);
        for (std::size_t part : {whole.size() / 2, whole.size() - 20, std::size_t{12}}) {
            folder.file(name, whole.substr(0, part));
            expect_refusal([&] { read_picture(folder / name); }, {name});
        }
    }
    const std::string exr = read_file(folder / "a.exr");
    for (std::size_t part : {exr.size() / 2, exr.size() - 1, std::size_t{6}}) {
        folder.file("a.exr", exr.substr(0, part));
        expect_refusal([&] { read_exr(folder / "a.exr"); }, {"a.exr"});
    }
}

/// A PNG whose header states another size than its pixels have.
std::string png_of_size(const TemporaryFolder& folder, std::uint32_t width, std::uint32_t height) {
    write_picture(folder / "seed.png", ByteImage(1, 1, 3), {});
    std::string bytes = read_file(folder / "seed.png");
    for (int i = 0; i < 4; ++i) {
        bytes[16 + static_cast<std::size_t>(i)] = static_cast<char>(width >> (24 - 8 * i));
        bytes[20 + static_cast<std::size_t>(i)] = static_cast<char>(height >> (24 - 8 * i));
    }
    return bytes;
}

TEST(Image, RefusesImpossibleSizes) {
    const TemporaryFolder folder;
    const auto none = folder.file("none.png", png_of_size(folder, 0, 0));
    expect_refusal([&] { read_picture(none); }, {"none.png"});
    const auto huge = folder.file("huge.png", png_of_size(folder, 100000, 4));
    expect_refusal([&] { read_picture(huge); }, {"huge.png", "100000x4", "32768"});
}

TEST(Image, RefusesUnknownEndingsAndPlacesThatCannotBeWritten) {
    const ByteImage image = gradient(2, 2, 3);
    const TemporaryFolder folder;
    expect_refusal([&] { write_picture(folder / "a.bmp", image, {}); }, {"a.bmp", ".png"});
    expect_refusal([&] { write_picture("/nowhere/a.png", image, {}); }, {"/nowhere/a.png", "No such file"});
    expect_refusal([&] { write_exr("/nowhere/a.exr", FloatImage(1, 1, 3), {}); }, {"/nowhere/a.exr"});
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

} // namespace
} // namespace healed

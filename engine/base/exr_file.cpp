#include "base/error.h"
#include "base/file.h"
#include "base/image.h"

#include <ImfChannelList.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfIO.h>
#include <ImfInputFile.h>
#include <ImfOutputFile.h>
#include <ImfStringAttribute.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace healed {

namespace {

constexpr std::int64_t longest_side = 32768;
constexpr float largest = HALF_MAX;
constexpr std::array channel_names{"R", "G", "B", "A"};

/// OpenEXR over a string in memory, so that the file itself is replaced in one step.
class StringOutput : public Imf::OStream {
  public:
    explicit StringOutput(const std::string& name) : OStream(name.c_str()) {}
    void write(const char* data, int count) override {
        const auto size = static_cast<std::size_t>(count);
        bytes.resize(std::max(bytes.size(), place_ + size));
        std::memcpy(bytes.data() + place_, data, size);
        place_ += size;
    }
    std::uint64_t tellp() override { return place_; }
    void seekp(std::uint64_t place) override { place_ = place; }

    std::string bytes;

  private:
    std::size_t place_ = 0;
};

class StringInput : public Imf::IStream {
  public:
    StringInput(const std::string& name, const std::string& content)
        : IStream(name.c_str()), bytes_(content) {}
    bool read(char data[], int count) override {
        const auto size = static_cast<std::size_t>(count);
        if (size > bytes_.size() - std::min<std::size_t>(place_, bytes_.size()))
            throw Error("the picture is cut off");
        std::memcpy(data, bytes_.data() + place_, size);
        place_ += size;
        return place_ < bytes_.size();
    }
    std::uint64_t tellg() override { return place_; }
    void seekg(std::uint64_t place) override { place_ = place; }

  private:
    const std::string& bytes_;
    std::size_t place_ = 0;
};

FloatImage read_channels(Imf::InputFile& file, const std::string& name) {
    const Imath::Box2i window = file.header().dataWindow();
    const std::int64_t width = std::int64_t{window.max.x} - window.min.x + 1;
    const std::int64_t height = std::int64_t{window.max.y} - window.min.y + 1;
    if (width < 1 || height < 1 || width > longest_side || height > longest_side)
        fail("{}: size {}x{} is outside 1 … {} pixels a side", name, width, height, longest_side);
    const Imf::ChannelList& present = file.header().channels();
    for (const char* channel : {"R", "G", "B"})
        if (!present.findChannel(channel))
            fail("{}: has no channel {}", name, channel);
    FloatImage image(static_cast<int>(width), static_cast<int>(height), present.findChannel("A") ? 4 : 3);
    const std::size_t pixel = sizeof(float) * static_cast<std::size_t>(image.channels);
    Imf::FrameBuffer frame;
    for (int c = 0; c < image.channels; ++c)
        frame.insert(channel_names[static_cast<std::size_t>(c)],
                     Imf::Slice::Make(Imf::FLOAT, image.values.data() + c, window, pixel,
                                      pixel * static_cast<std::size_t>(width)));
    file.setFrameBuffer(frame);
    file.readPixels(window.min.y, window.max.y);
    return image;
}

Imf::Header header_for(const FloatImage& image, const PictureText& text) {
    Imf::Header header(image.width, image.height);
    for (int c = 0; c < image.channels; ++c)
        header.channels().insert(channel_names[static_cast<std::size_t>(c)], Imf::Channel(Imf::HALF));
    for (const auto& [keyword, value] : text)
        header.insert(keyword, Imf::StringAttribute(value));
    return header;
}

/// Half floats with each channel by itself, as the file wants them; what half cannot hold is its largest
/// value.
std::vector<Imath::half> half_values(const FloatImage& image) {
    std::vector<Imath::half> values(image.values.size());
    std::transform(image.values.begin(), image.values.end(), values.begin(),
                   [](float v) { return Imath::half(std::clamp(v, -largest, largest)); });
    return values;
}

} // namespace

void write_exr(const std::filesystem::path& path, const FloatImage& image, const PictureText& text) {
    assert(image.width > 0 && image.height > 0 && (image.channels == 3 || image.channels == 4));
    std::vector<Imath::half> values = half_values(image);
    const std::size_t pixel = sizeof(Imath::half) * static_cast<std::size_t>(image.channels);
    Imf::FrameBuffer frame;
    for (int c = 0; c < image.channels; ++c)
        frame.insert(channel_names[static_cast<std::size_t>(c)],
                     Imf::Slice(Imf::HALF, reinterpret_cast<char*>(values.data() + c), pixel,
                                pixel * static_cast<std::size_t>(image.width)));
    StringOutput output(path.string());
    {
        Imf::OutputFile file(output, header_for(image, text));
        file.setFrameBuffer(frame);
        file.writePixels(image.height);
    }
    write_file(path, output.bytes);
}

FloatImage read_exr(const std::filesystem::path& path) {
    const std::string name = path.string();
    const std::string content = read_file(path);
    if (!content.starts_with("\x76\x2f\x31\x01"))
        fail("{}: is not an OpenEXR picture", name);
    try {
        StringInput input(name, content);
        Imf::InputFile file(input);
        return read_channels(file, name);
    } catch (const Error& problem) {
        const std::string reason = problem.what();
        fail("{}{}", reason.starts_with(name) ? "" : name + ": ", reason);
    } catch (const std::exception&) {
        fail("{}: cannot be understood as an OpenEXR picture", name);
    }
}

} // namespace healed

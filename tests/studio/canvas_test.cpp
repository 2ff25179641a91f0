#include "window/canvas.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <random>

namespace healed::studio {
namespace {

/// ImGui without a window, for as long as the object lives.
class Drawing {
  public:
    Drawing() : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {640, 480};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        unsigned char* texels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsRGBA32(&texels, &width, &height);
        auto picture = std::make_shared<ByteImage>(width, height, 4);
        std::copy_n(texels, picture->values.size(), picture->values.begin());
        letters_.picture = std::move(picture);
        io.Fonts->SetTexID(&letters_);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    ~Drawing() { ImGui::DestroyContext(context_); }

    template <typename Draw>
    const ImDrawData& frame(const Draw& draw) {
        ImGui::NewFrame();
        draw(*ImGui::GetForegroundDrawList());
        ImGui::Render();
        return *ImGui::GetDrawData();
    }

  private:
    ImGuiContext* context_;
    Texture letters_;
};

std::shared_ptr<const ByteImage> even(int width, int height, std::uint8_t value) {
    auto picture = std::make_shared<ByteImage>(width, height, 4);
    std::fill(picture->values.begin(), picture->values.end(), value);
    return picture;
}

constexpr std::uint32_t ground = IM_COL32(24, 25, 27, 255);

/// Shapes that come, go, move, and lie over one another: what is drawn where something changed is what would
/// stand there had all been drawn anew.
TEST(Canvas, DrawsOnlyWhatChangedAndShowsTheSame) {
    const gpu::Device device({.validation = true});
    Drawing drawing;
    std::mt19937 random(7);
    const auto below = [&](unsigned most) { return static_cast<float>(random() % most); };
    struct Shape {
        ImVec2 low, high;
        ImU32 colour;
    };
    std::vector<Shape> shapes;
    Canvas kept(device, Order::RedFirst);
    for (int step = 0; step < 24; ++step) {
        const ImVec2 low(below(600), below(440));
        const Shape shape{low,
                          {low.x + 5 + below(200), low.y + 5 + below(150)},
                          IM_COL32(below(256), below(256), below(256), 60 + below(196))};
        const std::size_t at = shapes.empty() ? 0 : random() % shapes.size();
        if (shapes.size() < 6 || random() % 3 == 0)
            shapes.insert(shapes.begin() + static_cast<std::ptrdiff_t>(at), shape);
        else if (random() % 2 == 0)
            std::swap(shapes[at], shapes.back());
        else
            shapes.erase(shapes.begin() + static_cast<std::ptrdiff_t>(at));
        const ImDrawData& data = drawing.frame([&](ImDrawList& list) {
            for (const Shape& one : shapes) {
                list.AddRectFilled(one.low, one.high, one.colour, 6);
                list.AddText(one.low, IM_COL32_WHITE, "healed");
            }
        });
        kept.draw(data, 640, 480, ground);
        Canvas anew(device, Order::RedFirst);
        anew.draw(data, 640, 480, ground);
        ASSERT_EQ(kept.picture().values, anew.picture().values) << "step " << step;
    }
    EXPECT_EQ(device.validation_messages(), std::vector<std::string>{});
}

TEST(Canvas, LeavesAFrameThatIsLikeTheLastAlone) {
    const gpu::Device device;
    Drawing drawing;
    Canvas canvas(device, Order::RedFirst);
    const auto draw = [](ImDrawList& list) { list.AddRectFilled({10, 10}, {60, 60}, IM_COL32_WHITE); };
    canvas.draw(drawing.frame(draw), 640, 480, ground);
    const std::uint64_t version = canvas.version();
    canvas.draw(drawing.frame(draw), 640, 480, ground);
    EXPECT_EQ(canvas.version(), version);
    canvas.draw(drawing.frame([](ImDrawList&) {}), 640, 480, ground);
    EXPECT_GT(canvas.version(), version);
    EXPECT_EQ(canvas.picture().at(30, 30)[0], 24);
}

/// The coarse picture stays until the whole of the fine one is there.
TEST(Canvas, BringsALargePictureInParts) {
    const gpu::Device device;
    Drawing drawing;
    Canvas canvas(device, Order::BlueFirst);
    Texture texture{even(64, 64, 100)};
    const auto draw = [&](ImDrawList& list) { list.AddImage(&texture, {0, 0}, {640, 480}); };
    canvas.draw(drawing.frame(draw), 640, 480, ground);
    EXPECT_TRUE(canvas.is_complete());
    const int coarse = canvas.picture().at(300, 10)[1];
    texture = {even(3000, 2000, 200), true};
    canvas.draw(drawing.frame(draw), 640, 480, ground);
    EXPECT_FALSE(canvas.is_complete());
    EXPECT_EQ(canvas.picture().at(300, 10)[1], coarse);
    for (int frame = 0; frame < 8 && !canvas.is_complete(); ++frame)
        canvas.draw(drawing.frame(draw), 640, 480, ground);
    ASSERT_TRUE(canvas.is_complete());
    EXPECT_NE(canvas.picture().at(300, 10)[1], coarse);
}

TEST(Canvas, KeepsTheOrderOfColoursOfTheScreenToItself) {
    const gpu::Device device;
    Drawing drawing;
    const ImDrawData& data = drawing.frame([](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {640, 480}, IM_COL32(200, 100, 50, 255));
    });
    Canvas red_first(device, Order::RedFirst), blue_first(device, Order::BlueFirst);
    red_first.draw(data, 640, 480, ground);
    blue_first.draw(data, 640, 480, ground);
    EXPECT_EQ(red_first.picture().values, blue_first.picture().values);
    EXPECT_EQ(red_first.picture().at(5, 5)[0], 200);
}

} // namespace
} // namespace healed::studio

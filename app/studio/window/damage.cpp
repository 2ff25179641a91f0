#include "window/damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace healed::studio {

namespace {

/// Pixels on a side of the squares that are drawn anew as a whole.
constexpr std::uint32_t tile = 64;
/// With more rectangles than this, the one about them all costs less.
constexpr std::size_t most_rectangles = 16;
/// How far ahead a triangle that stayed is looked for, past such that went.
constexpr std::size_t far_ahead = 4096;

std::uint64_t mixed(std::uint64_t hash, const void* bytes, std::size_t count) {
    // FNV-1a, Fowler, Noll & Vo 1991, over words of 4 bytes.
    const auto* at = static_cast<const unsigned char*>(bytes);
    for (std::size_t i = 0; i + 4 <= count; i += 4) {
        std::uint32_t word;
        std::memcpy(&word, at + i, 4);
        hash = (hash ^ word) * 1099511628211u;
    }
    return hash;
}

/// Squares of the window, of which some must be drawn anew.
class Tiles {
  public:
    explicit Tiles(VkExtent2D window)
        : window_(window), wide_((window.width + tile - 1) / tile), high_((window.height + tile - 1) / tile),
          marked_(std::size_t{wide_} * high_) {}

    void mark(const ImVec4& box) {
        if (box.x >= box.z || box.y >= box.w)
            return;
        const auto place = [](float pixel, std::uint32_t count) {
            return std::min(static_cast<std::uint32_t>(std::max(pixel, 0.0f)) / tile, count - 1);
        };
        for (std::uint32_t y = place(box.y, high_); y <= place(box.w, high_); ++y)
            for (std::uint32_t x = place(box.x, wide_); x <= place(box.z, wide_); ++x)
                marked_[std::size_t{y} * wide_ + x] = true;
    }
    void mark_all() { marked_.assign(marked_.size(), true); }

    /// Runs of marked squares, one below the other where they are alike.
    std::vector<VkRect2D> rectangles() const {
        std::vector<VkRect2D> found;
        for (std::uint32_t y = 0; y < high_; ++y)
            for (std::uint32_t x = 0; x < wide_; ++x) {
                if (!is_marked(x, y))
                    continue;
                const std::uint32_t from = x;
                while (x < wide_ && is_marked(x, y))
                    ++x;
                add(found, rectangle(from, y, x, y + 1));
            }
        if (found.size() > most_rectangles)
            return {about(found)};
        return found;
    }

  private:
    bool is_marked(std::uint32_t x, std::uint32_t y) const { return marked_[std::size_t{y} * wide_ + x]; }
    VkRect2D rectangle(std::uint32_t left, std::uint32_t top, std::uint32_t right,
                       std::uint32_t bottom) const {
        return {{static_cast<std::int32_t>(left * tile), static_cast<std::int32_t>(top * tile)},
                {std::min(right * tile, window_.width) - left * tile,
                 std::min(bottom * tile, window_.height) - top * tile}};
    }
    static void add(std::vector<VkRect2D>& found, const VkRect2D& run) {
        const auto above = std::ranges::find_if(found, [&](const VkRect2D& one) {
            return one.offset.x == run.offset.x && one.extent.width == run.extent.width &&
                   one.offset.y + static_cast<std::int32_t>(one.extent.height) == run.offset.y;
        });
        if (above == found.end())
            found.push_back(run);
        else
            above->extent.height += run.extent.height;
    }
    static VkRect2D about(const std::vector<VkRect2D>& all) {
        std::int32_t left = INT32_MAX, top = INT32_MAX, right = 0, bottom = 0;
        for (const VkRect2D& one : all) {
            left = std::min(left, one.offset.x);
            top = std::min(top, one.offset.y);
            right = std::max(right, one.offset.x + static_cast<std::int32_t>(one.extent.width));
            bottom = std::max(bottom, one.offset.y + static_cast<std::int32_t>(one.extent.height));
        }
        return {{left, top},
                {static_cast<std::uint32_t>(right - left), static_cast<std::uint32_t>(bottom - top)}};
    }

    VkExtent2D window_;
    std::uint32_t wide_, high_;
    std::vector<bool> marked_;
};

} // namespace

std::vector<Damage::Triangle>
Damage::triangles_of(const ImDrawData& data, const std::function<std::uint64_t(ImTextureID)>& number_of) {
    std::vector<Triangle> triangles;
    triangles.reserve(static_cast<std::size_t>(data.TotalIdxCount) / 3);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const std::uint64_t number = number_of(command.TextureId);
            std::uint64_t base = mixed(14695981039346656037u, &command.TextureId, sizeof(command.TextureId));
            base = mixed(mixed(base, &number, sizeof(number)), &command.ClipRect, sizeof(command.ClipRect));
            const ImVec4& clip = command.ClipRect;
            for (unsigned first = 0; first + 2 < command.ElemCount; first += 3) {
                Triangle& one = triangles.emplace_back(Triangle{base, {clip.z, clip.w, clip.x, clip.y}});
                for (unsigned corner = 0; corner < 3; ++corner) {
                    const ImDrawVert& vertex =
                        list.VtxBuffer[static_cast<int>(command.VtxOffset) +
                                       list.IdxBuffer[static_cast<int>(command.IdxOffset + first + corner)]];
                    one.content = mixed(one.content, &vertex, sizeof(vertex));
                    one.box = {std::min(one.box.x, vertex.pos.x), std::min(one.box.y, vertex.pos.y),
                               std::max(one.box.z, vertex.pos.x), std::max(one.box.w, vertex.pos.y)};
                }
                one.box = {std::max(one.box.x, clip.x), std::max(one.box.y, clip.y),
                           std::min(one.box.z, clip.z), std::min(one.box.w, clip.w)};
            }
        }
    }
    return triangles;
}

std::vector<VkRect2D> Damage::since_last(const ImDrawData& data, VkExtent2D window,
                                         const std::function<std::uint64_t(ImTextureID)>& number_of) {
    Tiles tiles(window);
    const std::vector<Triangle> before = std::exchange(last_, triangles_of(data, number_of));
    const bool is_new = before.empty() || window.width != window_.width || window.height != window_.height;
    window_ = window;
    if (is_new) {
        tiles.mark_all();
        return tiles.rectangles();
    }
    std::unordered_multimap<std::uint64_t, std::size_t> places;
    bool known = false;
    // What is found again, in the same order, lies over and under the same as before. All else is damage.
    std::size_t at = 0;
    for (const Triangle& now : last_) {
        if (at < before.size() && before[at].content == now.content) {
            ++at;
            continue;
        }
        if (!std::exchange(known, true))
            for (std::size_t i = at; i < before.size(); ++i)
                places.emplace(before[i].content, i);
        std::size_t found = before.size();
        for (auto [one, end] = places.equal_range(now.content); one != end; ++one)
            if (one->second >= at && one->second < at + far_ahead)
                found = std::min(found, one->second);
        if (found == before.size()) {
            tiles.mark(now.box);
            continue;
        }
        for (; at < found; ++at)
            tiles.mark(before[at].box);
        ++at;
    }
    for (; at < before.size(); ++at)
        tiles.mark(before[at].box);
    return tiles.rectangles();
}

} // namespace healed::studio

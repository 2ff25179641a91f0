#pragma once

#include <cstdint>
#include <functional>
#include <imgui.h>
#include <vector>
#include <vulkan/vulkan.h>

namespace healed::studio {

/// Where a frame differs from the one before it: a window in which one button lights up draws that button
/// anew, and not the head beside it.
class Damage {
  public:
    /// `number_of` says which picture a texture shows. Returns rectangles that do not overlap, outside of
    /// which the frame is as the last one was.
    std::vector<VkRect2D> since_last(const ImDrawData& data, VkExtent2D window,
                                     const std::function<std::uint64_t(ImTextureID)>& number_of);
    /// The next frame is drawn in full.
    void forget() { last_.clear(); }

  private:
    /// What decides how one triangle looks, and the pixels that it can reach: left, top, right, bottom.
    struct Triangle {
        std::uint64_t content;
        ImVec4 box;
    };
    static std::vector<Triangle> triangles_of(const ImDrawData& data,
                                              const std::function<std::uint64_t(ImTextureID)>& number_of);

    std::vector<Triangle> last_;
    VkExtent2D window_{};
};

} // namespace healed::studio

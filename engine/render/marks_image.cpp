#include "render/marks_image.h"

#include "base/parallel.h"

#include <glm/gtc/packing.hpp>

namespace healed::render {

namespace {

/// About 0.2 mm a texel: a disc of 0.9 mm, as single-unit harvest leaves it, keeps its edge.
constexpr std::uint32_t side = 2048;

} // namespace

std::optional<gpu::Image> marks_image(const gpu::Device& device, const head::Head& head,
                                      std::span<const treatment::Mark> marks, std::uint64_t seed) {
    if (marks.empty())
        return std::nullopt;
    const treatment::ScalpFrame frame(head);
    const treatment::MarkField field(frame, marks, seed);
    std::vector<glm::u16vec4> texels(std::size_t{side} * side);
    parallel_for(side, 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
            for (std::size_t column = 0; column < side; ++column) {
                const glm::vec2 chart = (glm::vec2(column, row) + 0.5f) / static_cast<float>(side);
                const treatment::MarkedSkin skin = field.at(chart);
                texels[row * side + column] =
                    glm::packHalf(glm::vec4(skin.blood, skin.melanin, skin.gloss, skin.relief));
            }
    });
    std::optional<gpu::Image> image(std::in_place, device, "marks", gpu::Format::rgba16f,
                                    gpu::Extent{side, side});
    image->upload<glm::u16vec4>(texels);
    return image;
}

} // namespace healed::render

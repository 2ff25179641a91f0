#include "portfolio/chart_labels.h"

#include "portfolio/drawing.h"
#include "treatment/chart_dots.h"

#include <algorithm>
#include <fmt/ranges.h>
#include <optional>

namespace healed::portfolio {

namespace {

constexpr Ink on_dark{240, 238, 234}, on_skin{30, 24, 20};
constexpr double least_size = 9.0; ///< pixels an em that can still be read

/// Where places of a chart come to lie in a picture.
class Sight {
  public:
    Sight(const ByteImage& picture, const render::Camera& camera, const head::Head& head,
          const treatment::Plan& plan)
        : width_(picture.width), height_(picture.height), camera_(camera), frame_(head),
          middle_mm_(chart_middle_mm(frame_, plan)) {}

    /// None where the skin turns away from the camera.
    std::optional<glm::vec2> pixel(glm::vec2 from_middle_mm) const {
        const glm::vec2 chart = frame_.chart_at_flat(middle_mm_ + from_middle_mm);
        const glm::vec3 way = frame_.chart().position_at(chart) - camera_.position_mm;
        if (glm::dot(glm::normalize(way), frame_.chart().normal_at(chart)) > -0.2f)
            return std::nullopt;
        const float scale = 0.5f * height_ / (glm::dot(way, camera_.forward) * camera_.tan_half_height);
        return glm::vec2(0.5f * width_ + scale * glm::dot(way, camera_.right),
                         0.5f * height_ - scale * glm::dot(way, camera_.up));
    }

  private:
    float width_, height_;
    const render::Camera& camera_;
    treatment::ScalpFrame frame_;
    glm::vec2 middle_mm_;
};

void write_at(ByteImage& picture, const Typeface& face, const std::string& text, glm::vec2 middle,
              double size) {
    face.draw(picture, text, middle.x - 0.5 * face.width(text, size), middle.y + 0.5 * face.cap_height(size),
              size, on_skin);
}

/// Sizes before the front row of each block, depths beside its first column.
void write_on_skin(ByteImage& picture, const Sight& sight, const treatment::Plan& plan,
                   const Typeface& face) {
    const treatment::TestChart& chart = *plan.test_chart;
    const auto half = static_cast<float>(0.5 * chart.dots * chart.spacing_mm);
    const auto beside = half + 0.5f * static_cast<float>(chart.gap_mm);
    for (const treatment::ChartSquare& square : chart_squares(plan)) {
        const auto right = sight.pixel(square.middle_mm - glm::vec2(half, 0.0f)),
                   left = sight.pixel(square.middle_mm + glm::vec2(half, 0.0f));
        if (!right || !left)
            continue;
        const double size = 0.34 * static_cast<double>(glm::distance(*right, *left));
        if (size < least_size)
            continue;
        const auto write = [&](double value, glm::vec2 off) {
            if (const auto at = sight.pixel(square.middle_mm + off))
                write_at(picture, face, fmt::format("{:g}", value), *at, size);
        };
        if (square.depth_mm == chart.depths_mm.front())
            write(square.footprint_mm, {0.0f, 1.25f * beside});
        if (square.session == 0 && square.footprint_mm == chart.footprints_mm.front())
            write(square.depth_mm, {-1.6f * beside, 0.0f});
    }
}

} // namespace

void label_chart(ByteImage& picture, const render::Camera& camera, const head::Head& head,
                 const project::Project& project, const ink::Library& library, const Typefaces& faces) {
    const treatment::Plan& plan = project.plan;
    write_on_skin(picture, Sight(picture, camera, head, plan), plan, faces.bold);
    std::vector<std::string> inks;
    for (const treatment::Session& session : plan.sessions)
        inks.push_back(fmt::format("{} at shade {:g}", library.ink(session.ink).title, session.shade));
    const std::string lines[] = {
        "Test chart",
        fmt::format("columns to the head's left: footprint {:g} mm",
                    fmt::join(plan.test_chart->footprints_mm, ", ")),
        fmt::format("rows to the back: ink resting at {:g} mm", fmt::join(plan.test_chart->depths_mm, ", ")),
        fmt::format("blocks to the head's left: {}", fmt::join(inks, "; "))};
    double longest = 1.0;
    for (const std::string& line : lines)
        longest = std::max(longest, faces.regular.width(line, 1.0));
    const double room = 0.94 * picture.width;
    const double size = std::min(std::max(least_size, 0.02 * picture.width), room / longest);
    for (std::size_t i = 0; i < std::size(lines); ++i)
        (i == 0 ? faces.bold : faces.regular)
            .draw(picture, lines[i], 0.03 * picture.width,
                  0.03 * picture.width + (1.0 + 1.4 * static_cast<double>(i)) * size, size, on_dark);
}

} // namespace healed::portfolio

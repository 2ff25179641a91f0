#include "interface/icons.h"

#include <cmath>
#include <initializer_list>
#include <vector>

namespace healed::studio {

namespace {

/// A pen over a square of -1 … 1, x to the right and y down.
class Pen {
  public:
    Pen(ImDrawList& list, ImVec2 middle, float size, ImU32 colour)
        : list_(list), middle_(middle), half_(0.5f * size), colour_(colour),
          width_(std::fmax(1.0f, 0.095f * size)) {}

    void line(std::initializer_list<ImVec2> points, bool closed = false) {
        std::vector<ImVec2> placed;
        for (const ImVec2& point : points)
            placed.push_back(at(point));
        list_.AddPolyline(placed.data(), static_cast<int>(placed.size()), colour_,
                          closed ? ImDrawFlags_Closed : ImDrawFlags_None, width_);
    }
    void solid(std::initializer_list<ImVec2> points, float opacity = 1.0f) {
        std::vector<ImVec2> placed;
        for (const ImVec2& point : points)
            placed.push_back(at(point));
        list_.AddConvexPolyFilled(placed.data(), static_cast<int>(placed.size()), dim(opacity));
    }
    void circle(ImVec2 centre, float radius) {
        list_.AddCircle(at(centre), radius * half_, colour_, 0, width_);
    }
    void dot(ImVec2 centre, float radius) { list_.AddCircleFilled(at(centre), radius * half_, colour_); }
    void box(ImVec2 low, ImVec2 high) { list_.AddRect(at(low), at(high), colour_, 0.12f * half_, 0, width_); }
    void full_box(ImVec2 low, ImVec2 high, float opacity = 1.0f) {
        list_.AddRectFilled(at(low), at(high), dim(opacity), 0.08f * half_);
    }
    /// Angles from the right, clockwise, in parts of a full turn.
    void arc(ImVec2 centre, float radius, float from, float to) {
        list_.PathArcTo(at(centre), radius * half_, 6.2831853f * from, 6.2831853f * to, 20);
        list_.PathStroke(colour_, ImDrawFlags_None, width_);
    }

  private:
    ImVec2 at(ImVec2 p) const { return {middle_.x + p.x * half_, middle_.y + p.y * half_}; }
    ImU32 dim(float opacity) const {
        const auto alpha = static_cast<ImU32>(static_cast<float>(colour_ >> IM_COL32_A_SHIFT) * opacity);
        return (colour_ & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
    }
    ImDrawList& list_;
    ImVec2 middle_;
    float half_;
    ImU32 colour_;
    float width_;
};

void draw_file_icon(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::New:
        pen.line({{-0.6f, -0.9f}, {0.2f, -0.9f}, {0.65f, -0.4f}, {0.65f, 0.9f}, {-0.6f, 0.9f}}, true);
        pen.line({{0.2f, -0.9f}, {0.2f, -0.4f}, {0.65f, -0.4f}});
        break;
    case Icon::Open:
        pen.line(
            {{-0.9f, 0.7f}, {-0.9f, -0.7f}, {-0.3f, -0.7f}, {-0.1f, -0.45f}, {0.7f, -0.45f}, {0.7f, -0.1f}});
        pen.line({{-0.9f, 0.7f}, {-0.55f, -0.1f}, {0.95f, -0.1f}, {0.6f, 0.7f}}, true);
        break;
    case Icon::Save:
        pen.line({{0.0f, -0.9f}, {0.0f, 0.35f}});
        pen.line({{-0.45f, -0.1f}, {0.0f, 0.35f}, {0.45f, -0.1f}});
        pen.line({{-0.85f, 0.4f}, {-0.85f, 0.85f}, {0.85f, 0.85f}, {0.85f, 0.4f}});
        break;
    case Icon::Undo:
    case Icon::Redo: {
        const float s = icon == Icon::Undo ? 1.0f : -1.0f;
        pen.line({{-0.35f * s, -0.8f}, {-0.85f * s, -0.3f}, {-0.35f * s, 0.2f}});
        pen.line({{-0.85f * s, -0.3f},
                  {0.3f * s, -0.3f},
                  {0.75f * s, 0.0f},
                  {0.75f * s, 0.45f},
                  {0.3f * s, 0.75f},
                  {-0.3f * s, 0.75f}});
        break;
    }
    case Icon::Export:
        pen.line({{0.0f, 0.35f}, {0.0f, -0.85f}});
        pen.line({{-0.45f, -0.4f}, {0.0f, -0.85f}, {0.45f, -0.4f}});
        pen.line({{-0.85f, 0.2f}, {-0.85f, 0.85f}, {0.85f, 0.85f}, {0.85f, 0.2f}});
        break;
    default:
        break;
    }
}

void draw_compare_icon(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::Single:
        pen.box({-0.8f, -0.8f}, {0.8f, 0.8f});
        break;
    case Icon::Split:
        pen.box({-0.9f, -0.7f}, {0.9f, 0.7f});
        pen.full_box({0.0f, -0.7f}, {0.9f, 0.7f}, 0.5f);
        pen.line({{0, -0.95f}, {0, 0.95f}});
        break;
    case Icon::Side:
        pen.box({-0.95f, -0.7f}, {-0.12f, 0.7f});
        pen.box({0.12f, -0.7f}, {0.95f, 0.7f});
        break;
    case Icon::Flip:
        pen.line({{-0.8f, -0.2f}, {-0.4f, -0.7f}, {0.0f, -0.2f}});
        pen.line({{-0.4f, -0.7f}, {-0.4f, 0.7f}});
        pen.line({{0.0f, 0.2f}, {0.4f, 0.7f}, {0.8f, 0.2f}});
        pen.line({{0.4f, 0.7f}, {0.4f, -0.7f}});
        break;
    case Icon::Fade:
        pen.box({-0.85f, -0.85f}, {0.35f, 0.35f});
        pen.full_box({-0.35f, -0.35f}, {0.85f, 0.85f}, 0.45f);
        break;
    case Icon::Difference:
        pen.circle({-0.3f, 0}, 0.6f);
        pen.circle({0.3f, 0}, 0.6f);
        break;
    case Icon::Grid:
        for (const float x : {-0.85f, -0.2f, 0.45f})
            for (const float y : {-0.85f, -0.2f, 0.45f})
                pen.full_box({x, y}, {x + 0.4f, y + 0.4f});
        break;
    default:
        break;
    }
}

void draw_tool_icon(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::Orbit:
        pen.circle({0, 0}, 0.42f);
        pen.arc({0, 0}, 0.9f, 0.05f, 0.45f);
        pen.line({{-0.98f, 0.0f}, {-0.85f, 0.3f}, {-0.58f, 0.1f}});
        break;
    case Icon::Hairline:
        pen.arc({0, 0.35f}, 0.85f, 0.5f, 1.0f);
        pen.dot({-0.6f, -0.25f}, 0.16f);
        pen.dot({0.0f, -0.5f}, 0.16f);
        pen.dot({0.6f, -0.25f}, 0.16f);
        break;
    case Icon::Brush:
        pen.line({{0.85f, -0.85f}, {-0.1f, 0.1f}});
        pen.solid({{-0.1f, -0.15f}, {0.2f, 0.2f}, {-0.35f, 0.75f}, {-0.85f, 0.85f}, {-0.7f, 0.3f}});
        break;
    case Icon::Eraser:
        pen.line({{-0.85f, 0.25f}, {0.15f, -0.75f}, {0.8f, -0.1f}, {-0.1f, 0.8f}, {-0.4f, 0.8f}}, true);
        pen.line({{-0.35f, -0.25f}, {0.3f, 0.4f}});
        break;
    case Icon::Comb:
        pen.line({{-0.85f, -0.6f}, {0.85f, -0.6f}});
        for (const float x : {-0.8f, -0.4f, 0.0f, 0.4f, 0.8f})
            pen.line({{x, -0.6f}, {x - 0.2f, 0.75f}});
        break;
    case Icon::Pin:
        pen.circle({0, -0.35f}, 0.45f);
        pen.line({{0, 0.1f}, {0, 0.9f}});
        break;
    case Icon::Loupe:
    case Icon::Search:
        pen.circle({-0.2f, -0.2f}, 0.6f);
        pen.line({{0.25f, 0.25f}, {0.85f, 0.85f}});
        break;
    case Icon::Light:
        pen.circle({0, 0}, 0.38f);
        for (int i = 0; i < 8; ++i) {
            const float a = 0.785398f * static_cast<float>(i);
            pen.line({{0.6f * std::cos(a), 0.6f * std::sin(a)}, {0.92f * std::cos(a), 0.92f * std::sin(a)}});
        }
        break;
    default:
        break;
    }
}

void draw_other_icon(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::Play:
        pen.solid({{-0.5f, -0.8f}, {0.8f, 0.0f}, {-0.5f, 0.8f}});
        break;
    case Icon::Pause:
        pen.full_box({-0.6f, -0.75f}, {-0.15f, 0.75f});
        pen.full_box({0.15f, -0.75f}, {0.6f, 0.75f});
        break;
    case Icon::Sheet:
        pen.box({-0.9f, -0.75f}, {0.9f, 0.75f});
        pen.line({{-0.9f, 0}, {0.9f, 0}});
        pen.line({{-0.3f, -0.75f}, {-0.3f, 0.75f}});
        pen.line({{0.3f, -0.75f}, {0.3f, 0.75f}});
        break;
    case Icon::Help:
        pen.arc({0, -0.4f}, 0.45f, 0.5f, 1.12f);
        pen.line({{0.32f, -0.08f}, {0.0f, 0.2f}, {0.0f, 0.4f}});
        pen.dot({0, 0.8f}, 0.14f);
        break;
    case Icon::Close:
        pen.line({{-0.6f, -0.6f}, {0.6f, 0.6f}});
        pen.line({{0.6f, -0.6f}, {-0.6f, 0.6f}});
        break;
    case Icon::Chevron:
        pen.line({{-0.3f, -0.6f}, {0.35f, 0.0f}, {-0.3f, 0.6f}});
        break;
    case Icon::ChevronDown:
        pen.line({{-0.6f, -0.3f}, {0.0f, 0.35f}, {0.6f, -0.3f}});
        break;
    case Icon::Warning:
        pen.line({{0, -0.85f}, {0.95f, 0.8f}, {-0.95f, 0.8f}}, true);
        pen.line({{0, -0.25f}, {0, 0.25f}});
        pen.dot({0, 0.52f}, 0.1f);
        break;
    case Icon::Head:
        pen.arc({0, -0.2f}, 0.65f, 0.45f, 1.05f);
        pen.line({{-0.62f, 0.0f}, {-0.45f, 0.75f}, {0.0f, 0.95f}, {0.45f, 0.75f}, {0.62f, 0.0f}});
        break;
    case Icon::Trainer:
        for (const float y : {-0.6f, -0.1f, 0.5f})
            pen.line({{-0.9f, y}, {0.9f, y}});
        pen.line({{0.2f, -0.95f}, {0.05f, 0.15f}, {-0.1f, -0.95f}});
        break;
    case Icon::Portfolio:
        for (const float x : {-0.9f, 0.1f})
            for (const float y : {-0.9f, 0.1f})
                pen.box({x, y}, {x + 0.8f, y + 0.8f});
        break;
    case Icon::Plus:
        pen.line({{0, -0.7f}, {0, 0.7f}});
        [[fallthrough]];
    case Icon::Minus:
        pen.line({{-0.7f, 0}, {0.7f, 0}});
        break;
    case Icon::Settings:
        for (const ImVec2 knob : {ImVec2(0.3f, -0.6f), ImVec2(-0.35f, 0.0f), ImVec2(0.1f, 0.6f)}) {
            pen.line({{-0.9f, knob.y}, {0.9f, knob.y}});
            pen.full_box({knob.x - 0.16f, knob.y - 0.22f}, {knob.x + 0.16f, knob.y + 0.22f}, 1.0f);
        }
        break;
    default:
        break;
    }
}

} // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 middle, float size, ImU32 colour) {
    Pen pen(list, middle, size, colour);
    draw_file_icon(pen, icon);
    draw_compare_icon(pen, icon);
    draw_tool_icon(pen, icon);
    draw_other_icon(pen, icon);
}

} // namespace healed::studio

#include "interface/viewport.h"

#include "base/file.h"
#include "document/words.h"
#include "interface/brush_tool.h"
#include "interface/difference.h"
#include "interface/hairline_tool.h"
#include "interface/icons.h"
#include "interface/marks.h"
#include "interface/probe.h"
#include "interface/readout.h"
#include "interface/spectrum_plot.h"
#include "interface/theme.h"
#include "interface/wet_paint.h"

#include <algorithm>
#include <cmath>

namespace healed::studio {

namespace {

constexpr float degrees_per_pixel = 0.35f;
/// A close look knows the skin dot by dot within so many mm (render::InkMacro).
constexpr float widest_close_mm = 8.9f;
/// In a view that is narrower than this over its height, the head is smaller rather than cut off.
constexpr float narrowest_aspect = 0.72f;
constexpr float zoom_per_step = 1.12f;

Area inside(Area area, float margin) {
    return {{area.low.x + margin, area.low.y + margin}, {area.high.x - margin, area.high.y - margin}};
}

bool is_stacked(Layout layout) {
    return layout != Layout::Side && layout != Layout::Grid && layout != Layout::Single;
}

Wish wish_of(const Studio& studio, const PaneView& view, Area area) {
    const auto pixels = [&](float length) {
        return std::max(2, 2 * static_cast<int>(length * static_cast<float>(studio.picture_scale) / 2.0f));
    };
    Framing framing = studio.looking.framing;
    if (framing.aim == render::Aim::Place)
        framing.frame_height_mm =
            std::min(framing.frame_height_mm, widest_close_mm * area.height() / area.width());
    else
        framing.frame_height_mm *= std::max(1.0f, narrowest_aspect * area.height() / area.width());
    return {.plan = view.plan,
            .years = view.years,
            .framing = framing,
            .rig = studio.looking.rig,
            .light_azimuth_deg = studio.looking.light_azimuth_deg,
            .polarised = studio.looking.polarised,
            .development = studio.looking.development,
            .gloss = studio.looking.gloss,
            .width = pixels(area.width()),
            .height = pixels(area.height())};
}

/// The latest picture of a pane; none before the first.
Hung* picture_of(Studio& studio, std::size_t pane) {
    const std::shared_ptr<const Shown> shown = studio.live->shown(pane);
    Hung& held = studio.pictures[pane];
    if (shown && held.shown != shown) {
        held.shown = shown;
        // Only a finer picture of the same may come in parts: while it does, the coarser one stays.
        held.texture = {{shown, &shown->display}, shown->finish == Finish::Full};
    }
    return held.shown ? &held : nullptr;
}

void draw_picture(ImDrawList& list, Hung* picture, Area area, Area clip, float opacity = 1.0f) {
    if (!picture)
        return;
    // One that was made for a view of another shape is not stretched while its own is on the way.
    const ByteImage& shown = picture->shown->display;
    const float half =
        0.5f * area.height() * static_cast<float>(shown.width) / static_cast<float>(shown.height);
    const float middle = 0.5f * (area.low.x + area.high.x);
    list.PushClipRect(clip.low, clip.high, true);
    list.AddImage(&picture->texture, {middle - half, area.low.y}, {middle + half, area.high.y}, {0, 0},
                  {1, 1}, IM_COL32(255, 255, 255, static_cast<int>(255.0f * opacity)));
    list.PopClipRect();
}

/// Words on a dark chip, so that they can be read on any skin.
void draw_chip(ImDrawList& list, ImVec2 at, const std::string& words, bool from_right = false) {
    ImFont* font = letters(Letters::Small);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str());
    const ImVec2 pad(px(10), px(5));
    const float left = from_right ? at.x - size.x - 2 * pad.x : at.x;
    list.AddRectFilled({left, at.y}, {left + size.x + 2 * pad.x, at.y + size.y + 2 * pad.y},
                       IM_COL32(16, 17, 18, 200), px(6));
    list.AddText(font, font->FontSize, {left + pad.x, at.y + pad.y}, paint::text, words.c_str());
}

void draw_split(ImDrawList& list, Studio& studio, Area area) {
    const float x = area.low.x + studio.comparison.split * area.width();
    const float y = 0.5f * (area.low.y + area.high.y);
    list.AddLine({x, area.low.y}, {x, area.high.y}, IM_COL32(255, 255, 255, 220), px(1.5f));
    list.AddCircleFilled({x, y}, px(14), IM_COL32(20, 21, 23, 230));
    list.AddCircle({x, y}, px(14), IM_COL32(255, 255, 255, 220), 0, px(1.5f));
    list.AddTriangleFilled({x - px(9), y}, {x - px(3), y - px(5)}, {x - px(3), y + px(5)}, paint::text);
    list.AddTriangleFilled({x + px(9), y}, {x + px(3), y + px(5)}, {x + px(3), y - px(5)}, paint::text);
    ImGui::SetCursorScreenPos({x - px(8), area.low.y});
    ImGui::InvisibleButton("split", {px(16), area.height()});
    marks().put("compare.split_line", {x - px(4), y - px(4)}, {x + px(4), y + px(4)});
    if (ImGui::IsItemHovered() || ImGui::IsItemActive())
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemActive())
        studio.comparison.split =
            std::clamp((ImGui::GetIO().MousePos.x - area.low.x) / area.width(), 0.02f, 0.98f);
}

void draw_stacked(ImDrawList& list, Studio& studio, Area area, Layout layout,
                  const std::vector<PaneView>& views) {
    Hung *first = picture_of(studio, 0), *second = picture_of(studio, 1);
    Comparison& comparison = studio.comparison;
    if (layout == Layout::Split) {
        const float x = area.low.x + comparison.split * area.width();
        draw_picture(list, first, area, {area.low, {x, area.high.y}});
        draw_picture(list, second, area, {{x, area.low.y}, area.high});
        draw_split(list, studio, area);
    } else if (layout == Layout::Flip) {
        draw_picture(list, comparison.flipped ? second : first, area, area);
    } else if (layout == Layout::Fade) {
        draw_picture(list, first, area, area);
        draw_picture(list, second, area, area, comparison.fade);
    } else {
        draw_picture(list, first, area, area);
        draw_difference(list, studio, first, second, area);
    }
    const bool only_second = layout == Layout::Flip && comparison.flipped;
    const float y = area.low.y + px(12);
    if (!only_second)
        draw_chip(list, {area.low.x + px(12), y}, views[0].title);
    if (layout != Layout::Flip || only_second)
        draw_chip(list, {area.high.x - px(12), y}, views[1].title, true);
}

void draw_apart(ImDrawList& list, Studio& studio, const std::vector<Area>& areas,
                const std::vector<PaneView>& views) {
    for (std::size_t i = 0; i < areas.size(); ++i) {
        draw_picture(list, picture_of(studio, i), areas[i], areas[i]);
        draw_chip(list, {areas[i].low.x + px(12), areas[i].low.y + px(12)}, views[i].title);
    }
}

/// Nobody shall take what stands here for a photograph.
void draw_honesty(ImDrawList& list, Area area) {
    const char* words = say("view.simulation");
    ImFont* font = letters(Letters::Small);
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words).x;
    list.AddText(font, font->FontSize, {0.5f * (area.low.x + area.high.x - wide), area.high.y - px(24)},
                 IM_COL32(255, 255, 255, 130), words);
}

/// While nothing has been painted yet the middle says what is being done.
void draw_waiting(ImDrawList& list, Area area) {
    const char* words = say("view.first_picture");
    const ImVec2 size = ImGui::CalcTextSize(words);
    const ImVec2 middle(0.5f * (area.low.x + area.high.x), 0.5f * (area.low.y + area.high.y));
    draw_icon(list, Icon::Head, {middle.x, middle.y - px(60)}, px(90), paint::rule);
    list.AddText({middle.x - 0.5f * size.x, middle.y}, paint::quiet, words);
}

void move_with_mouse(Studio& studio, Area pane) {
    const ImGuiIO& io = ImGui::GetIO();
    Looking& looking = studio.looking;
    const bool held = ImGui::IsItemActive();
    const float mm_per_pixel = looking.framing.frame_height_mm / pane.height();
    const bool pans = ImGui::IsMouseDown(ImGuiMouseButton_Middle) || io.KeyShift;
    const bool moved = io.MouseDelta.x != 0.0f || io.MouseDelta.y != 0.0f;
    if (held && moved && ImGui::IsMouseDown(ImGuiMouseButton_Right))
        turn_light(looking, io.MouseDelta.x * degrees_per_pixel);
    else if (held && moved && pans)
        pan(looking, -io.MouseDelta.x * mm_per_pixel, io.MouseDelta.y * mm_per_pixel);
    else if (held && moved && studio.tool != Tool::Pin && studio.brush.under_way.empty())
        orbit(looking, -io.MouseDelta.x * degrees_per_pixel, io.MouseDelta.y * degrees_per_pixel);
    if (ImGui::IsItemHovered() && io.MouseWheel != 0.0f)
        zoom(looking, std::pow(zoom_per_step, io.MouseWheel));
}

/// Strokes that no picture shows yet are seen all the same.
void draw_wet_panes(ImDrawList& list, Studio& studio, const std::vector<Area>& areas, Layout layout,
                    const std::vector<PaneView>& views) {
    const std::shared_ptr<const HeadInHand> head = studio.live->head();
    const std::size_t apart = is_stacked(layout) ? 1 : areas.size();
    for (std::size_t i = 0; head && i < apart; ++i)
        if (const Hung* picture = picture_of(studio, i)) {
            const auto wet = still_wet(*views[i].plan, *picture->shown->wish.plan);
            if (!wet.empty())
                draw_wet(list, eye_of(studio, *head, areas[i]), wet, *views[i].plan);
        }
}

void draw_probes(ImDrawList& list, Studio& studio, Area view, Layout layout) {
    const bool over = ImGui::IsItemHovered();
    if (over && studio.tool == Tool::Pin)
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    draw_readout(list, studio, view);
    draw_spectrum_under_cursor(list, studio, view);
    draw_pins(list, studio, view);
    if (studio.looking.loupe && over && layout != Layout::Difference)
        draw_loupe(list, studio, view);
}

} // namespace

std::vector<Area> pane_areas(Layout layout, Area all, std::size_t count, int columns) {
    if (layout != Layout::Side && layout != Layout::Grid)
        return std::vector<Area>(count, all);
    const auto wide = static_cast<std::size_t>(layout == Layout::Side ? 2 : columns);
    const std::size_t high = (count + wide - 1) / wide;
    const float width = all.width() / static_cast<float>(wide),
                height = all.height() / static_cast<float>(high);
    std::vector<Area> areas;
    for (std::size_t i = 0; i < count; ++i) {
        const ImVec2 low(all.low.x + width * static_cast<float>(i % wide),
                         all.low.y + height * static_cast<float>(i / wide));
        areas.push_back(inside({low, {low.x + width, low.y + height}}, px(1)));
    }
    return areas;
}

void draw_viewport(Studio& studio, Area area) {
    const Layout layout = layout_of(studio);
    const std::vector<PaneView> views = views_of(studio);
    const std::vector<Area> areas = pane_areas(layout, area, views.size(), studio.comparison.columns);
    ImGui::SetNextWindowPos(area.low);
    ImGui::SetNextWindowSize({area.width(), area.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("view", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNavInputs |
                     ImGuiWindowFlags_NoSavedSettings);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    marks().put_place("view", area.low, area.high);
    if (studio.live) {
        for (std::size_t i = 0; i < Comparison::most_panes; ++i)
            studio.live->want(i, i < views.size() ? std::optional(wish_of(studio, views[i], areas[i]))
                                                  : std::nullopt);
        if (is_stacked(layout))
            draw_stacked(list, studio, area, layout, views);
        else
            draw_apart(list, studio, areas, views);
        if (!picture_of(studio, 0))
            draw_waiting(list, area);
        draw_honesty(list, area);
        draw_hairline_tool(list, studio, areas.front());
    }
    ImGui::SetCursorScreenPos(area.low);
    ImGui::InvisibleButton("head", {std::max(area.width(), 1.0f), std::max(area.height(), 1.0f)},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                               ImGuiButtonFlags_MouseButtonMiddle);
    if (studio.live) {
        draw_wet_panes(list, studio, areas, layout, views);
        draw_brush(list, studio, areas);
    }
    move_with_mouse(studio, areas.front());
    if (studio.tool == Tool::Pin && ImGui::IsItemClicked())
        pin_place(studio, area);
    if (studio.live)
        draw_probes(list, studio, area, layout);
    ImGui::End();
    ImGui::PopStyleVar();
}

} // namespace healed::studio

#include "portfolio/plot.h"

#include "portfolio/stroke.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace healed::portfolio {

namespace {

int rounded(double value) {
    return static_cast<int>(std::lround(value));
}

/// Draws words whose middle height is at y.
void draw_at(ByteImage& page, const Typeface& face, const std::string& text, double x, double y, double size,
             Ink ink) {
    face.draw(page, text, x, y + 0.5 * face.cap_height(size), size, ink);
}

} // namespace

double text_size(const ByteImage& page) {
    return std::max(11.0, page.height / 42.0);
}

Plot::Plot(ByteImage& page, const Typefaces& faces, Box area, const std::string& title, PlotAxis x,
           PlotAxis y)
    : page_(page), faces_(faces), area_(area), x_(std::move(x)), y_(std::move(y)), text_px_(text_size(page)) {
    double widest = 0.0;
    for (const double tick : y_.ticks)
        widest = std::max(widest, faces_.regular.width(fmt::format("{:g}{}", tick, y_.unit), text_px_));
    const int left = rounded(widest + 0.8 * text_px_), top = rounded(3.6 * text_px_),
              bottom = rounded(3.4 * text_px_), right = rounded(0.6 * text_px_);
    inside_ = {area.x + left, area.y + top, area.width - left - right, area.height - top - bottom};
    faces_.bold.draw(page_, title, area.x, area.y + 1.1 * text_px_, 1.1 * text_px_, plot_ink::text);
    faces_.regular.draw(page_, y_.label, area.x, area.y + 2.6 * text_px_, text_px_, plot_ink::quiet);
    draw_y_axis();
    draw_x_axis();
}

PlotPoint Plot::pixel(PlotPoint place) const {
    return {inside_.x + inside_.width * (place.x - x_.low) / (x_.high - x_.low),
            inside_.y + inside_.height * (1.0 - (place.y - y_.low) / (y_.high - y_.low))};
}

void Plot::draw_x_axis() {
    const double floor = inside_.y + inside_.height;
    stroke(page_, {{static_cast<double>(inside_.x), floor}, {inside_.x + inside_.width + 0.0, floor}},
           plot_ink::text, 1.4);
    for (const double tick : x_.ticks) {
        const double x = pixel({tick, y_.low}).x;
        stroke(page_, {{x, floor}, {x, floor + 0.4 * text_px_}}, plot_ink::text, 1.2);
        const std::string text = fmt::format("{:g}{}", tick, x_.unit);
        draw_at(page_, faces_.regular, text, x - 0.5 * faces_.regular.width(text, text_px_),
                floor + 1.2 * text_px_, text_px_, plot_ink::text);
    }
    const double width = faces_.regular.width(x_.label, text_px_);
    draw_at(page_, faces_.regular, x_.label, inside_.x + 0.5 * (inside_.width - width),
            floor + 2.7 * text_px_, text_px_, plot_ink::quiet);
}

void Plot::draw_y_axis() {
    for (const double tick : y_.ticks) {
        const double y = pixel({x_.low, tick}).y;
        stroke(page_, {{static_cast<double>(inside_.x), y}, {inside_.x + inside_.width + 0.0, y}},
               plot_ink::rule, 1.0);
        const std::string text = fmt::format("{:g}{}", tick, y_.unit);
        draw_at(page_, faces_.regular, text,
                inside_.x - 0.5 * text_px_ - faces_.regular.width(text, text_px_), y, text_px_,
                plot_ink::text);
    }
}

void Plot::line(const std::vector<PlotPoint>& points, Ink ink, double width_px) {
    std::vector<PlotPoint> pixels;
    for (const PlotPoint& point : points)
        pixels.push_back(pixel(point));
    stroke(page_, pixels, ink, width_px);
}

void Plot::band(const std::vector<PlotPoint>& low, const std::vector<PlotPoint>& high, Ink ink) {
    for (std::size_t i = 1; i < low.size(); ++i) {
        const int begin = rounded(pixel(low[i - 1]).x), end = rounded(pixel(low[i]).x);
        for (int x = begin; x < end; ++x) {
            const double share = (x + 0.5 - begin) / (end - begin);
            const double top = std::lerp(pixel(high[i - 1]).y, pixel(high[i]).y, share);
            const double bottom = std::lerp(pixel(low[i - 1]).y, pixel(low[i]).y, share);
            fill(page_, {x, rounded(top), 1, rounded(bottom) - rounded(top)}, ink);
        }
    }
}

void Plot::level(double y, const std::string& words) {
    const double at = pixel({x_.low, y}).y;
    stroke(page_, {{static_cast<double>(inside_.x), at}, {inside_.x + inside_.width + 0.0, at}},
           plot_ink::quiet, 1.2);
    const double width = faces_.regular.width(words, 0.9 * text_px_);
    draw_at(page_, faces_.regular, words, inside_.x + inside_.width - width, at - 0.8 * text_px_,
            0.9 * text_px_, plot_ink::quiet);
}

void Plot::words(PlotPoint place, const std::string& text, Ink ink, bool bold) {
    const PlotPoint at = pixel(place);
    draw_at(page_, bold ? faces_.bold : faces_.regular, text, at.x, at.y, text_px_, ink);
}

void draw_spans(ByteImage& page, const Typefaces& faces, Box area, const std::string& title, double middle,
                const std::vector<Span>& spans) {
    const double size = text_size(page);
    faces.bold.draw(page, title, area.x, area.y + 1.1 * size, 1.1 * size, plot_ink::text);
    double names = 0.0, numbers = 0.0, low = middle, high = middle;
    for (const Span& span : spans) {
        names = std::max(names, faces.regular.width(span.name, size));
        numbers = std::max({numbers, faces.regular.width(span.at_low, 0.9 * size),
                            faces.regular.width(span.at_high, 0.9 * size)});
        low = std::min({low, span.low, span.high});
        high = std::max({high, span.low, span.high});
    }
    const double left = area.x + names + numbers + 1.6 * size, right = area.x + area.width - numbers - size;
    const auto at = [&](double value) { return left + (right - left) * (value - low) / (high - low); };
    const double step = (area.height - 2.6 * size) / static_cast<double>(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Span& span = spans[i];
        const double y = area.y + 2.4 * size + step * (static_cast<double>(i) + 0.5);
        draw_at(page, faces.regular, span.name, area.x, y, size, plot_ink::text);
        for (const bool lower : {true, false}) {
            const double end = at(lower ? span.low : span.high), from = at(middle);
            const int thick = rounded(0.62 * step);
            fill(page,
                 {rounded(std::min(from, end)), rounded(y) - thick / 2, rounded(std::abs(end - from)), thick},
                 lower ? plot_ink::sky : plot_ink::orange);
            const std::string& text = lower ? span.at_low : span.at_high;
            const double width = faces.regular.width(text, 0.9 * size);
            draw_at(page, faces.regular, text, end < from ? end - width - 0.4 * size : end + 0.4 * size, y,
                    0.9 * size, plot_ink::quiet);
        }
    }
    stroke(page, {{at(middle), area.y + 2.2 * size}, {at(middle), area.y + area.height + 0.0}},
           plot_ink::text, 1.2);
}

void draw_bars(ByteImage& page, const Typefaces& faces, Box area, const std::string& title,
               const std::vector<Bar>& bars) {
    const double size = text_size(page);
    faces.bold.draw(page, title, area.x, area.y + 1.1 * size, 1.1 * size, plot_ink::text);
    double names = 0.0;
    for (const Bar& bar : bars)
        names = std::max(names, faces.regular.width(bar.name, size));
    const double left = area.x + names + 0.8 * size, right = area.x + area.width - 4.0 * size;
    const double step = (area.height - 2.4 * size) / static_cast<double>(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = area.y + 2.2 * size + step * (static_cast<double>(i) + 0.5);
        draw_at(page, faces.regular, bars[i].name, area.x, y, size, plot_ink::text);
        const int thick = rounded(0.6 * step), length = rounded((right - left) * bars[i].share);
        fill(page, {rounded(left), rounded(y) - thick / 2, std::max(length, 1), thick}, bars[i].ink);
        draw_at(page, faces.regular, bars[i].value, left + length + 0.5 * size, y, size, plot_ink::text);
    }
}

} // namespace healed::portfolio

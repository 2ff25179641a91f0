#pragma once

#include "portfolio/drawing.h"

#include <string>
#include <vector>

namespace healed::portfolio {

/// Colours that people of any colour vision tell apart (Okabe & Ito 2008), and those of the page.
namespace plot_ink {
inline constexpr Ink paper{255, 255, 255}, text{34, 32, 30}, quiet{98, 94, 90}, rule{222, 219, 214};
inline constexpr Ink black{20, 20, 20}, blue{0, 114, 178}, vermilion{213, 94, 0}, green{0, 158, 115},
    orange{230, 159, 0}, sky{86, 180, 233};
} // namespace plot_ink

struct PlotPoint {
    double x, y;
};

/// One direction of a plot.
struct PlotAxis {
    std::string label;
    double low, high;
    std::vector<double> ticks;
    std::string unit; ///< stands behind each tick's number
};

/// A plot in a part of a page. Sizes of letters follow the page's height.
class Plot {
  public:
    /// Draws frame, ticks, grid and labels; `area` holds all of it.
    Plot(ByteImage& page, const Typefaces& faces, Box area, const std::string& title, PlotAxis x, PlotAxis y);

    void line(const std::vector<PlotPoint>& points, Ink ink, double width_px);
    /// Fills between two curves over the same places.
    void band(const std::vector<PlotPoint>& low, const std::vector<PlotPoint>& high, Ink ink);
    /// A rule at a value of y, with words at its right end.
    void level(double y, const std::string& words);
    /// Words whose left end and middle height stand at a place.
    void words(PlotPoint place, const std::string& text, Ink ink, bool bold = false);

  private:
    PlotPoint pixel(PlotPoint place) const;
    void draw_x_axis();
    void draw_y_axis();

    ByteImage& page_;
    const Typefaces& faces_;
    Box area_, inside_;
    PlotAxis x_, y_;
    double text_px_;
};

/// Horizontal bars about a middle: each spans from low to high, with its name at the left.
struct Span {
    std::string name, at_low, at_high; ///< what stands at the ends
    double low, high;
};
void draw_spans(ByteImage& page, const Typefaces& faces, Box area, const std::string& title, double middle,
                const std::vector<Span>& spans);

/// Horizontal bars from 0, with name and value.
struct Bar {
    std::string name, value;
    double share; ///< of the full length, 0 … 1
    Ink ink;
};
void draw_bars(ByteImage& page, const Typefaces& faces, Box area, const std::string& title,
               const std::vector<Bar>& bars);

/// Letters of a page, pixels an em.
double text_size(const ByteImage& page);

} // namespace healed::portfolio

#include "portfolio/sheet.h"

#include "portfolio/drawing.h"
#include "portfolio/labels.h"
#include "portfolio/typeface.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::portfolio {

namespace {

constexpr Ink paper{247, 245, 241};
constexpr Ink text_ink{34, 32, 30};
constexpr Ink quiet_ink{118, 112, 105};
constexpr Ink rule_ink{212, 207, 199};

constexpr int caption_lines = 2; ///< under a picture

/// Measures of the page in pixels, all from the width of a picture, so that a sheet of any size looks alike.
struct Measures {
    explicit Measures(const Sheet& sheet) {
        const ByteImage& picture = sheet.rows.front().cells.front().picture;
        cell_width = picture.width;
        cell_height = picture.height;
        const double unit = std::max(4.0, cell_width / 64.0);
        const auto units = [unit](double count) { return static_cast<int>(std::lround(unit * count)); };
        margin = units(9);
        gutter = units(2);
        head = units(15);
        column_line = units(5);
        row_line = units(7.5);
        row_gap = units(4);
        foot = units(7);
        title_size = 4.6 * unit;
        subtitle_size = 2.3 * unit;
        label_size = 2.6 * unit;
        small_size = 1.75 * unit;
        const int columns = static_cast<int>(sheet.columns.size()),
                  rows = static_cast<int>(sheet.rows.size());
        content_width = columns * cell_width + (columns - 1) * gutter;
        caption_line = units(3.1);
        row_height =
            row_line + cell_height + (captioned(sheet) ? units(1) + caption_lines * caption_line : 0);
        width = content_width + 2 * margin;
        height = margin + head + column_line + rows * row_height + (rows - 1) * row_gap + foot + margin;
    }

    int column_x(std::size_t column) const {
        return margin + static_cast<int>(column) * (cell_width + gutter);
    }
    int row_y(std::size_t row) const {
        return margin + head + column_line + static_cast<int>(row) * (row_height + row_gap);
    }

    static bool captioned(const Sheet& sheet) {
        return std::ranges::any_of(sheet.rows, [](const Row& row) {
            return std::ranges::any_of(row.cells, [](const Cell& cell) { return !cell.caption.empty(); });
        });
    }

    int cell_width, cell_height, margin, gutter, head, column_line, row_line, row_gap, foot, caption_line;
    int content_width, row_height, width, height;
    double title_size, subtitle_size, label_size, small_size;
};

/// The longest beginning of the text that fits, with an ellipsis where something was cut off.
std::string fitted(const Typeface& face, std::string text, double size, double width) {
    if (face.width(text, size) <= width)
        return text;
    while (!text.empty() && face.width(text + "…", size) > width) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
            text.pop_back();
        if (!text.empty())
            text.pop_back();
    }
    return text + "…";
}

/// Draws words in lines of a width, the last one cut off where they are too many.
void draw_lines(ByteImage& page, const Typeface& face, std::string_view words, Box box, int lines,
                double size) {
    const double line = static_cast<double>(box.height) / lines;
    for (int i = 0; i < lines && !words.empty(); ++i) {
        std::size_t end = words.size();
        while (i + 1 < lines && face.width(words.substr(0, end), size) > box.width) {
            const std::size_t space = words.rfind(' ', end - 1);
            if (space == words.npos || space == 0)
                break;
            end = space;
        }
        face.draw(page, fitted(face, std::string(words.substr(0, end)), size, box.width), box.x,
                  box.y + (i + 0.8) * line, size, text_ink);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

void set_head(ByteImage& page, const Sheet& sheet, const Measures& m, const Typefaces& faces) {
    const double title_y = m.margin + faces.bold.cap_height(m.title_size);
    faces.bold.draw(page, fitted(faces.bold, sheet.title, m.title_size, 0.8 * m.content_width), m.margin,
                    title_y, m.title_size, text_ink);
    const double subtitle_y = title_y + 1.9 * m.subtitle_size;
    faces.regular.draw(page, fitted(faces.regular, sheet.subtitle, m.subtitle_size, m.content_width),
                       m.margin, subtitle_y, m.subtitle_size, quiet_ink);
    const std::string mark = "SIMULATION";
    const double spacing = 0.18 * m.small_size;
    faces.bold.draw(page, mark, m.width - m.margin - faces.bold.width(mark, m.small_size, spacing), title_y,
                    m.small_size, quiet_ink, spacing);
}

void set_columns(ByteImage& page, const Sheet& sheet, const Measures& m, const Typefaces& faces) {
    const int rule_y = m.margin + m.head;
    const int hair = std::max(1, m.cell_width / 384);
    fill(page, {m.margin, rule_y, m.content_width, hair}, rule_ink);
    const double baseline = rule_y + 0.5 * (m.column_line + faces.bold.cap_height(m.label_size)) + hair;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        faces.bold.draw(page, fitted(faces.bold, sheet.columns[i], m.label_size, m.cell_width), m.column_x(i),
                        baseline, m.label_size, text_ink);
    fill(page, {m.margin, rule_y + m.column_line + hair, m.content_width, hair}, rule_ink);
}

/// The closer look stands in the lower right corner, framed by the colour of the page: who is seen from the
/// left of the front looks to the left.
void set_macro(ByteImage& picture, const Cell& cell, const Typefaces& faces) {
    constexpr double share = 0.42;
    const int width = static_cast<int>(std::lround(share * picture.width));
    const int height = width * cell.macro.height / cell.macro.width;
    ByteImage macro = resized(cell.macro, width, height);
    draw_scale_bar(macro, cell.macro_width_mm, faces);
    const int frame = std::max(2, picture.width / 128);
    const int left = picture.width - width, top = picture.height - height;
    fill(picture, {left - frame, top - frame, width + frame, height + frame}, paper);
    paste(picture, macro, left, top);
}

ByteImage finished(const Cell& cell, const Typefaces& faces) {
    ByteImage picture = cell.picture;
    stamp_simulation(picture, faces, Corner::LowerLeft);
    if (cell.macro.width > 0)
        set_macro(picture, cell, faces);
    return picture;
}

void set_row(ByteImage& page, const Row& row, int y, const Measures& m, const Typefaces& faces) {
    const double baseline = y + 0.66 * m.row_line;
    const std::string label = fitted(faces.bold, row.label, m.label_size, 0.6 * m.content_width);
    faces.bold.draw(page, label, m.margin, baseline, m.label_size, text_ink);
    const double detail_x = m.margin + faces.bold.width(label, m.label_size) + 0.8 * m.label_size;
    const double room = m.width - m.margin - detail_x;
    faces.regular.draw(page, fitted(faces.regular, row.detail, m.subtitle_size, room), detail_x, baseline,
                       m.subtitle_size, quiet_ink);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        assert(cell.picture.width == m.cell_width && cell.picture.height == m.cell_height);
        paste(page, finished(cell, faces), m.column_x(i), y + m.row_line);
        draw_lines(
            page, faces.regular, cell.caption,
            {m.column_x(i), y + m.row_line + m.cell_height, m.cell_width, caption_lines * m.caption_line},
            caption_lines, m.subtitle_size);
    }
}

void set_foot(ByteImage& page, const Sheet& sheet, const Measures& m, const Typefaces& faces) {
    const std::string caution = "Simulation: uncalibrated, no medical advice, no promise.";
    const double baseline = m.height - m.margin;
    const double caution_width = faces.regular.width(caution, m.small_size);
    faces.regular.draw(page, caution, m.width - m.margin - caution_width, baseline, m.small_size, quiet_ink);
    const double room = m.content_width - caution_width - 2.0 * m.small_size;
    const bool side_by_side = faces.regular.width(sheet.legend, m.small_size) <= room;
    faces.regular.draw(page, fitted(faces.regular, sheet.legend, m.small_size, m.content_width), m.margin,
                       side_by_side ? baseline : baseline - 1.7 * m.small_size, m.small_size, quiet_ink);
}

} // namespace

ByteImage compose(const Sheet& sheet) {
    assert(!sheet.rows.empty() && !sheet.columns.empty());
    const Typefaces faces = load_typefaces();
    const Measures m(sheet);
    ByteImage page(m.width, m.height, 3);
    fill(page, {0, 0, m.width, m.height}, paper);
    set_head(page, sheet, m, faces);
    set_columns(page, sheet, m, faces);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        assert(sheet.rows[i].cells.size() == sheet.columns.size());
        set_row(page, sheet.rows[i], m.row_y(i), m, faces);
    }
    set_foot(page, sheet, m, faces);
    return page;
}

} // namespace healed::portfolio

#include "portfolio/sheet.h"

#include "house/refusal.h"
#include "house/temporary_folder.h"
#include "portfolio/drawing.h"
#include "portfolio/labels.h"
#include "portfolio/provenance.h"

#include <algorithm>

namespace healed::portfolio {
namespace {

ByteImage plain(int width, int height, std::uint8_t tone) {
    ByteImage image(width, height, 3);
    std::fill(image.values.begin(), image.values.end(), tone);
    return image;
}

Sheet sheet_of(std::size_t rows, std::size_t columns, int width, int height) {
    Sheet sheet;
    sheet.title = "A title";
    sheet.subtitle = "A subtitle";
    sheet.legend = "A legend";
    sheet.columns.assign(columns, "Healed");
    sheet.rows.assign(rows,
                      {"Row", "detail", std::vector<Cell>(columns, {plain(width, height, 120), {}, 0})});
    return sheet;
}

std::size_t pixels_that_differ(const ByteImage& a, const ByteImage& b, Box box) {
    std::size_t count = 0;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            count += !std::equal(a.at(x, y), a.at(x, y) + 3, b.at(x, y));
    return count;
}

TEST(Sheet, GrowsByWholeCells) {
    const ByteImage small = compose(sheet_of(1, 2, 200, 250));
    const ByteImage wide = compose(sheet_of(1, 3, 200, 250));
    const ByteImage wider = compose(sheet_of(1, 4, 200, 250));
    EXPECT_EQ(wide.height, small.height);
    EXPECT_GT(wide.width - small.width, 200);
    EXPECT_EQ(wider.width - wide.width, wide.width - small.width);
    EXPECT_GT(compose(sheet_of(2, 2, 200, 250)).height - small.height, 250);
}

TEST(Sheet, ShowsEachPictureWholeAndUntinted) {
    Sheet sheet = sheet_of(2, 2, 160, 200);
    for (std::size_t i = 0; i < 4; ++i)
        sheet.rows[i / 2].cells[i % 2].picture = plain(160, 200, static_cast<std::uint8_t>(40 + 10 * i));
    const ByteImage page = compose(sheet);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto tone = static_cast<std::uint8_t>(40 + 10 * i);
        std::size_t count = 0;
        for (std::size_t p = 0; p < page.values.size(); p += 3)
            count += page.values[p] == tone && page.values[p + 1] == tone && page.values[p + 2] == tone;
        EXPECT_GT(count, 160u * 200u * 97u / 100u) << "only the small word may cover the picture";
    }
}

TEST(Sheet, SaysSimulationInEveryPicture) {
    for (std::uint8_t tone : {std::uint8_t{0}, std::uint8_t{60}, std::uint8_t{128}, std::uint8_t{255}}) {
        const ByteImage before = plain(400, 500, tone);
        ByteImage after = before;
        stamp_simulation(after, load_typefaces());
        const Box corner{200, 460, 200, 40};
        const std::size_t changed = pixels_that_differ(before, after, corner);
        EXPECT_GT(changed, 100u) << "on tone " << int{tone};
        EXPECT_EQ(changed, pixels_that_differ(before, after, {0, 0, 400, 500})) << "nothing elsewhere";
        int strongest = 0;
        for (std::size_t i = 0; i < after.values.size(); ++i)
            strongest = std::max(strongest, std::abs(int{after.values[i]} - int{tone}));
        EXPECT_GT(strongest, 70) << "on tone " << int{tone};
    }
}

TEST(Sheet, ScaleBarIsAsLongAsItSays) {
    EXPECT_DOUBLE_EQ(round_length_mm(3.2), 2.0);
    EXPECT_DOUBLE_EQ(round_length_mm(1.0), 1.0);
    EXPECT_DOUBLE_EQ(round_length_mm(0.7), 0.5);
    EXPECT_DOUBLE_EQ(round_length_mm(49.0), 20.0);
    ByteImage picture = plain(400, 400, 128);
    draw_scale_bar(picture, 8.0, load_typefaces());
    int longest = 0;
    for (int y = 300; y < 400; ++y) {
        int run = 0;
        for (int x = 0; x < 400; ++x)
            run = picture.at(x, y)[0] < 40 ? run + 1 : 0, longest = std::max(longest, run);
    }
    EXPECT_EQ(longest, 100) << "2 mm of 8 mm over 400 pixels";
}

TEST(Sheet, CutsLongWordsRatherThanTheLayout) {
    Sheet sheet = sheet_of(1, 2, 160, 200);
    const ByteImage usual = compose(sheet);
    sheet.title = std::string(500, 'W');
    sheet.columns[0] = "Ærlig talt, veldig lenge etterpå, mange år";
    sheet.rows[0].label = std::string(500, 'x');
    const ByteImage page = compose(sheet);
    EXPECT_EQ(page.width, usual.width);
    EXPECT_EQ(page.height, usual.height);
}

TEST(Typeface, MeasuresWhatItDraws) {
    const Typefaces faces = load_typefaces();
    EXPECT_EQ(faces.regular.width("", 20), 0.0);
    EXPECT_GT(faces.regular.width("mm", 20), 1.9 * faces.regular.width("m", 20) - 1.0);
    EXPECT_NEAR(faces.regular.width("Blåbær", 40), 2.0 * faces.regular.width("Blåbær", 20), 1e-3);
    EXPECT_GT(faces.bold.width("dots", 20), faces.regular.width("dots", 20));
    const TemporaryFolder folder;
    const auto no_font = folder.file("a.ttf", "this is no font at all");
    expect_refusal([&] { Typeface face(no_font); }, {"a.ttf", "font"});
}

TEST(Provenance, NamesPlanSeedAndVersion) {
    project::Project project;
    project.plan.sessions = {{}};
    project.plan.seed = 42;
    const PictureText text = picture_text(project, {"0.1.0", "5y", "crown", "daylight"});
    EXPECT_EQ(text.at("healed-plan"), project::plan_hash(project));
    EXPECT_EQ(text.at("healed-seed"), "42");
    EXPECT_EQ(text.at("healed-version"), "0.1.0");
    EXPECT_NE(text.at("Comment").find("simulation"), std::string::npos);
}

} // namespace
} // namespace healed::portfolio

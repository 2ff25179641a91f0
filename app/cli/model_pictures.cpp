#include "model_pictures.h"

#include "base/file.h"
#include "color/illuminant.h"
#include "color/srgb.h"
#include "portfolio/sheet.h"
#include "validation/fast_against_exact.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace healed::cli {

namespace {

using color::Lab;
using validation::SceneError;

/// Scenes shown of either kind.
constexpr std::size_t shown_of_each = 6;
constexpr int points_a_side = 24, pixels_a_point = 8;
constexpr std::uint64_t paths = 1'500;
/// ΔE2000 that is drawn white in the picture of the difference.
constexpr double white_difference = 3.0;

using Bytes = std::array<std::uint8_t, 3>;

template <typename ColourOf>
ByteImage picture_of(ColourOf colour_of) {
    constexpr int side = points_a_side * pixels_a_point;
    ByteImage picture(side, side, 3);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const Bytes bytes =
                colour_of(static_cast<std::size_t>(y / pixels_a_point * points_a_side + x / pixels_a_point));
            std::copy(bytes.begin(), bytes.end(), picture.at(x, y));
        }
    return picture;
}

ByteImage skin_picture(const std::vector<Lab>& colours, const color::Viewing& viewing) {
    return picture_of([&](std::size_t i) {
        const color::Xyz xyz = color::xyz_from_lab(colours[i], viewing.white());
        return color::srgb_bytes(
            color::linear_srgb_from_xyz(color::adapt(xyz, viewing.white(), color::srgb_white())));
    });
}

ByteImage difference_picture(const validation::SceneColours& colours) {
    return picture_of([&](std::size_t i) {
        const double share = color::delta_e_2000(colours.exact[i], colours.fast[i]) / white_difference;
        const auto grey = static_cast<std::uint8_t>(std::lround(255.0 * std::min(1.0, share)));
        return Bytes{grey, grey, grey};
    });
}

/// The worst, then those about the median, the scenes being sorted worst first.
std::vector<const SceneError*> chosen(const std::vector<SceneError>& scenes) {
    std::vector<const SceneError*> some;
    const std::size_t worst = std::min(shown_of_each, scenes.size());
    for (std::size_t i = 0; i < worst; ++i)
        some.push_back(&scenes[i]);
    const std::size_t middle = std::max(worst, scenes.size() / 2 - std::min(scenes.size() / 2, worst / 2));
    for (std::size_t i = middle; i < std::min(middle + shown_of_each, scenes.size()); ++i)
        some.push_back(&scenes[i]);
    return some;
}

} // namespace

void write_model_pictures(validation::Context& context, const std::filesystem::path& file,
                          const Progress& progress) {
    const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    const std::vector<const SceneError*> scenes = chosen(context.fast_model().value().scenes);
    portfolio::Sheet sheet{
        .title = "Fast model and path replay",
        .subtitle =
            fmt::format("the {} worst scenes, then {} about the median", shown_of_each, shown_of_each),
        .columns = {"exact", "fast", fmt::format("ΔE2000, white {:g}", white_difference)},
        .legend =
            fmt::format("Simulation. D65, 2°. Exact: {} paths a wavelength, whose noise shows. healed {}.",
                        paths, HEALED_VERSION)};
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const SceneError& scene = *scenes[i];
        const validation::SceneColours colours = validation::colours_of(
            context.device(), assets_folder(), scene.scene, points_a_side, paths, context.seed(),
            [&](double done) {
                progress((static_cast<double>(i) + done) / static_cast<double>(scenes.size()));
            });
        sheet.rows.push_back({fmt::format("type {}, rms {:.4f}", scene.scene.skin, scene.rms),
                              fmt::format("{}, {:g} mm", scene.scene.name, scene.scene.patch.width_mm),
                              {{skin_picture(colours.exact, viewing), {}, 0.0},
                               {skin_picture(colours.fast, viewing), {}, 0.0},
                               {difference_picture(colours), {}, 0.0}}});
    }
    write_picture(
        file, portfolio::compose(sheet),
        {{"Comment", "simulation: the fast model beside path replay"}, {"Software", HEALED_VERSION}});
}

} // namespace healed::cli

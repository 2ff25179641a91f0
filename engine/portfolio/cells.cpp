#include "portfolio/cells.h"

#include "base/file.h"
#include "render/camera.h"

namespace healed::portfolio {

namespace {

/// The close look in each picture's corner: what a dermatoscope with crossed polarisers sees.
Shot macro_shot() {
    Shot shot{.camera = "macro", .rig = "loupe", .polarised = true};
    shot.settings.width = 240;
    shot.settings.height = 180;
    shot.settings.supersamples = 2;
    return shot;
}

} // namespace

std::vector<Cell> cells_of(Sitting& sitting, const Treated& treated, std::span<const project::Moment> moments,
                           const Shot& shot, const Progress& progress) {
    const bool close =
        render::load_camera_preset(assets_folder(), through_bookmark(shot, treated.project.bookmarks).camera)
            .aim == render::Aim::Place;
    const Shot macro = macro_shot();
    std::vector<Cell> cells(moments.size());
    // All pictures of one light after another, since its shadows cost more than a picture.
    const std::size_t pictures = close ? moments.size() : 2 * moments.size();
    for (std::size_t i = 0; i < pictures; ++i) {
        Cell& cell = cells[i % moments.size()];
        const double years = moments[i % moments.size()].years;
        if (i < moments.size()) {
            cell.picture = sitting.take(treated, years, shot).display;
        } else {
            cell.macro = sitting.take(treated, years, macro).display;
            cell.macro_width_mm = sitting.width_mm(macro);
        }
        progress(static_cast<double>(i + 1) / static_cast<double>(pictures));
    }
    return cells;
}

} // namespace healed::portfolio

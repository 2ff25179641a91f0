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

std::vector<Cell> cells_of(Sitting& sitting, const project::Project& variant,
                           std::span<const project::Moment> moments, const Shot& shot,
                           const Progress& progress) {
    const Shot macro = macro_shot();
    const bool close = render::load_camera_preset(assets_folder(), shot.camera).aim == render::Aim::Place;
    const Treated treated = sitting.treat(variant);
    std::vector<Cell> cells;
    for (const project::Moment& moment : moments) {
        Cell& cell = cells.emplace_back(Cell{.picture = sitting.take(treated, moment.years, shot).display});
        if (!close) {
            cell.macro = sitting.take(treated, moment.years, macro).display;
            cell.macro_width_mm = sitting.width_mm(macro);
        }
        progress(static_cast<double>(cells.size()) / static_cast<double>(moments.size()));
    }
    return cells;
}

} // namespace healed::portfolio

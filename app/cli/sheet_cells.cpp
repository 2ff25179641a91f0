#include "sheet_cells.h"

#include "interrupt.h"

#include "base/file.h"
#include "render/camera.h"

namespace healed::cli {

namespace {

/// The close look in each picture's corner: what a dermatoscope with crossed polarisers sees.
portfolio::Shot macro_shot() {
    portfolio::Shot shot{.camera = "macro", .rig = "loupe", .polarised = true};
    shot.settings.width = 240;
    shot.settings.height = 180;
    shot.settings.supersamples = 2;
    return shot;
}

} // namespace

std::vector<portfolio::Cell> cells_of(portfolio::Sitting& sitting, const project::Project& variant,
                                      std::span<const project::Moment> moments, const portfolio::Shot& shot,
                                      const Progress& progress) {
    const portfolio::Shot macro = macro_shot();
    const bool close = render::load_camera_preset(assets_folder(), shot.camera).aim == render::Aim::Place;
    const portfolio::Treated treated = sitting.treat(variant);
    std::vector<portfolio::Cell> cells;
    for (const project::Moment& moment : moments) {
        portfolio::Cell& cell =
            cells.emplace_back(portfolio::Cell{.picture = sitting.take(treated, moment.years, shot).display});
        if (!close) {
            cell.macro = sitting.take(treated, moment.years, macro).display;
            cell.macro_width_mm = sitting.width_mm(macro);
        }
        progress(static_cast<double>(cells.size()) / static_cast<double>(moments.size()));
        throw_if_interrupted();
    }
    return cells;
}

} // namespace healed::cli

#pragma once

#include "project/bookmark.h"
#include "render/camera.h"
#include "render/picture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace healed::portfolio {

/// How a picture is taken.
struct Shot {
    std::string camera = "three-quarter"; ///< of assets/cameras, or a bookmark of the plan; one that aims at
                                          ///< a place of the scalp shows single dots
    std::string rig = "studio";           ///< of assets/rigs, or a picture of the surroundings (.hdr, .exr)
    render::Orbit orbit;                  ///< of the camera; the light stays
    std::uint32_t ink_side = 0; ///< texels of the ink's chart on a side, a multiple of 4; 0: as the size asks
    float light_turn_deg = 0;   ///< of the rig round the head, towards its left; -180 … 180
    float f_number = 0; ///< of the lens, 0.5 … 64: what lies before and behind the scalp in focus is blurred;
                        ///< 0: all is sharp
    bool polarised = false;          ///< crossed polarisers before lamps and lens: nothing mirrored is seen
    render::Development development; ///< of the film view
    render::Gloss gloss;             ///< of the skin; each within the range that it states
    /// Of light a band, along which the ink of a close picture is followed exactly (render::MacroReplay);
    /// 0: by the fast model.
    std::uint64_t paths = 0;
    render::PictureSettings settings;
};

/// Where the shot's camera has the name of one of a plan's bookmarks, the camera of that bookmark, moved as
/// it was and then as the shot says.
Shot through_bookmark(Shot shot, const std::vector<project::Bookmark>& bookmarks);

/// Throws Error for a camera that is neither of assets nor a bookmark, an unknown rig, a movement out of
/// range, and for a close picture that spans more of the skin than InkMacro knows dot by dot.
void check(const Shot& shot, const std::vector<project::Bookmark>& bookmarks = {});

/// The same as it is shown while something moves, to be enlarged to its size: a quarter of the samples, ink
/// on a coarser chart, shadows from fewer points of each lamp. Its colours are the same.
Shot while_moving(Shot shot);

/// What the width of a picture spans where the camera is aimed, mm.
double frame_width_mm(const render::CameraPreset& preset, const render::PictureSettings& settings);

} // namespace healed::portfolio

#pragma once

#include "base/image.h"
#include "project/project.h"

#include <string>

namespace healed::portfolio {

/// What each picture says about itself in its file.
struct Provenance {
    std::string version; ///< of the program
    std::string at;      ///< time words, e.g. "day0,healed,3y"
    std::string camera;
    std::string light;
    std::string noise{}; ///< of a picture that followed paths of light; empty: of no other
};

/// "Comment: simulation …", and the title, hash and seed of the plan with all of `provenance`; ready for
/// write_picture and write_exr.
PictureText picture_text(const project::Project& project, const Provenance& provenance);

} // namespace healed::portfolio

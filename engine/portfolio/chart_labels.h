#pragma once

#include "base/image.h"
#include "head/head.h"
#include "ink/library.h"
#include "portfolio/typeface.h"
#include "project/project.h"
#include "render/camera.h"

namespace healed::portfolio {

/// Writes into a picture of a plan's test chart on a head what lies where: a legend into the upper left
/// corner and, where the camera is near enough for it to be read, sizes before the front squares and depths
/// beside the outer ones. The plan has a chart.
void label_chart(ByteImage& picture, const render::Camera& camera, const head::Head& head,
                 const project::Project& project, const ink::Library& library, const Typefaces& faces);

} // namespace healed::portfolio

#pragma once

#include "gpu/pass.h"
#include "passes/diffuse.h"
#include "passes/find_tiles.h"
#include "passes/halve.h"
#include "passes/irradiance.h"
#include "passes/lamp_shares.h"
#include "passes/lamp_view.h"
#include "passes/long_strands.h"
#include "passes/occluders.h"
#include "passes/resolve.h"
#include "passes/shade.h"
#include "passes/shade_skin.h"
#include "passes/strand_front.h"
#include "passes/strand_slabs.h"
#include "passes/strands.h"
#include "passes/surface.h"
#include "passes/visibility.h"

namespace healed::render {

/// Every pipeline of a picture.
struct Passes {
    explicit Passes(const gpu::Device& device)
        : occluders(device, {.colour = {gpu::Format::r32f}}), lamp_view(device), shade_skin(device),
          lamp_shares(device), visibility(device, {.colour = {gpu::Format::r32ui}}), find_tiles(device),
          surface(device), irradiance(device), halve(device), diffuse(device), shade(device),
          strand_front(device), strand_slabs(device), strands(device), long_strands(device), resolve(device) {}

    gpu::GraphicsPass<passes::Occluders> occluders;
    gpu::Pass<passes::LampView> lamp_view;
    gpu::Pass<passes::ShadeSkin> shade_skin;
    gpu::Pass<passes::LampShares> lamp_shares;
    gpu::GraphicsPass<passes::Visibility> visibility;
    gpu::Pass<passes::FindTiles> find_tiles;
    gpu::Pass<passes::Surface> surface;
    gpu::Pass<passes::Irradiance> irradiance;
    gpu::Pass<passes::Halve> halve;
    gpu::Pass<passes::Diffuse> diffuse;
    gpu::Pass<passes::Shade> shade;
    gpu::Pass<passes::StrandFront> strand_front;
    gpu::Pass<passes::StrandSlabs> strand_slabs;
    gpu::Pass<passes::Strands> strands;
    gpu::Pass<passes::LongStrands> long_strands;
    gpu::Pass<passes::Resolve> resolve;
};

} // namespace healed::render

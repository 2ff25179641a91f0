#pragma once

#include "base/progress.h"
#include "gpu/device.h"

#include <optional>
#include <string>
#include <vector>

namespace healed::cli {

/// What is asked of a figure.
struct Bound {
    double value;
    bool at_least; ///< else at most
};

/// One measured number of `healed bench`.
struct Figure {
    std::string name;
    double value;
    std::string unit;
    std::optional<Bound> asked;

    bool holds() const { return !asked || (asked->at_least ? value >= asked->value : value <= asked->value); }
};

using Figures = std::vector<Figure>;

/// The groups of figures: each runs its work on the device and returns what it cost. Times are CPU-seconds of
/// the whole process unless the name says otherwise; on a device that is no CPU they are the host's share
/// only.
Figures time_walk(const gpu::Device& device, const Progress& progress);
Figures time_bake(const gpu::Device& device, const Progress& progress);
Figures time_placement(const gpu::Device& device, const Progress& progress);
Figures time_chart(const gpu::Device& device, const Progress& progress);
Figures time_picture(const gpu::Device& device, const Progress& progress);
Figures time_patch(const gpu::Device& device, const Progress& progress);

} // namespace healed::cli

#include "chart_sheet.h"

#include "interrupt.h"
#include "progress_bar.h"

#include "portfolio/chart_plate.h"
#include "portfolio/drawing.h"
#include "portfolio/provenance.h"

namespace healed::cli {

void make_chart_sheet(const project::Project& project, const ink::Library& library,
                      std::span<const project::Moment> moments, const std::string& at,
                      const std::string& output) {
    const gpu::Device device;
    ProgressBar bar("chart");
    ByteImage page;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const auto share = 1.0 / static_cast<double>(moments.size()), begin = share * static_cast<double>(i);
        const ByteImage plate = portfolio::chart_plate(device, project, library, moments[i].years,
                                                       moments[i].label, bar.part(begin, begin + share));
        if (i == 0)
            page = ByteImage(plate.width, plate.height * static_cast<int>(moments.size()), 3);
        portfolio::paste(page, plate, 0, plate.height * static_cast<int>(i));
        throw_if_interrupted();
    }
    write_picture(output, page,
                  portfolio::picture_text(
                      project, {.version = HEALED_VERSION, .at = at, .camera = "flat", .light = "daylight"}));
}

} // namespace healed::cli

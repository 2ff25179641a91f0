#include "portfolio/provenance.h"

namespace healed::portfolio {

PictureText picture_text(const project::Project& project, const Provenance& provenance) {
    PictureText text{{"Title", project.title},
                     {"Comment", "simulation: uncalibrated, no medical advice, no promise"},
                     {"Software", "Healed " + provenance.version},
                     {"healed-plan", project::plan_hash(project)},
                     {"healed-seed", std::to_string(project.plan.seed)},
                     {"healed-version", provenance.version},
                     {"healed-at", provenance.at},
                     {"healed-camera", provenance.camera},
                     {"healed-light", provenance.light}};
    if (!provenance.noise.empty())
        text["healed-noise"] = provenance.noise;
    return text;
}

} // namespace healed::portfolio

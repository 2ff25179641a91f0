#pragma once

#include "interface/answers.h"
#include "interface/studio.h"
#include "portfolio/work.h"
#include "study/judge.h"

#include <list>
#include <memory>

namespace healed::studio {

/// What errands share from one to the next: plans carried out on their clients, to be judged by numbers. Only
/// the thread of errands touches it.
class Bench {
  public:
    explicit Bench(const ink::Library& library) : library_(library) {}

    /// Carries the plan out unless it is one of the last. Bakes the skin's tables or reads them from the
    /// cache. Throws Error for an unknown ink.
    const portfolio::Work& work_of(const gpu::Device& device, const Plan& plan, const Progress& progress);
    /// The client's own skin alone, as studies take it.
    const study::Skins& skins_of(const gpu::Device& device, const project::Project& project,
                                 const Progress& progress);
    const ink::Library& library() const { return library_; }

  private:
    /// All that a work refers to, in one place.
    struct CarriedOut {
        CarriedOut(const gpu::Device& device, const Plan& wanted, const ink::Library& library,
                   const Progress& progress);
        CarriedOut(const CarriedOut&) = delete;
        CarriedOut& operator=(const CarriedOut&) = delete;

        Plan plan;
        head::Head head;
        treatment::Treatment treatment;
        transport::DotTables tables;
        portfolio::Work work;
    };

    ink::Library library_;
    std::list<CarriedOut> carried_out_; ///< the one used last first
    std::string skins_for_;
    study::Skins skins_;
};

/// A bench with the inks of the catalogue, and nothing found out yet.
void renew_bench(Studio& studio);

/// Ask for what the window wants to show and does not know yet; each at most once a plan.
void ask_swatches(Studio& studio);
void ask_forecast(Studio& studio);
void ask_blues(Studio& studio);
void ask_cut(Studio& studio, const Plan& plan, double years, glm::vec2 chart);
void ask_explanation(Studio& studio, const Plan& plan, double years, glm::vec2 chart);
void ask_spectrum(Studio& studio, const Plan& plan, double years, glm::vec2 chart);

} // namespace healed::studio

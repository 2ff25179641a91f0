#include "render/aged_ink.h"

#include "study/hair_bands.h"

#include <algorithm>
#include <iterator>

namespace healed::render {

AgedInk aged_ink(const treatment::Treatment& treatment, const treatment::Plan& plan,
                 const ink::Library& library, const aging::Client& client, double years) {
    const aging::Course course = aging::course(plan, library, client);
    AgedInk ink{.treatment = &treatment,
                .states = aging::age_all(treatment.dots, course, years),
                .hairs = {},
                .bands = study::InkBands(plan, library),
                .hair_absorption_per_mm = study::hair_absorption_per_mm(plan.follicles)};
    // A grey hair has no melanin, and below the surface nothing else of it takes light.
    std::copy_if(treatment.hairs.begin(), treatment.hairs.end(), std::back_inserter(ink.hairs),
                 [&](const treatment::Hair& hair) {
                     return static_cast<double>(std::min(hair.gone_years, hair.grey_years)) > years;
                 });
    return ink;
}

} // namespace healed::render

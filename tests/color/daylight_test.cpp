#include "color/daylight.h"

#include "base/file.h"
#include "color/illuminant.h"

#include <gtest/gtest.h>

namespace healed::color {
namespace {

// Two ways to one colour: the locus's formula, and the observer on the spectra that are made of its
// components.
TEST(Daylight, WhiteIsThatOfItsSpectrum) {
    const Observer observer = load_observer(assets_folder());
    for (const auto& [light, kelvin] :
         {std::pair{"low-sun", 4002.0}, {"flash", 5503.0}, {"daylight", 6504.0}}) {
        const Xyz white = Viewing(observer, load_light(assets_folder(), light)).white();
        const Xyz locus = daylight_white(kelvin);
        EXPECT_NEAR(locus.x, white.x, 2e-3) << light;
        EXPECT_NEAR(locus.y, white.y, 1e-6) << light;
        EXPECT_NEAR(locus.z, white.z, 2e-3) << light;
    }
}

} // namespace
} // namespace healed::color

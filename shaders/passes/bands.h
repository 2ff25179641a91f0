// Wavelength bands travel in fours: a vec4 and a layer of an image hold four of them.
#ifndef HEALED_BANDS
#define HEALED_BANDS
#include "declare_pass.h"

SHARED
const uint fours_of_bands = 3u;
SHARED_END
#endif

// What every pass of a picture knows: the camera, the lamps, the skin. One element of a buffer, since it is larger
// than push constants may be. Lengths in mm; light in units of a perfect white card's luminance.
#ifndef HEALED_FRAME
#define HEALED_FRAME

#include "declare_pass.h"
#include "passes/bands.h"

SHARED
const uint hair_ways = 16u;
const float longest_hair_way_mm = 2.0f;

struct ViewCamera {
    vec3 position;
    float tan_half_height;
    vec3 right;
    float aspect; // width over height
    vec3 up;
    float near_mm;
    vec3 forward;
    float far_mm;
    vec2 shear; // of the rays to the right and up, steps a step forwards: where the eye stands beside the middle of a lens
};

struct RectangleLamp {
    vec3 centre;
    vec3 half_u;
    vec3 half_v;
    vec3 along_u; // unit
    vec3 along_v;
    vec2 half_size;
    float radiance;
};

struct SkinBandOnDevice {
    vec3 xyz;
    float reflectance;
    float per_blood;
    float attenuation_per_mm;
    float beard_mm2; // dark area of the part of a beard's hair that is below the surface
    float vein;      // -ln of what is left over the middle of a vein
    vec3 melanin;   // ln of the reflectance's change as a cubic of ln melanin, without a constant
    vec4 diffusion; // shares of the four Gaussians
};

/// Water or lotion over the skin.
struct SurfaceFilm {
    float share; // of the surface
    float slope; // scale, as the lobes of shading/gloss.glsl have it
    float f0;    // mirrored straight on
};

const uint most_lamps = 4u;

struct Frame {
    ViewCamera camera;
    uvec2 size; // samples
    RectangleLamp lamps[most_lamps]; // those that there are not have radiance 0
    uint lamp_count;
    float sky_mean; // of soft light from all about on a card: mean + slope·n + n·curve·n
    vec3 sky_slope;
    vec3 sky_curve[3]; // rows
    float background_centre;
    float background_edge;
    SkinBandOnDevice bands[4u * fours_of_bands];
    vec3 white; // XYZ of the light
    vec3 skin;  // the same sent back by bare skin
    vec3 hair[hair_ways]; // the same after a way through hair, in even steps of the root of the way up to the longest
    float years; // on the plan's clock: hairs that have gone by then are not drawn
    float index_f0;
    float mirrored;         // share of the mirrored light that the camera takes: 0 behind crossed polarisers, else 1
    float oil;              // of the surface: 0 matt … 1 as healthy skin … 2 greasy
    float roughness;        // of what mirrors, over that of healthy skin
    SurfaceFilm film;
    float relief;           // of the surface: 1 as grown skin
    float unevenness;       // of blood and melanin: 1 as grown skin
    vec2 ink_origin;        // chart place of the ratio's first texel's corner
    mat2 ink_from_chart;    // steps on the chart to steps on the ratio, 0 … 1 across it
    float ink_chart_mm;     // mm for a whole side of the chart
    uint has_ink;
    vec2 fade_mm;           // heights between which the bust fades out into the ground
};
SHARED_END

#endif

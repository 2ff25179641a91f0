#include "passes/slice_optics.h"

// E[exp(−c l)] for a gamma-distributed length of mean D and relative variance v.
vec4 gamma_survival(vec4 column, vec4 mean, vec4 variance) {
    vec4 v = max(variance, vec4(1e-3f));
    return pow(1.0f + v * mean * column, -1.0f / v);
}

// E[e^n] for a geometric number n >= 1 of given mean.
vec4 geometric_survival(vec4 each, vec4 mean) {
    vec4 s = 1.0f / mean;
    return each * s / (1.0f - (1.0f - s) * each);
}

vec4 survival(LengthLaw4 law, vec4 column, vec4 excursion) {
    return law.share_without * gamma_survival(column, law.mean_without, law.variance_without) +
           (1.0f - law.share_without) * gamma_survival(column, law.mean_with, law.variance_with) *
               geometric_survival(excursion, law.mean_excursions);
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, params.size))) {
        return;
    }
    vec4 column = imageLoad(columns, ivec3(texel, params.slice));
    vec4 excursion = params.clear_above == 1u ? vec4(1.0f) : imageLoad(field, texel);
    SliceLaw4 law = laws[params.slice];
    vec4 step_survival = exp(-column) * survival(law.step, column, excursion);
    imageStore(half_step, ivec3(texel, params.slice), sqrt(step_survival));
    imageStore(half_turn, ivec3(texel, params.slice),
               sqrt(law.turning_share * survival(law.turn, column, excursion)));
    if (params.is_last == 0u) {
        // An excursion of the next edge goes up into this slice; where it goes higher it crosses the slice twice.
        LengthLaw4 up = laws[params.slice + 1u].excursion;
        vec4 source = up.share_without * gamma_survival(column, up.mean_without, up.variance_without) +
                      (1.0f - up.share_without) * exp(-2.0f * column) *
                          gamma_survival(column, up.mean_with, up.variance_with) *
                          geometric_survival(excursion, up.mean_excursions);
        imageStore(field, texel, source);
    }
}

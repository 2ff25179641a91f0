// What healing leaves about fresh dots: flush, young epidermis, flakes. It reaches about a millimetre, as perifollicular
// erythema does (the Gaussian width is assumed).
const float marks_sigma_mm = 0.8f;
// Where it is looked for, in that width.
const float marks_reach = 3.0f;

// How much a dot's mark counts at a distance from it, 1 … 0.
inline Number mark_nearness(Area distance_squared) {
    Length sigma = Length(marks_sigma_mm);
    return exp(-0.5f * distance_squared / (sigma * sigma));
}

// The mark at a place. near: sum of the dots' nearness; marked: the same sum with each dot times its own mark. Between dots
// the skin looks as about them; about a lone dot and beyond the treated zone that fades.
inline Number mark_of_many(Number near, Number marked) {
    return marked / (1.0f + near);
}

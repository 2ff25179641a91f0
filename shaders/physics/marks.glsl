// What healing leaves about fresh dots. Young epidermis and flakes lie over the wound itself and what closed it. Flush goes
// further: vessels widen as far as the axon reflex reaches, the flare of the triple response (T. Lewis, The Blood Vessels
// of the Human Skin and their Responses, 1927), which about a needle's prick is some millimetres. Both Gaussian widths are assumed.
const float marks_sigma_mm = 0.8f;
const float flush_sigma_mm = 1.8f;
// Where they are looked for, in their width.
const float marks_reach = 3.0f;

// How much a dot's mark of that Gaussian width counts at a distance from it, 1 … 0.
inline Number mark_nearness(Area distance_squared, Length sigma) {
    return exp(-0.5f * distance_squared / (sigma * sigma));
}

// The mark at a place. near: sum of the dots' nearness; marked: the same sum with each dot times its own mark. Between dots
// the skin looks as about them; about a lone dot and beyond the treated zone that fades.
inline Number mark_of_many(Number near, Number marked) {
    return marked / (1.0f + near);
}

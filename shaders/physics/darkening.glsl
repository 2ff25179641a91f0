// Many absorbers that each darken a little skin, seen from afar.

// What is left of the light of a band, R/R0 = 1 − P (1 − exp(−S/P)). share: S, dark area per area of skin, summed over the
// absorbers; weighted: the same sum with each part times the most that a full sheet of such absorbers could take (P), so
// that P is their mean. Thin ink darkens by S, dense ink never by more than the sheet.
inline Number left_by_many(Number share, Number weighted) {
    Number most = max(weighted / max(share, 1e-9f), 1e-6f);
    return 1.0f - most * (1.0f - exp(-share / most));
}

// A thin layer that scatters light and absorbs none, on top of skin: the young epidermis of healing skin and the loose
// scale on it. Fluxes are diffuse and the layer is thinner than light wanders below it, so that what returns through it
// returns where it would have returned without it.

// Reflectance of skin of a reflectance under a layer that sends back rho by itself: adding, with all orders of light
// between the two (Stokes 1862; Kubelka, J. Opt. Soc. Am. 38, 448, 1948).
inline Number under_scale(Number reflectance, Number rho) {
    return rho + (1.0f - rho) * (1.0f - rho) * reflectance / (1.0f - rho * reflectance);
}

// R'/R0 of inked skin under such a layer. ratio: R/R0 without it; bare: R0.
inline Number veiled_ratio(Number ratio, Number bare, Number rho) {
    return under_scale(ratio * bare, rho) / bare;
}

// What the layer sends back at another wavelength, where it scatters by a factor more: two fluxes, conservative
// scattering, rho = s/(1 + s).
inline Number scaled_rho(Number rho, Number factor) {
    Number s = rho / (1.0f - rho) * factor;
    return s / (1.0f + s);
}

// rho that costs thin ink a share of its contrast on bare skin: from
// 1 - loss = (1 - rho)² bare / ((1 - rho bare)(bare + rho (1 - 2 bare))), a quadratic in rho.
inline Number rho_for_contrast_loss(Number loss, Number bare) {
    Number kept = 1.0f - loss;
    Number a = bare + kept * bare * (1.0f - 2.0f * bare);
    Number b = 2.0f * bare + kept * (1.0f - 2.0f * bare - bare * bare);
    Number c = loss * bare;
    return 2.0f * c / (b + sqrt(max(b * b - 4.0f * a * c, 0.0f)));
}

// The same where a share of the skin is under loose flakes that send back flake_rho by themselves.
inline Number scaly_ratio(Number ratio, Number bare, Number rho, Number flakes, Number flake_rho) {
    Number clear = veiled_ratio(ratio, bare, rho);
    Number scaly = veiled_ratio(ratio, bare, under_scale(rho, flake_rho));
    return mix(clear, scaly, flakes);
}

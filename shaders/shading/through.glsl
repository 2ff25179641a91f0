// Light that crosses a thin part of the head, such as an ear.

/// About what red light, the last to fade, loses per mm of living tissue (diffusion theory, dermis at 650 nm): lamps'
/// points are summed up with it, other bands fade from there.
const float red_attenuation_per_mm = 0.35;

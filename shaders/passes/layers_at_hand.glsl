// So many layers a walk holds in registers, because software Vulkan loads from a buffer lane by lane.
const uint layers_at_hand = 4u;

Layer chosen(bool second, Layer a, Layer b) {
    Layer c;
    c.top = second ? b.top : a.top;
    c.bottom = second ? b.bottom : a.bottom;
    c.index = second ? b.index : a.index;
    c.index_above = second ? b.index_above : a.index_above;
    c.index_below = second ? b.index_below : a.index_below;
    c.anisotropy = second ? b.anisotropy : a.anisotropy;
    c.absorption = second ? b.absorption : a.absorption;
    c.scattering = second ? b.scattering : a.scattering;
    return c;
}

# A monkey at the keys and the mouse, for a while.
click preset.full-shaved
monkey 150 7

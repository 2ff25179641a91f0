# By hand on the head: hairline, density, the comb and the eraser, each stroke one step of undo.
size 640 460
do view.panels
click preset.full-shaved
idle
key G
drag hairline.4 0 -10
expect document.undo Move the hairline
expect plan.hairline.curve.4.forward_mm > 20
key Ctrl+Z
do view.crown
idle
key B
expect tool density
key RightBracket
expect brush.radius_mm > 12
drag view 60 40
expect plan.strokes.0.kind density
expect plan.strokes.0.radius_mm > 12
expect document.undo Paint density
screenshot wet.png
down Ctrl
drag view -60 40
up Ctrl
expect plan.strokes.1.density -0.25
expect document.undo Thin out
key C
drag view -80 0
expect plan.strokes.2.kind comb
expect document.undo Comb
screenshot combed.png
key E
key M
drag view 0 40
expect plan.strokes.3.kind erase
expect plan.strokes.3.mirrored true
expect document.undo Erase dots
expect document.depth 4
expect looking.azimuth_deg 12
screenshot erased.png
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
expect plan.strokes null
expect document.depth 0

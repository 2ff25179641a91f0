# By hand on the head: density, the comb, the eraser and the hairline, each stroke one step of undo.
size 640 460
do view.panels
click preset.full-shaved
idle
pause 1
key B
expect tool density
key RightBracket
expect brush.radius_mm > 12
move 330 140
press
move 350 150
frames 2
move 380 170
screenshot wet.png
release
expect plan.strokes.0.kind density
expect plan.strokes.0.radius_mm > 12
expect document.undo Paint density
down Ctrl
move 330 150
press
move 350 170
release
up Ctrl
expect plan.strokes.1.density -0.25
expect document.undo Thin out
key C
move 370 130
press
move 330 130
frames 2
release
expect plan.strokes.2.kind comb
expect document.undo Comb
key E
key M
move 350 130
press
release
expect plan.strokes.3.kind erase
expect plan.strokes.3.mirrored true
expect document.undo Erase dots
expect looking.azimuth_deg 38
screenshot painted.png
key G
drag hairline.4 0 -10
expect document.undo Move the hairline
expect document.depth 5
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
expect plan.strokes null
expect document.depth 0

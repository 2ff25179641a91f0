# All that wants pictures, one thing after another, since the first picture of a window costs more than all others.
size 1000 680

# From healed to seven years and back to day 0, which never stands alone, though a graphics card goes away.
lose_device
click preset.full-shaved
idle
expect layout single
expect pictures > 1
expect devices_lost 1
expect painted_on has llvmpipe
screenshot healed.png
do time.year7
idle
screenshot seven.png
drag timeline -400 0
expect years < 0.1
expect layout side
expect views.1.title Healed
do time.healed
expect layout single

# A picture is exported in the background, and the work is stopped: no half file is left.
key Ctrl+E
expect dialog export
click export.size
click export.size.0
expect export_command has --size 480x270
click export.go
expect dialog none
expect notices has background
do work.cancel

# Light followed path by path, as the command line does it; from afar no single dots are seen.
pause 1
key Ctrl+E
click export.quality.0
expect export_command has --quality draft
click export.quality.2
expect export_command has --quality reference --paths 2000
click export.go
expect notices has shows no single dots
expect dialog export
key Escape
key 6
key Ctrl+E
click export.paths.number
key Ctrl+A
type 400
key Enter
expect export_command has --quality reference --paths 400
click export.go
expect dialog none
do work.cancel
key Ctrl+E
click export.quality.1
key Escape
key 2
pause 0

# By hand on the head: density, the comb, the eraser and the hairline, each stroke one step of undo.
idle
pause 1
key B
expect tool density
key RightBracket
expect brush.radius_mm > 12
move 520 130
press
move 540 140
frames 2
move 570 160
screenshot wet.png
release
expect plan.strokes.0.kind density
expect plan.strokes.0.radius_mm > 12
expect document.undo Paint density
down Ctrl
move 540 130
press
move 560 150
release
up Ctrl
expect plan.strokes.1.density -0.25
expect document.undo Thin out
key C
move 560 130
press
move 520 130
frames 2
release
expect plan.strokes.2.kind comb
expect document.undo Comb
key E
key M
move 540 130
press
release
expect plan.strokes.3.kind erase
expect plan.strokes.3.mirrored true
expect document.undo Erase dots
expect looking.azimuth_deg 38
key G
drag hairline.4 0 -10
expect document.undo Move the hairline
expect plan.hairline.curve.4.forward_mm > 40
expect document.depth 5
key Ctrl+Z
expect plan.hairline.curve []
expect plan.strokes.3.kind erase
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
key Ctrl+Z
expect plan.strokes null
expect document.depth 0
key O
pause 0

# Healed beside five years: colours under the cursor, pinned, enlarged, explained, and apart in every way.
do time.year5
do compare.side
idle
expect views.0.title Healed
expect views.1.title 5 years
move 430 195
frames 2
expect readout.0 has L*
expect readout.1 has ΔE2000
key Z
frames 3
expect looking.loupe true
move view.loupe_glass
key Z
key P
expect tool pin
move 430 195
wait 1
frames 3
idle all
expect spectrum.650nm.bare > 0.2
expect spectrum.650nm.bare < 0.8
expect spectrum.450nm.inked > 0.02
press
release
move 620 185
press
release
expect looking.pins 2
idle all
screenshot explained.png
expect explanation.parts.tissue.l > 70
expect explanation.parts.ink.l > 30
expect explanation.spectrum.550nm.inked > 0.02
click explain.forget
expect looking.pins 0
expect explanation null
key O
do compare.split
idle
drag compare.split_line -100 0
expect split < 0.45
do compare.difference
frames 4
screenshot difference.png
key F
expect layout flip
expect comparison.flipped true
do compare.single
expect layout single

# The band of what will be, advice on touch-ups, and three futures as three pictures.
expect forecast.last_kept_contrast.p10 > 0
expect forecast.last_kept_contrast.p90 < 1.2
expect forecast.touch_up_years.p10 > 0.5
pause 1
click forecast.pictures
expect layout grid
expect views.0.title has 10 %
expect views.1.title has 50 %
expect views.2.title has 90 %
expect views.3 null
do compare.single

# Why it looks so: the cut follows the cursor and the needle, and a mistake stands beside the right work.
do time.healed
key F2
expect mode trainer
idle all
expect cut.dots > 0
expect cut.depth_mm > 0.15
expect cut.depth_mm < 0.4
drag section.depth 0 22
expect plan.needle.resting_depth_mm > 0.3
expect document.undo Resting depth
expect document.depth 1
key Ctrl+Z
expect plan.needle.resting_depth_mm < 0.3
click mistake.too-deep
expect layout side
expect views.0.title has Right
expect views.1.title has Too deep
expect cut.view 1
idle all
expect cut.depth_mm > 0.4
key F1
expect layout single
expect views.1 null

# No frame keeps the hand waiting; of the thread alone, since the machine may be busy.
expect window.busiest_frame_cpu_ms < 100

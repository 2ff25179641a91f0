# Files that are no plans, heads or inks are refused in one line each and change nothing.
click preset.full-shaved
drop broken.healed.json
expect notices.0 has broken.healed.json
drop deep.healed.json
expect notices.1 has resting_depth_mm
drop empty.obj
expect notices.2 has empty.obj
drop nothing.healed.json
expect notices.3 has nothing.healed.json
drop notes.txt
expect notices.4 has notes.txt
expect document.depth 0
expect document.saved true

# Every number by slider and by typing, in its unit and within its bounds; a drag is one step.
size 1000 800
click preset.full-shaved
click field.hairline.height.number
key Ctrl+A
type 81.5
key Enter
expect plan.hairline.height_over_brow_mm 81.5
expect document.depth 1
click field.hairline.height.number
key Ctrl+A
type 9999
key Enter
expect plan.hairline.height_over_brow_mm 110
drag field.hairline.feather 50 0
expect plan.hairline.feather_mm > 11
expect document.depth 3
key Up
frames 2
key Down
frames 2
key Enter
frames 2
key Ctrl+A
type 20
key Enter
expect plan.hairline.feather_mm 20
click field.hairline.width.number
key Ctrl+A
type 99
key Escape
expect plan.hairline.width_mm 125
expect document.depth 4
click plan.zones
drag zone.front -40 0
expect plan.zones.front.density < 0.9
expect document.depth 5
click plan.sessions
click session.add
expect plan.sessions.3.cumulative_density 1
expect document.undo Add a session
click session.remove
expect plan.sessions.3 null
click habit.sunscreen.2
expect project.client.protection daily
click habit.hat.1
expect project.client.hat occasional
click field.habit.swims.number
key Ctrl+A
type 5
key Enter
expect project.client.swims_per_week 5
key Ctrl+Z
expect project.client.swims_per_week 0

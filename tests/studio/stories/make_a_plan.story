# Another skin, another hairline, another ink; saved under a name.
click preset.full-shaved
click plan.skin.IV
expect project.client.fitzpatrick 4
drag field.hairline.height 60 0
expect plan.hairline.height_over_brow_mm > 70
expect document.undo Height over the brow
click ink.smp-warm
expect plan.sessions.0.ink smp-warm
expect document.depth 3
expect document.saved false
key Ctrl+S
expect dialog save
key Ctrl+A
type client.healed.json
key Enter
expect dialog none
expect document.saved true
expect document.name client.healed.json

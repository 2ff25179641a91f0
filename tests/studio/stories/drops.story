# An ink of one's own and another plan, dropped on the window; what would be lost is asked about first.
click preset.full-shaved
drop own-ink.json
expect plan.sessions.0.ink own-ink
expect plan.sessions.2.ink own-ink
expect document.depth 1
key Ctrl+Z
expect plan.sessions.0.ink smp-carbon
click plan.skin.VI
drop other.healed.json
expect dialog unsaved
click unsaved.stay
expect project.client.fitzpatrick 6
drop other.healed.json
click unsaved.discard
expect dialog none
expect document.name other.healed.json
expect project.title Another
expect document.saved true

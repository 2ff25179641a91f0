# A file that exists is asked about before it goes.
click preset.full-shaved
key Ctrl+S
key Ctrl+A
type taken.healed.json
key Enter
expect dialog replace
click replace.stay
expect dialog none
expect document.saved true
expect document.name Full shaved look
key Ctrl+S
key Ctrl+A
type taken.healed.json
key Enter
click replace.do
expect dialog none
expect document.name taken.healed.json
click plan.skin.I
key Ctrl+S
expect document.saved true
expect dialog none

# Whatever would lose changes asks first.
click preset.full-shaved
click plan.skin.I
close
expect dialog unsaved
expect quits false
click unsaved.stay
expect dialog none
key Ctrl+N
expect dialog unsaved
click unsaved.discard
expect dialog welcome
click preset.crown
expect document.saved true
expect dialog none
close
expect quits true

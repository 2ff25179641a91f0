# Another language from the next frame on, and letters of another size.
click preset.full-shaved
click settings.open
click settings.language
click settings.language.0
expect language de
key Escape
key Escape
click plan.skin.II
expect document.undo Haut
click time.year5
click settings.open
drag settings.scale 300 0
expect scale 2
expect language de

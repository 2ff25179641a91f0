# A touch-up at five years, moved to later, taken back.
click preset.full-shaved
click time.year5
click event.add
click event.add.0
expect project.events.0.at_years 5
expect document.undo Add an event
drag event.touch_up.0 40 0
expect project.events.0.at_years > 5.5
expect document.depth 2
key Ctrl+Z
expect project.events.0.at_years 5
key Ctrl+Z
expect document.depth 0

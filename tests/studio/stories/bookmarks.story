# Two views kept in the plan: named, gone to, renamed, forgotten, and all of it taken back.
size 1000 800
click preset.full-shaved
key 3
drag view 80 0
move view
wheel 4
key Ctrl+B
expect dialog bookmark
key Ctrl+A
type crown
key Enter
expect dialog bookmark
key Ctrl+A
type Left temple
key Enter
expect dialog none
expect document.undo Keep a view
expect project.bookmarks.0.name Left temple
expect project.bookmarks.0.camera side
expect project.bookmarks.0.zoom > 1.4
key 1
key Ctrl+B
key Enter
expect project.bookmarks.1.name View 2
expect project.bookmarks.1.turn_deg 0
click bookmark.go.0
expect looking.camera side
expect looking.frame_height_mm < 210
expect looking.light_azimuth_deg 90
key N
expect looking.camera front
key N
expect looking.camera side
key Ctrl+B
key Ctrl+A
type Temple
click bookmark.keep_button
expect project.bookmarks.0.name Temple
expect document.undo Name a view
key Ctrl+Shift+B
expect project.bookmarks.0.name View 2
expect document.undo Forget a view
click bookmark.forget.0
expect project.bookmarks null
expect document.depth 5
key Ctrl+Z
key Ctrl+Z
expect project.bookmarks.0.name Temple
key Ctrl+Z
expect project.bookmarks.0.name Left temple
key Ctrl+Z
expect project.bookmarks.1 null
key Ctrl+Z
expect document.depth 0
expect document.saved true

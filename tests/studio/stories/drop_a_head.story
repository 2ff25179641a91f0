# A client's own head, as a scanner writes it, dropped on the window: one step of the history.
click preset.full-shaved
drop client.obj
expect project.head.file has client.obj
expect document.undo Head
expect document.depth 1
key Ctrl+Z
expect project.head.file not client.obj
key Ctrl+Shift+Z
key Ctrl+S
key Ctrl+A
type client.healed.json
key Enter
expect document.saved true
expect project.head.file client.obj
# One that is none is refused in one line, and the head stays.
drop no_head.obj
expect notices has no_head.obj
expect project.head.file client.obj
expect document.saved true

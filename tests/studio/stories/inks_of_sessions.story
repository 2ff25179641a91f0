# One ink for all sessions is one click; a session may have its own, and each is a named step.
size 1280 900
click preset.full-shaved
click ink.smp-warm
expect plan.sessions.0.ink smp-warm
expect plan.sessions.2.ink smp-warm
expect document.undo Ink
click plan.sessions
click session.1.ink
click session.1.ink.0
expect plan.sessions.0.ink smp-warm
expect plan.sessions.1.ink not smp-warm
expect plan.sessions.2.ink smp-warm
expect document.undo Ink of a session
expect document.depth 2
screenshot sessions.png
key Ctrl+Z
expect plan.sessions.1.ink smp-warm
expect document.depth 1
key Ctrl+Shift+Z
expect plan.sessions.1.ink not smp-warm
click ink.smp-carbon
expect plan.sessions.1.ink smp-carbon
expect document.depth 3
expect unexplained []
